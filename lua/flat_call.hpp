#pragma once

#include "lua/border.hpp"

// Flat functions are called by LuaJIT straight from scripts: plain values in, a status out. An exception of ours that reached Lua
// would be caught there and look like an error of the script; there is none that we could handle, so `flat` ends the program instead.
namespace troupe::lua {

template <typename Body>
auto flat(Body body) noexcept {
    return body(border());
}

inline bool is_personality(unsigned personality) { return personality < abi_count; }
inline Abi abi_of(unsigned personality) { return static_cast<Abi>(personality); }

/// The scripts want something else than before.
inline void changed(Border& here) { here.revision.fetch_add(1, std::memory_order_release); }

}  // namespace troupe::lua
