#include "actors/roster.hpp"

#include <utility>

#include "troupe/core/check.hpp"

namespace troupe {

Tracee& Roster::add(TaskFacts facts) {
    auto& slot = tracees_[facts.id.tid];
    slot = std::make_unique<Tracee>(facts);
    return *slot;
}

std::unique_ptr<Tracee> Roster::take(pid_t tid) {
    auto node = tracees_.extract(tid);
    TROUPE_CHECK(!node.empty(), "only a tracee of this worker can be taken from here");
    return std::move(node.mapped());
}

Tracee& Roster::put(std::unique_ptr<Tracee> tracee) {
    tracee->served_in = round_;
    auto& slot = tracees_[tracee->facts.id.tid];
    slot = std::move(tracee);
    return *slot;
}

Tracee* Roster::find(pid_t tid) {
    const auto found = tracees_.find(tid);
    return found != tracees_.end() ? found->second.get() : nullptr;
}

Tracee& Roster::rename(pid_t from, TaskId to) {
    auto node = tracees_.extract(from);
    TROUPE_CHECK(!node.empty(), "only a tracee of this worker can be renamed here");
    tracees_.erase(to.tid);
    Tracee& tracee = *node.mapped();
    tracee.facts.id = to;
    tracee.memory.rename(to.tid);
    node.key() = to.tid;
    tracees_.insert(std::move(node));
    return tracee;
}

std::vector<pid_t> Roster::tids() const {
    std::vector<pid_t> tids;
    tids.reserve(tracees_.size());
    for (const auto& [tid, tracee] : tracees_) {
        tids.push_back(tid);
    }
    return tids;
}

void Roster::served(Tracee& tracee) {
    tracee.served_in = round_;
    ++stops_in_round_;
}

const std::vector<pid_t>& Roster::starved() {
    starved_.clear();
    for (const auto& [tid, tracee] : tracees_) {
        if (tracee->served_in < round_) {
            starved_.push_back(tid);
        }
    }
    ++round_;
    stops_in_round_ = 0;
    return starved_;
}

}  // namespace troupe
