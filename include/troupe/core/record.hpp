#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "troupe/core/abi.hpp"
#include "troupe/core/call_status.hpp"
#include "troupe/core/clock.hpp"
#include "troupe/core/task_id.hpp"

/// What one event becomes: a value with bytes in the run's format, ready but for what only the order of records can tell. In text that is
/// `<unfinished ...>`, the column of the result, `[pid N]`; in JSON, that two halves are one line. No bytes end with a newline.
namespace troupe {

struct Head {
    std::uint64_t sequence = 0;  ///< from the output; each is delivered exactly once
    TaskId task{};
    Timestamp time{};                                    ///< taken where the format shows it
    std::optional<std::uint64_t> instruction_pointer{};  ///< where the tracee is; nothing: it is gone, or the format does not show it
    std::uint32_t number = 0;                            ///< of its last call
    bool has_wide_addresses = true;                      ///< of 64 bits
    std::shared_ptr<const std::string> comm{};           ///< what stands behind its number in text, `<make>`; mostly nullptr: nothing
};

/// Text: `openat(AT_FDCWD, "x", O_RDONLY`. JSON: members up to the arguments that are known.
struct CallBegan {
    std::string bytes;
    SyscallId call{};            ///< text: for `<... openat resumed>`
    bool complete = false;       ///< all arguments are there, so that death makes it `) = ?`, not ` <unfinished ...>) = ?`
    std::string closing{};       ///< JSON: closes what is open, where the other half does not come; text: lines that follow the end
    bool never_returns = false;  ///< exit and exit_group: any other record makes it `) = ?` instead of `<unfinished ...>`
    bool waits = false;          ///< text: its line is written when its end has come, because a hook may have something to say then
};

/// Text: `) ` and, from `result_at` on, `= 3`, which is set at column -a. JSON: the members that are left.
struct CallEnded {
    std::string bytes;
    std::size_t result_at = 0;
    CallStatus status = CallStatus::successful;
    std::uint32_t error = 0;  ///< the errno of a call that failed
    std::string below{};      ///< text: lines that follow it, with their newlines
    bool is_hidden = false;   ///< a hook does not want it, and it is not begun yet: there is no line
};

struct SignalSeen {
    std::string bytes;
    std::string below{};  ///< text: lines that follow it, with their newlines
};

/// A stop signal took effect.
struct GroupStopped {
    std::string bytes;
};

/// A tracee more: the pid prefix depends on how many there are.
struct Born {
    std::string message;  ///< `Process 12 attached`; may be empty
};

/// The task has made another. A line in JSON alone.
struct Spawned {
    std::string bytes;
};

/// An execve of the task succeeded. A line in JSON alone.
struct Executed {
    std::string bytes;
};

/// Ends an open call first: ` <unfinished ...>) = ?` or `) = ?`. A tracee less.
struct Died {
    std::string bytes;  ///< may be empty
};

/// The task, a leader, vanished because `former` called execve: as `Died`, then `former`'s open call goes on as `successor`'s. Without a
/// task only the latter.
struct Superseded {
    std::string bytes;  ///< may be empty
    TaskId former{};
    TaskId successor{};  ///< may be the task
};

/// No exit will come: ends an open call with ` <detached ...>`. A tracee less.
struct Detached {
    std::string bytes;  ///< a line in JSON alone
};

/// `strace: Process 12 detached`: for the person at the terminal, and leaves an open line open.
struct Message {
    std::string text;
    std::string bytes{};  ///< a line in JSON alone
};

/// An object of a script's. Text: the whole line; JSON: the members. The task may be none.
struct Emitted {
    std::string bytes;
};

/// Lines that a script or we say on standard error, where the trace goes, too, or a table; each ends with a newline. About no task, or for
/// the stream of one.
struct Said {
    std::string text;
};

using What = std::variant<CallBegan, CallEnded, SignalSeen, GroupStopped, Born, Spawned, Executed, Died, Superseded, Detached, Message,
                          Emitted, Said>;

struct Record {
    Head head;
    What what;
};

}  // namespace troupe
