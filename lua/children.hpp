#pragma once

#include <lua.hpp>

#include "troupe/lua/script_engine.hpp"

namespace troupe::lua {

/// From here on os.execute and io.popen start their children with these surroundings. The C library starts them without handlers for
/// forks (posix_spawn), so the thread itself has these surroundings while it calls.
void give_to_children(lua_State* state, const LuaConfig::Surroundings& surroundings);

}  // namespace troupe::lua
