#pragma once

#include "actors/roster.hpp"
#include "actors/untraced_clones.hpp"
#include "actors/worker/departure.hpp"
#include "actors/worker/early_children.hpp"
#include "actors/worker/held_tracees.hpp"
#include "actors/worker/launch_watch.hpp"
#include "actors/worker/residence.hpp"
#include "actors/worker/worker_context.hpp"

namespace troupe {

/// How tracees come to a worker's roster and leave it. Each leaves once, whichever way; every part that knows of it is told here.
/// Worker only.
class Lifetimes {
 public:
    struct Parts {
        Roster& roster;
        HeldTracees& held;
        EarlyChildren& early;
        UntracedClones& untraced;
        LaunchWatch& launch;
        Residence& residence;
        Departure& departure;
    };
    Lifetimes(WorkerContext& here, const Parts& parts) : here_(here), parts_(parts) {}

    /// A tracee more.
    Tracee& adopt(pid_t tid, bool attached, pid_t process, bool has_filter);
    /// One whose first stop came before its parent's event. What is not known of it yet, that event tells.
    Tracee& adopt_early_child(pid_t tid);
    /// Its end was reported.
    void end(const EndReport& report);
    /// Its children that have ended: their ends are taken, so that it can collect them.
    void reap_children_of(const Tracee& parent);
    /// A leader whose tid another thread's execve took over.
    void vanish(TaskId leader);
    /// It is no tracee of this worker any more, and counted as `how`.
    void drop(Tracee& tracee, std::uint64_t Ledger::*how);

 private:
    [[nodiscard]] bool may_be_child(const Tracee& tracee, const Tracee& parent) const;
    void report_failed_launch(Tracee& tracee);
    void explain_end(const Tracee& tracee, const Dying& how) const;

    WorkerContext& here_;
    Parts parts_;
};

}  // namespace troupe
