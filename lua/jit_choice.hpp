#pragma once

#include <string>

#include "troupe/lua/script_engine.hpp"

struct lua_State;

namespace troupe::lua {

struct JitChoice {
    bool on = false;
    std::string reason;  ///< for the log
};

/// Turns the compiler of `state` on or off.
JitChoice choose_jit(lua_State* state, LuaConfig::Jit wanted);

}  // namespace troupe::lua
