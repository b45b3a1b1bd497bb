#pragma once

#include <sys/types.h>

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "troupe/core/event.hpp"
#include "troupe/core/summary.hpp"
#include "troupe/core/task_id.hpp"

/// What workers tell the supervisor; `orders` are the other way.
namespace troupe::notices {

struct CommandEnded {
    Dying how;
};
struct CommandDetached {};  ///< nothing more will be heard of it
struct LimitReached {};     ///< `--syscall-limit`: as many calls have been printed as are to be
struct Trouble {            ///< a message for the user
    std::string text;
};
struct NoneLeft {};
struct Attached {  ///< the answer to `orders::AttachTo`
    struct Outcome {
        pid_t tid = 0;
        int code = 0;  ///< 0, or the errno of PTRACE_SEIZE
    };
    std::vector<Outcome> outcomes;
};
struct AllStopped {};  ///< a worker's tracees are all ready to be detached
struct Vanished {      ///< this leader of that worker is gone by an execve
    TaskId leader;
    unsigned worker = 0;
};
struct WakeAt {              ///< that worker wants an `orders::HoldsOver` at this time
    std::uint64_t when = 0;  ///< monotonic clock, ns
    unsigned worker = 0;
};
struct Totals {  ///< the answer to `orders::TellTotals`
    std::shared_ptr<const Counted> so_far;
};

using Notice = std::variant<CommandEnded, CommandDetached, LimitReached, Trouble, NoneLeft, Attached, AllStopped, Vanished, WakeAt, Totals>;

}  // namespace troupe::notices
