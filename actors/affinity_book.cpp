#include "actors/affinity_book.hpp"

#include "troupe/core/affinity.hpp"

namespace troupe {

bool AffinityBook::keep(TaskId task, int cpu, bool attached) {
    const Lock lock(mutex_);
    const auto known = find(task);
    const auto asked = known != kept_.end() ? std::optional(known->second.asked) : affinity::of(task.tid);
    if (!asked || !affinity::contains(*asked, cpu)) {
        return false;
    }
    if (attached) {
        guardian_.keep_cpus(task.tid, *asked);
    }
    if (!affinity::set(task.tid, affinity::only(cpu))) {
        guardian_.cpus_are_back(task.tid);
        kept_.erase(task.tid);
        return false;
    }
    kept_[task.tid] = {task.serial, cpu, attached, *asked};
    return true;
}

void AffinityBook::release(TaskId task) {
    const Lock lock(mutex_);
    const auto kept = find(task);
    if (kept == kept_.end()) {
        return;
    }
    const cpu_set_t ours = affinity::only(kept->second.cpu);
    const auto now = affinity::of(task.tid);
    if (now && CPU_EQUAL(&*now, &ours)) {
        (void)affinity::set(task.tid, kept->second.asked);  // it may be gone
    }
    erase(kept);
}

void AffinityBook::forget(TaskId task) {
    const Lock lock(mutex_);
    if (const auto kept = find(task); kept != kept_.end()) {
        erase(kept);
    }
}

void AffinityBook::rename(TaskId task, pid_t tid) {
    const Lock lock(mutex_);
    if (const auto leader = kept_.find(tid); leader != kept_.end()) {
        erase(leader);
    }
    const auto kept = find(task);
    if (kept == kept_.end()) {
        return;
    }
    const Kept row = kept->second;
    erase(kept);
    kept_[tid] = row;
    if (row.attached) {
        guardian_.keep_cpus(tid, row.asked);
    }
}

void AffinityBook::inherit(pid_t parent, pid_t child) {
    const Lock lock(mutex_);
    if (const auto kept = kept_.find(parent); kept != kept_.end()) {
        (void)affinity::set(child, kept->second.asked);  // it may be gone
    }
}

std::optional<cpu_set_t> AffinityBook::asked_by(pid_t tid) const {
    const Lock lock(mutex_);
    const auto kept = kept_.find(tid);
    return kept != kept_.end() ? std::optional(kept->second.asked) : std::nullopt;
}

void AffinityBook::asked_anew(pid_t tid) {
    const Lock lock(mutex_);
    const auto kept = kept_.find(tid);
    if (kept == kept_.end()) {
        return;
    }
    const auto asked = affinity::of(tid);
    const int cpu = kept->second.cpu;
    if (!asked || !affinity::contains(*asked, cpu) || !affinity::set(tid, affinity::only(cpu))) {
        erase(kept);
        return;
    }
    kept->second.asked = *asked;
    if (kept->second.attached) {
        guardian_.keep_cpus(tid, *asked);
    }
}

AffinityBook::Table::iterator AffinityBook::find(TaskId task) {
    const auto kept = kept_.find(task.tid);
    return kept != kept_.end() && kept->second.serial == task.serial ? kept : kept_.end();
}

void AffinityBook::erase(Table::iterator kept) {
    if (kept->second.attached) {
        guardian_.cpus_are_back(kept->first);
    }
    kept_.erase(kept);
}

}  // namespace troupe
