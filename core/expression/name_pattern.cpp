#include "core/expression/name_pattern.hpp"

#include <array>

namespace troupe {

tl::expected<NamePattern, std::string> NamePattern::compile(const std::string& pattern) {
    NamePattern result;
    const int refused = regcomp(&result.compiled_, pattern.c_str(), REG_EXTENDED | REG_NOSUB);
    if (refused != 0) {
        std::array<char, 128> reason{};
        regerror(refused, &result.compiled_, reason.data(), reason.size());
        return tl::unexpected(std::string(reason.data()));
    }
    result.owned_ = true;
    return result;
}

NamePattern::~NamePattern() {
    if (owned_) regfree(&compiled_);
}

NamePattern::NamePattern(NamePattern&& other) noexcept : compiled_(other.compiled_), owned_(other.owned_) { other.owned_ = false; }

bool NamePattern::matches(const std::string& name) const { return regexec(&compiled_, name.c_str(), 0, nullptr, 0) == 0; }

}  // namespace troupe
