#pragma once

#include <cstdint>
#include <optional>
#include <variant>

#include "troupe/core/event.hpp"
#include "troupe/core/stopped.hpp"

namespace troupe {

/// Why a tracee stopped, as far as the wait status tells (man ptrace, "Stopped tracees").
struct StopReason {
    enum class Kind : std::uint8_t {
        syscall,  ///< entry or exit: `syscall_info` knows which
        seccomp,  ///< the filter said TRACE
        fork,     ///< a child was made; event_message is its tid
        vfork,
        clone,
        exec,    ///< event_message is the former tid
        event,   ///< PTRACE_EVENT_STOP: first stop, interrupt, group stop, or the end of one; `signal` tells
        signal,  ///< about to be delivered
        other,   ///< an event that we never asked for
    };
    Kind kind = Kind::other;
    int signal = 0;
};

/// What a wait status says of an end.
[[nodiscard]] Dying end_of(int status);

/// What `wait` brought.
struct NothingYet {};  ///< WNOHANG, and no tracee was ready
struct NoneLeft {};    ///< this thread has no tracee
struct StopReport {
    Stopped stopped;
    StopReason reason;
};
struct EndReport {
    pid_t tid;
    Dying how;
};
using WaitReport = std::variant<NothingYet, NoneLeft, StopReport, EndReport>;

/// waitpid for the tracees of the calling thread, and for nothing else: children that a script starts are not reaped.
class Waiter {
 public:
    /// Sleeps until a tracee of this thread is ready.
    [[nodiscard]] static WaitReport next();
    /// Looks, without sleeping, at all or at one of them.
    [[nodiscard]] static WaitReport poll(pid_t tid = -1);
    /// Sleeps until this one is ready.
    [[nodiscard]] static WaitReport next_of(pid_t tid);

    /// Looks, without sleeping, whether this child, or this tracee of whichever thread of ours, has ended: NothingYet, NoneLeft or
    /// an EndReport. Its stops stay for the thread whose tracee it is.
    [[nodiscard]] static WaitReport poll_end(pid_t tid);

 private:
    static WaitReport wait(pid_t tid, int flags);
};

}  // namespace troupe
