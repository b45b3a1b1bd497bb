#pragma once

#include <regex.h>

#include <string>
#include <tl/expected.hpp>

namespace troupe {

/// A POSIX extended regular expression (regex(7)) that matches anywhere in a name.
class NamePattern {
 public:
    /// The error is the C library's reason.
    [[nodiscard]] static tl::expected<NamePattern, std::string> compile(const std::string& pattern);

    ~NamePattern();
    NamePattern(NamePattern&& other) noexcept;
    NamePattern(const NamePattern&) = delete;
    NamePattern& operator=(const NamePattern&) = delete;
    NamePattern& operator=(NamePattern&&) = delete;

    [[nodiscard]] bool matches(const std::string& name) const;

 private:
    NamePattern() = default;
    regex_t compiled_{};
    bool owned_ = false;
};

}  // namespace troupe
