#pragma once

#include <chrono>
#include <string_view>
#include <tl/expected.hpp>

#include "troupe/core/syscall_set.hpp"

namespace troupe {

/// `1.5ms`, `250` (microseconds), `3s`, `800ns`, `1e3us`. What is longer than a century is a century.
[[nodiscard]] tl::expected<std::chrono::nanoseconds, ParseError> parse_duration(std::string_view text);

}  // namespace troupe
