#include "lua/children.hpp"

#include <new>
#include <optional>
#include <utility>

namespace troupe::lua {
namespace {

/// The calling thread has other surroundings while this lives. Where it may not have those CPUs it stays where it is.
class Elsewhere {
 public:
    explicit Elsewhere(const LuaConfig::Surroundings& there) {
        if (before_ && !there.cpus.empty()) {
            (void)affinity::set(0, there.cpus);
        }
        sigset_t mask = there.signal_mask;
        ::sigdelset(&mask, script_break_signal());
        ::pthread_sigmask(SIG_SETMASK, &mask, &mask_before_);
    }
    Elsewhere(const Elsewhere&) = delete;
    Elsewhere& operator=(const Elsewhere&) = delete;
    ~Elsewhere() {
        ::pthread_sigmask(SIG_SETMASK, &mask_before_, nullptr);
        if (before_) {
            (void)affinity::set(0, *before_);
        }
    }

 private:
    std::optional<CpuSet> before_ = affinity::of(0);
    sigset_t mask_before_{};
};

int call_elsewhere(lua_State* state) {
    const Elsewhere elsewhere(*static_cast<const LuaConfig::Surroundings*>(lua_touserdata(state, lua_upvalueindex(2))));
    return lua_pcall(state, lua_gettop(state) - 1, LUA_MULTRET, 0);
}

/// The function itself is the first upvalue. An error goes on when the thread has its own surroundings again.
int call_as_child(lua_State* state) {
    lua_pushvalue(state, lua_upvalueindex(1));
    lua_insert(state, 1);
    if (call_elsewhere(state) != 0) {
        return lua_error(state);
    }
    return lua_gettop(state);
}

}  // namespace

void give_to_children(lua_State* state, const LuaConfig::Surroundings& surroundings) {
    const int top = lua_gettop(state);
    new (lua_newuserdata(state, sizeof surroundings)) LuaConfig::Surroundings(surroundings);
    for (const auto& [library, function] : {std::pair{"os", "execute"}, std::pair{"io", "popen"}}) {
        lua_getglobal(state, library);
        lua_getfield(state, -1, function);
        lua_pushvalue(state, top + 1);
        lua_pushcclosure(state, call_as_child, 2);
        lua_setfield(state, -2, function);
        lua_pop(state, 1);
    }
    lua_settop(state, top);
}

}  // namespace troupe::lua
