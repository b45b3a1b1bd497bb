#include "actors/registry.hpp"

#include <algorithm>

namespace troupe {

TaskId Registry::add(pid_t tid, unsigned worker, bool attached) {
    const Lock lock(mutex_);
    tracees_[tid] = {++last_serial_, worker, attached};
    return {tid, last_serial_};
}

std::size_t Registry::remove(TaskId task) {
    const Lock lock(mutex_);
    if (has(task)) {
        tracees_.erase(task.tid);
    }
    return tracees_.size();
}

Registry::Owned Registry::rename(TaskId task, pid_t tid) {
    const Lock lock(mutex_);
    Owned vanished;
    const auto own = tracees_.find(task.tid);
    if (own == tracees_.end()) {
        return vanished;
    }
    const Entry entry = own->second;
    tracees_.erase(own);
    if (const auto leader = tracees_.find(tid); leader != tracees_.end()) {
        vanished = {{tid, leader->second.serial}, leader->second.worker};
    }
    tracees_[tid] = entry;
    return vanished;
}

void Registry::move(TaskId task, unsigned worker) {
    const Lock lock(mutex_);
    if (has(task)) {
        tracees_.at(task.tid).worker = worker;
    }
}

bool Registry::holds(TaskId task) const {
    const Lock lock(mutex_);
    return has(task);
}

bool Registry::has(TaskId task) const {
    const auto found = tracees_.find(task.tid);
    return found != tracees_.end() && found->second.serial == task.serial;
}

std::vector<pid_t> Registry::owned_by(unsigned worker) const {
    const Lock lock(mutex_);
    std::vector<pid_t> tids;
    for (const auto& [tid, entry] : tracees_) {
        if (entry.worker == worker) {
            tids.push_back(tid);
        }
    }
    return tids;
}

bool Registry::contains(pid_t tid) const {
    const Lock lock(mutex_);
    return tracees_.contains(tid);
}

std::size_t Registry::size() const {
    const Lock lock(mutex_);
    return tracees_.size();
}

std::vector<TaskFacts> Registry::leaving(bool all) const {
    const Lock lock(mutex_);
    std::vector<TaskFacts> tasks;
    for (const auto& [tid, entry] : tracees_) {
        if (all || entry.attached) {
            tasks.push_back({.id = {tid, entry.serial}, .attached = entry.attached});
        }
    }
    std::ranges::sort(tasks, {}, [](const TaskFacts& facts) { return facts.id.serial; });
    return tasks;
}

std::vector<pid_t> Registry::launched() const {
    const Lock lock(mutex_);
    std::vector<pid_t> tids;
    for (const auto& [tid, entry] : tracees_) {
        if (!entry.attached) {
            tids.push_back(tid);
        }
    }
    return tids;
}

}  // namespace troupe
