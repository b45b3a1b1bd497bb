#include "troupe/core/urgent.hpp"

#include <sched.h>

#include <utility>

namespace troupe {
namespace {

bool schedule(int policy, int priority) noexcept {
    const sched_param parameters{priority};
    return ::sched_setscheduler(0, policy, &parameters) == 0;
}

}  // namespace

// A thread that was started with a policy of the user's choice keeps it. SCHED_RESET_ON_FORK goes back to 0 with the policy only with
// CAP_SYS_NICE, and without it this is not reached.
Urgent::Urgent() : raised_(::sched_getscheduler(0) == SCHED_OTHER && schedule(SCHED_FIFO | SCHED_RESET_ON_FORK, 1)) {}

Urgent::Urgent(Urgent&& other) noexcept : raised_(std::exchange(other.raised_, false)) {}

Urgent::~Urgent() {
    if (raised_) {
        schedule(SCHED_OTHER, 0);
    }
}

void stay_urgent() noexcept { schedule(SCHED_FIFO | SCHED_RESET_ON_FORK, 1); }

}  // namespace troupe
