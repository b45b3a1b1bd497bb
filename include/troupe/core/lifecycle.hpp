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
/// In user space, or in a call that nobody watches.
struct Outside {};
/// In a call whose entry was seen.
struct Inside {
    bool by_filter = false;  ///< the entry came from the filter, not from PTRACE_SYSCALL
    bool watched = false;    ///< the exit is wanted
};
/// Held by job control until SIGCONT.
struct Halted {};

using State = std::variant<Launching, Outside, Inside, Halted>;

// What the kernel says.

struct EntryStop {
    bool by_filter = false;
    bool execve = false;  ///< execve or execveat
};
struct ExitStop {};
struct SpawnStop {};
struct ExecStop {};
struct SignalDelivery {
    int signal = 0;
};
struct EventStop {
    int signal = 0;
};
struct UnknownStop {};

using Occurrence = std::variant<EntryStop, ExitStop, SpawnStop, ExecStop, SignalDelivery, EventStop, UnknownStop>;

/// What to tell the world.
enum class Report : std::uint8_t { nothing, entry, exit, spawn, exec, signal, group_stop };

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
