#pragma once

#include <cstdint>
#include <variant>

#include "troupe/core/abi.hpp"
#include "troupe/core/requests.hpp"

/// The life of one tracee as a state machine: pure, so that it is tested with made-up sequences and no kernel.
namespace troupe::lifecycle {

// States.

/// A command between fork and its execve: what it does there is ours, not its own.
struct Launching {};
/// In user space, or in a call that was not seen to begin.
struct Outside {};
/// In a call whose entry was seen.
struct Inside {
    bool by_filter = false;  ///< the entry came from the filter, not from PTRACE_SYSCALL
    bool watched = false;    ///< the exit is wanted
};
/// Held by job control until SIGCONT.
struct Halted {};

using State = std::variant<Launching, Outside, Inside, Halted>;

// What the kernel says, and what is decided.

struct EntryStop {
    bool by_filter = false;
    bool execve = false;  ///< execve or execveat
};
/// Everything that has a say in the call has been asked.
struct ExitDecided {
    bool wanted = false;
};
struct ExitStop {};
struct ExecStop {};
struct EventStop {
    int signal = 0;
};
/// It did not get through its execve: what comes now is our own way of saying so.
struct LaunchFailed {};
/// Another worker has it now; it is between two calls.
struct HandedOver {};

using Occurrence = std::variant<EntryStop, ExitDecided, ExitStop, ExecStop, EventStop, LaunchFailed, HandedOver>;

/// What is to be told of it. Spawns, execs and signals are told in every state.
enum class Report : std::uint8_t { nothing, entry, exit, group_stop };

struct Step {
    State state;
    Report report = Report::nothing;
};

/// Never fails: an occurrence that makes no sense in a state changes nothing and is not reported.
[[nodiscard]] Step step(const State& state, const Occurrence& occurrence);

/// How the calls of a tracee are seen.
enum class Watching : std::uint8_t {
    nothing,     ///< no call at all
    by_filter,   ///< its filter stops what is wanted
    every_call,  ///< PTRACE_SYSCALL; whether a call is wanted is decided by us
};

/// How a tracee in `state` goes on.
[[nodiscard]] Resume resume_of(const State& state, Watching watching);

/// Whether a signal stops a process that does not handle it (man 7 signal: STOP TSTP TTIN TTOU).
[[nodiscard]] bool stops_process(int signal);

}  // namespace troupe::lifecycle
