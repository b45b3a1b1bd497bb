#pragma once

#include <span>

namespace troupe::lua {

/// The addresses of all flat functions. LuaJIT finds them by name in the executable; a reference to this list keeps the linker from
/// dropping them.
[[nodiscard]] std::span<const void* const> flat_functions();

}  // namespace troupe::lua
