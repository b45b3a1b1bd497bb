#include "actors/worker/early_children.hpp"

#include "troupe/core/check.hpp"

namespace troupe {

bool EarlyChildren::waits(TaskId child) const {
    const auto found = waiting_.find(child.tid);
    return found != waiting_.end() && found->second.task == child;
}

std::uint64_t EarlyChildren::since(TaskId child) const {
    TROUPE_CHECK(waits(child), "only a child that waits has waited since a stop");
    return waiting_.at(child.tid).stops;
}

void EarlyChildren::forget(TaskId child) {
    if (waits(child)) {
        waiting_.erase(child.tid);
    }
}

EarlyChildren::Child EarlyChildren::parent_event(pid_t tid, bool exists) {
    if (waiting_.erase(tid) != 0) {
        return Child::early;
    }
    return ended_.erase(tid) != 0 && !exists ? Child::ended : Child::unknown;
}

}  // namespace troupe
