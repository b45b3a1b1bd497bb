#include "lua/jit_choice.hpp"

#include <lua.hpp>
#include <memory>
#include <string_view>

namespace troupe::lua {
namespace {

/// Two nested loops over tables, in a function that is called often: the compiler of 2.1.0-beta3 leaves the inner one early
/// (LuaJIT issue 827). Returns the number of wrong counts.
constexpr const char* probe = R"(
local t, u = {}, {}
for i = 1, 5 do t['k' .. i] = i; u['m' .. i] = i end
local function count()
    local n = 0
    for _ in pairs(t) do for _ in pairs(u) do n = n + 1 end end
    return n
end
local wrong = 0
for _ = 1, 2000 do if count() ~= 25 then wrong = wrong + 1 end end
return wrong
)";

void set_jit(lua_State* state, bool on) { luaJIT_setmode(state, 0, LUAJIT_MODE_ENGINE | (on ? LUAJIT_MODE_ON : LUAJIT_MODE_OFF)); }

bool counts_wrongly() {
    const std::unique_ptr<lua_State, void (*)(lua_State*)> state(luaL_newstate(), &lua_close);
    if (!state) return true;
    luaL_openlibs(state.get());
    set_jit(state.get(), true);
    return luaL_dostring(state.get(), probe) != 0 || lua_tointeger(state.get(), -1) != 0;
}

/// `LuaJIT 2.1.0-beta3`, or for a rolling release `LuaJIT 2.1.1736781742`: the time of its last commit.
std::string version_of(lua_State* state) {
    lua_getglobal(state, "jit");
    lua_getfield(state, -1, "version");
    const char* text = lua_tostring(state, -1);
    std::string version = text == nullptr ? "" : text;
    lua_pop(state, 2);
    return version;
}

bool is_rolling(std::string_view version) {
    constexpr std::string_view line = "LuaJIT 2.1.";
    return version.substr(0, line.size()) == line && version.size() >= line.size() + 10 && version.find('-') == std::string_view::npos;
}

}  // namespace

JitChoice choose_jit(lua_State* state, LuaConfig::Jit wanted) {
    if (wanted != LuaConfig::Jit::automatic) {
        const bool on = wanted == LuaConfig::Jit::on;
        set_jit(state, on);
        return {on, std::string("JIT compiler ") + (on ? "on" : "off") + ", as asked"};
    }
    const std::string version = version_of(state);
    if (!is_rolling(version)) {
        set_jit(state, false);
        return {false, "JIT compiler off: " + version + " is known to compile wrongly (nested loops over tables count wrong)"};
    }
    if (counts_wrongly()) {
        set_jit(state, false);
        return {false, "JIT compiler off: nested loops over tables count wrong with " + version};
    }
    set_jit(state, true);
    return {true, "JIT compiler on: " + version};
}

}  // namespace troupe::lua
