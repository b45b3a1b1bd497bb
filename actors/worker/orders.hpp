#pragma once

#include <sys/types.h>

#include <atomic>
#include <cstddef>
#include <memory>
#include <variant>
#include <vector>

#include "actors/tracee.hpp"
#include "troupe/core/park.hpp"
#include "troupe/core/waiter.hpp"

/// What a worker is told to do, by the supervisor and by other workers.
namespace troupe::orders {

struct LaunchCommand {};
struct AttachTo {
    pid_t named = 0;          ///< by -p
    std::vector<pid_t> tids;  ///< threads of its process
};
struct PlanChanged {};
struct LeaderVanished {  ///< another thread's execve took its tid
    TaskId task;
};
struct LookForTracees {};  ///< one may have vanished without a report, or the parent of an early child may be gone
struct LookForQuiet {};    ///< tracees that are kept here may have fallen quiet
struct Adopt {             ///< a tracee parked by another worker
    std::unique_ptr<Tracee> tracee;
    Parked parked;
};
/// A thread of this process is about to put its filters on all of them: until that is over, every call of the others is watched.
struct WatchProcess {
    pid_t process = 0;
    TaskId caller;
    unsigned worker = 0;                             ///< the caller's
    std::shared_ptr<std::atomic<std::size_t>> left;  ///< how many workers have not done it yet
};
struct ProcessIsWatched {  ///< the last of them has: the caller may go on
    TaskId caller;
};
struct Reaped {  ///< another thread of ours had to take this report, because this worker could not
    EndReport report;
};
struct TellObservers {};     ///< what they have not been told for a while
struct TellTotals {};        ///< what was counted so far
struct HoldsOver {};         ///< it is time to look at tracees that are delayed
struct DetachAll {};         ///< detach those that are stopped, and the others as soon as they are
struct End {                 ///< kill what we launched, detach what we attached to
    bool leave_all = false;  ///< what we launched is detached, too
};
struct Quit {};  ///< no tracee is left: leave

using Order = std::variant<LaunchCommand, AttachTo, PlanChanged, LeaderVanished, LookForTracees, LookForQuiet, Adopt, WatchProcess,
                           ProcessIsWatched, Reaped, TellObservers, TellTotals, HoldsOver, DetachAll, End, Quit>;

}  // namespace troupe::orders
