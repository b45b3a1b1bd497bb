#include "troupe/core/decimal.hpp"

#include <charconv>

namespace troupe {

std::optional<std::uint32_t> decimal(std::string_view text, std::uint32_t largest) {
    std::uint32_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, problem] = std::from_chars(text.data(), end, number);
    if (problem != std::errc{} || stopped != end || number > largest) return std::nullopt;
    return number;
}

}  // namespace troupe
