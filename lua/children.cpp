#include "lua/children.hpp"

#include <new>
#include <utility>

namespace troupe::lua {
namespace {

/// The calling thread has other surroundings while this lives. Where it may not have those CPUs it stays where it is.
class Elsewhere {
 public:
    explicit Elsewhere(const LuaConfig::Surroundings& there) {
        CPU_ZERO(&before_.cpus);
        knows_cpus_ = ::sched_getaffinity(0, sizeof before_.cpus, &before_.cpus) == 0;
        if (knows_cpus_) {
            ::sched_setaffinity(0, sizeof there.cpus, &there.cpus);
        }
        sigset_t mask = there.signal_mask;
        ::sigdelset(&mask, script_break_signal());
        ::pthread_sigmask(SIG_SETMASK, &mask, &before_.signal_mask);
    }
    Elsewhere(const Elsewhere&) = delete;
    Elsewhere& operator=(const Elsewhere&) = delete;
    ~Elsewhere() {
        ::pthread_sigmask(SIG_SETMASK, &before_.signal_mask, nullptr);
        if (knows_cpus_) {
            ::sched_setaffinity(0, sizeof before_.cpus, &before_.cpus);
        }
    }

 private:
    LuaConfig::Surroundings before_{};
    bool knows_cpus_ = false;
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
