#pragma once

#include <span>
#include <vector>

#include "lua/border.hpp"

namespace troupe::lua {

/// Does the call of the current event touch one of `paths`: string arguments as they are, file descriptors by their real path.
/// False where there is no current call.
[[nodiscard]] bool touches_path(Border& border, std::span<const char* const> paths);

/// The descriptors that the call of the current event is given, each once. Of a call that is over, and only observed, those behind pointers
/// (poll, select) are not known any more.
[[nodiscard]] std::vector<int> descriptors_of(Border& border);

}  // namespace troupe::lua
