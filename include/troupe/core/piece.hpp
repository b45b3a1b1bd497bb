#pragma once

#include <cstdint>
#include <string>

#include "troupe/core/task_id.hpp"

namespace troupe {

/// What one event becomes: bytes that are ready but for what only the order of pieces can tell
/// (`<unfinished ...>`, the column of the result, `[pid N]`). No text ends with a newline.
struct Piece {
    enum class Kind : std::uint8_t {
        entry_half,  ///< `openat(AT_FDCWD, "x", O_RDONLY`
        exit_half,   ///< `) ` and, from `result_at` on, `= 3`
        line,        ///< a whole line of its own: signals
        message,     ///< `strace: Process 12 detached`: goes to standard error and leaves an open line open
        appeared,    ///< a tracee more: the pid prefix depends on how many there are; `text` may hold a message
        dying,       ///< PTRACE_EVENT_EXIT: ends an open call as `died` does, writes nothing else
        died,        ///< a line of its own (`text` may be empty) that ends an open call first: ` <unfinished ...>) = ?` or `) = ?`
        superseded,  ///< `task` vanished because `former` called execve: as `died`, then `former`'s open call goes on as `successor`'s
        abandoned,   ///< no exit will come: ends an open call with ` <detached ...>`; writes nothing else; a tracee less
    };
    Kind kind = Kind::line;
    std::uint64_t sequence = 0;  ///< from the sequencer; each is delivered exactly once
    TaskId task{};
    std::string text{};
    std::size_t result_at = 0;   ///< exit_half: offset in `text` of `= …`, which is set at column -a
    std::string name{};          ///< entry_half: of the call, for `<... openat resumed>`; exit_half: where no entry half was delivered
    bool never_returns = false;  ///< entry_half of exit and exit_group: any other piece makes it `) = ?` instead of `<unfinished ...>`
    bool complete = false;       ///< entry_half: all arguments are printed, so that death makes it `) = ?`, not ` <unfinished ...>) = ?`
    std::string leader{};        ///< what stands between the pid prefix and the text (time, -n, -i), if this piece begins a line
    TaskId former{};             ///< superseded: the thread that called execve
    TaskId successor{};          ///< superseded: how that thread is called from now on; may be `task`
};

}  // namespace troupe
