#include "lua/children.hpp"

#include <sys/resource.h>

#include <new>
#include <optional>
#include <string>
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

/// A limit is the whole process's, which may need more than the user has, and cannot be another for one thread: the shell that is started
/// lowers its own. Empty where there is nothing to lower.
std::string lower_limit(const rlimit& descriptors) {
    rlimit now{};
    if (::getrlimit(RLIMIT_NOFILE, &now) != 0 || now.rlim_cur == descriptors.rlim_cur) {
        return {};
    }
    return "ulimit -S -n " + std::to_string(descriptors.rlim_cur) + "; ";
}

/// The command is the first argument, if there is one.
void limit_command(lua_State* state, const rlimit& descriptors) {
    if (lua_isstring(state, 1) == 0) {
        return;
    }
    if (const std::string first = lower_limit(descriptors); !first.empty()) {
        lua_pushlstring(state, first.data(), first.size());
        lua_pushvalue(state, 1);
        lua_concat(state, 2);
        lua_replace(state, 1);
    }
}

int call_elsewhere(lua_State* state) {
    const Elsewhere elsewhere(*static_cast<const LuaConfig::Surroundings*>(lua_touserdata(state, lua_upvalueindex(2))));
    return lua_pcall(state, lua_gettop(state) - 1, LUA_MULTRET, 0);
}

/// The function itself is the first upvalue. An error goes on when the thread has its own surroundings again.
int call_as_child(lua_State* state) {
    limit_command(state, static_cast<const LuaConfig::Surroundings*>(lua_touserdata(state, lua_upvalueindex(2)))->descriptors);
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
