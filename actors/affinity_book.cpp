#include "actors/affinity_book.hpp"

namespace troupe {
namespace {

/// Of a tracee that is kept on `cpu`: what another process has set since.
std::optional<CpuSet> set_by_another(pid_t tid, int cpu) {
    auto now = affinity::of(tid);
    return now && *now != CpuSet::only(cpu) ? now : std::nullopt;
}

/// Whether these CPUs are all that a thread can have. It has all of them afterwards.
bool has_all(pid_t tid, const CpuSet& cpus) { return affinity::set(tid, CpuSet::all()) && affinity::of(tid) == cpus; }

}  // namespace

bool AffinityBook::keep(TaskId task, int cpu, bool attached) {
    const Lock lock(mutex_);
    const bool is_realtime = affinity::is_realtime(task.tid);
    auto known = find(task);
    if (known != kept_.end() && set_by_another(task.tid, known->second.cpu)) {
        erase(known);
        known = kept_.end();
    }
    if (known != kept_.end() && (is_realtime || !known->second.asked.contains(cpu))) {
        give_back(known);
        return false;
    }
    if (known != kept_.end()) {
        return known->second.cpu == cpu || pin(task.tid, known->second, cpu);
    }
    const auto asked = is_realtime ? std::nullopt : affinity::of(task.tid);
    if (!asked || !asked->contains(cpu)) {
        return false;
    }
    Kept kept{.serial = task.serial, .attached = attached, .asked = *asked};
    if (attached) {
        guardian_.keep_cpus(task.tid, kept.asked, std::nullopt);
    }
    kept.unrestricted = has_all(task.tid, kept.asked);
    return pin(task.tid, kept, cpu);
}

/// Where the kernel refuses, the tracee runs where it asked to; where it refuses that as well, what it asked for is remembered.
bool AffinityBook::pin(pid_t tid, Kept kept, int cpu) {
    if (kept.attached) {
        guardian_.keep_cpus(tid, kept.given_back(), std::nullopt);
    }
    if (affinity::set(tid, CpuSet::only(cpu))) {
        kept.cpu = cpu;
        kept_[tid] = kept;
        if (kept.attached) {
            guardian_.keep_cpus(tid, kept.given_back(), cpu);
        }
        return true;
    }
    const auto known = kept_.find(tid);
    if (affinity::set(tid, kept.given_back()) && known != kept_.end()) {
        erase(known);
    } else if (known == kept_.end()) {
        guardian_.cpus_are_back(tid);
    }
    return false;
}

void AffinityBook::release(TaskId task) {
    const Lock lock(mutex_);
    if (const auto kept = find(task); kept != kept_.end()) {
        give_back(kept);
    }
}

void AffinityBook::release_for_policy(pid_t tid) {
    const Lock lock(mutex_);
    if (const auto kept = kept_.find(tid); kept != kept_.end()) {
        give_back(kept);
    }
}

void AffinityBook::give_back(Table::iterator kept) {
    if (!set_by_another(kept->first, kept->second.cpu)) {
        (void)affinity::set(kept->first, kept->second.given_back());  // it may be gone
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
        guardian_.keep_cpus(tid, row.given_back(), row.cpu);
    }
}

void AffinityBook::inherit(pid_t parent, pid_t child) {
    const Lock lock(mutex_);
    if (const auto kept = kept_.find(parent); kept != kept_.end()) {
        const auto now = set_by_another(parent, kept->second.cpu);
        (void)affinity::set(child, now ? *now : kept->second.given_back());  // it may be gone
    }
}

std::optional<CpuSet> AffinityBook::asked_by(pid_t tid) const {
    const Lock lock(mutex_);
    const auto kept = kept_.find(tid);
    if (kept == kept_.end()) {
        return std::nullopt;
    }
    const auto now = set_by_another(tid, kept->second.cpu);
    return now ? now : kept->second.asked;
}

void AffinityBook::asked_anew(pid_t tid) {
    const Lock lock(mutex_);
    const auto kept = kept_.find(tid);
    if (kept == kept_.end()) {
        return;
    }
    const auto asked = affinity::of(tid);
    if (!asked || !asked->contains(kept->second.cpu)) {
        erase(kept);
        return;
    }
    kept->second.asked = *asked;
    kept->second.unrestricted = false;
    (void)pin(tid, kept->second, kept->second.cpu);
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
