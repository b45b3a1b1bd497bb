#pragma once

#include <span>

#include "lua/border.hpp"

namespace troupe::lua {

/// Does the call of the current event touch one of `paths`: string arguments as they are, file descriptors by their real path.
/// False where there is no current call.
[[nodiscard]] bool touches_path(Border& border, std::span<const char* const> paths);

}  // namespace troupe::lua
