#pragma once

#include "actors/roster.hpp"
#include "actors/worker/held_tracees.hpp"
#include "actors/worker/worker_context.hpp"

namespace troupe {

/// How attached tracees are left. A thread that was detached competes for the CPUs with those that have yet to come to their stop. So
/// those that are stopped wait for the last, whichever worker it has, but not for long: it may sleep where no tracer can wake it.
/// Worker only.
class Departure {
 public:
    Departure(WorkerContext& here, Roster& roster, HeldTracees& held) : here_(here), roster_(roster), held_(held) {}

    void begin();
    /// Nothing is waited for any more.
    void leave_at_once() { at_once_ = true; }
    /// A tracee that is to be left has stopped. True: it is held until the others have.
    [[nodiscard]] bool holds(const Tracee& tracee, Stop& stop);
    /// Says so, once, when all tracees of this worker have stopped, or there are none.
    void look_whether_all_stopped();

 private:
    WorkerContext& here_;
    Roster& roster_;
    HeldTracees& held_;
    bool at_once_ = false;
    bool said_ = false;  // that all have stopped
};

}  // namespace troupe
