#include "actors/worker/held_tracees.hpp"

#include <utility>

#include "troupe/core/check.hpp"

namespace troupe {

// A worker that leaves while it holds tracees takes their tracer away: they die with us, or the kernel detaches them.
HeldTracees::~HeldTracees() {
    for (auto& [task, held] : held_) {
        held.stop.stopped.gone();
    }
}

void HeldTracees::hold(TaskId task, Stop&& stop, Why why, std::uint64_t until) {
    TROUPE_CHECK(!held_.contains(task), "a tracee is in one stop at a time");
    held_.emplace(task, Held{std::move(stop), why, until});
    ++counts_[static_cast<std::size_t>(why)];
    if (why == Why::delay) {
        delays_.emplace(until, task);
    }
}

std::optional<Stop> HeldTracees::release(TaskId task) {
    auto node = held_.extract(task);
    if (node.empty()) {
        return std::nullopt;
    }
    Held& held = node.mapped();
    --counts_[static_cast<std::size_t>(held.why)];
    if (held.why == Why::delay) {
        delays_.erase({held.until, task});
    }
    return std::move(held.stop);
}

void HeldTracees::forget(TaskId task) {
    if (auto stop = release(task)) {
        stop->stopped.gone();
    }
}

bool HeldTracees::holds(TaskId task, Why why) const {
    const auto found = held_.find(task);
    return found != held_.end() && found->second.why == why;
}

std::vector<TaskId> HeldTracees::due(std::uint64_t now) const {
    std::vector<TaskId> tasks;
    for (const auto& [until, task] : delays_) {
        if (until > now) {
            break;
        }
        tasks.push_back(task);
    }
    return tasks;
}

std::vector<TaskId> HeldTracees::held_for(Why why) const {
    std::vector<TaskId> tasks;
    for (const auto& [task, held] : held_) {
        if (held.why == why) {
            tasks.push_back(task);
        }
    }
    return tasks;
}

}  // namespace troupe
