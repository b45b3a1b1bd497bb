#include "lua/break.hpp"

#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <lua.hpp>

#include "troupe/lua/script_engine.hpp"

namespace troupe {

int script_break_signal() { return SIGRTMIN + 5; }

namespace lua {
namespace {

/// The break of the call that this thread is in; read by the signal handler and by the hook, which are told nothing else.
thread_local Break* in_lua = nullptr;
thread_local pid_t this_thread = 0;

/// What is thrown; only its address matters.
const char broken_off = 0;

void throw_on(lua_State* state) {
    lua_pushlightuserdata(state, const_cast<char*>(&broken_off));
    lua_error(state);
}

void on_instruction(lua_State* state, lua_Debug*) {
    if (in_lua == nullptr || !in_lua->wanted()) return;
    in_lua->note_place(state);
    throw_on(state);
}

extern "C" void on_break_signal(int) {
    Break* const here = in_lua;
    if (here != nullptr && here->wanted()) here->arm();
}

/// Once per thread: its number, and that the signal gets through.
void know_this_thread() {
    if (this_thread != 0) return;
    this_thread = static_cast<pid_t>(::syscall(SYS_gettid));
    sigset_t ours;
    ::sigemptyset(&ours);
    ::sigaddset(&ours, script_break_signal());
    ::pthread_sigmask(SIG_UNBLOCK, &ours, nullptr);
}

#if defined(__SANITIZE_THREAD__)
// The thread sanitizer keeps a signal back until the thread calls something that it knows: a loop in LuaJIT never does.
extern "C" int __sigaction(int, const struct sigaction*, struct sigaction*) noexcept;
void install(int signal, const struct sigaction& action) { __sigaction(signal, &action, nullptr); }
#else
void install(int signal, const struct sigaction& action) { ::sigaction(signal, &action, nullptr); }
#endif

}  // namespace

Break::Break(lua_State* state) : state_(state) {
    struct sigaction action {};
    action.sa_handler = on_break_signal;  // no SA_RESTART: a script that waits in a read is to come back
    install(script_break_signal(), action);
}

Break::~Break() = default;

void Break::enter() {
    know_this_thread();
    in_lua = this;
    call_.fetch_add(1, std::memory_order_relaxed);
    runner_.store(this_thread, std::memory_order_release);
}

void Break::leave() {
    runner_.store(0, std::memory_order_release);
    in_lua = nullptr;  // from here on the signal does nothing
    std::atomic_signal_fence(std::memory_order_seq_cst);
    if (wanted()) lua_sethook(state_, nullptr, 0, 0);
}

bool Break::wanted() const {
    return exit_status_.has_value() || broken_call_.load(std::memory_order_acquire) == call_.load(std::memory_order_relaxed);
}

void Break::arm() { lua_sethook(state_, on_instruction, LUA_MASKCOUNT, 1); }

void Break::note_place(lua_State* caller) {
    if (exit_status_.has_value() || !place_.empty()) return;
    luaL_traceback(caller, caller, "broken off by the user", 0);
    place_ = lua_tostring(caller, -1);
    lua_pop(caller, 1);
}

void Break::exit_script(lua_State* caller, int status) {
    exit_status_ = status;
    arm();
    throw_on(caller);
    __builtin_unreachable();
}

bool Break::interrupt() {
    const std::uint64_t call = call_.load(std::memory_order_acquire);
    const pid_t runner = runner_.load(std::memory_order_acquire);
    if (runner == 0) return false;
    // If that call ends before the signal arrives, the number no longer fits and nothing happens.
    broken_call_.store(call, std::memory_order_release);
    return ::syscall(SYS_tgkill, ::getpid(), runner, script_break_signal()) == 0;
}

std::optional<ScriptStop> Break::take() {
    if (exit_status_) return ScriptStop{ScriptStop::Kind::exit, *exit_status_, {}};
    if (!place_.empty()) return ScriptStop{ScriptStop::Kind::interrupted, 1, place_};
    return std::nullopt;
}

}  // namespace lua
}  // namespace troupe
