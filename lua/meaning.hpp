#pragma once

#include <optional>
#include <string>

#include "lua/border.hpp"

namespace troupe::lua {

/// What is printed behind the result of the event's call, without the brackets: `No such file or directory`, `flags O_RDWR`, `Timeout`.
/// Nothing: the result says it all, or the call is not over.
[[nodiscard]] std::optional<std::string> meaning_of_result(Border& border);

}  // namespace troupe::lua
