#pragma once

#include <sys/types.h>

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>

#include "troupe/core/hooks.hpp"

struct lua_State;

namespace troupe::lua {

/// Ends a script from within (os.exit) or from another thread (^C), through any number of pcalls.
///
/// Lua has no such thing. What does not work: lua_sethook from another thread (races with the interpreter), the profiler's callback
/// (no error may leave it), an error thrown once (a loop around pcall swallows it). What works: a signal to the very thread that runs
/// Lua, whose handler arms a hook for every instruction, which throws each time until nothing is left to catch. Compiled code never
/// looks at hooks, so a loop that the JIT compiled cannot be broken.
class Break {
 public:
    explicit Break(lua_State* state);
    Break(const Break&) = delete;
    Break& operator=(const Break&) = delete;
    ~Break();

    /// This thread enters Lua, or has left it.
    void enter();
    void leave();

    /// Inside Lua: throw, now and at every instruction to come. Does not return.
    [[noreturn]] void exit_script(lua_State* caller, int status);
    /// Any thread: the same from outside. False: no thread is in Lua.
    bool interrupt();

    /// After `leave`: why Lua was left, if it was one of ours.
    [[nodiscard]] std::optional<ScriptStop> take();

    /// For the signal handler and the hook.
    [[nodiscard]] bool wanted() const;
    void arm();
    void note_place(lua_State* caller);

 private:
    // Immutable
    lua_State* const state_;
    // Baton only
    std::optional<int> exit_status_;
    std::string place_;
    // Any thread: atomic
    std::atomic<pid_t> runner_{0};
    std::atomic<std::uint64_t> call_{0};         ///< number of the call that runs, or ran last
    std::atomic<std::uint64_t> broken_call_{0};  ///< the call that is to be broken off
};

}  // namespace troupe::lua
