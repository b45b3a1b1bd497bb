#include "actors/affinity_book.hpp"

#include <algorithm>

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
    const Wish wish{task, cpu, attached};
    if (Call* call = call_about(task.tid)) {
        call->afterwards = wish;
        return false;
    }
    return keep_now(wish);
}

bool AffinityBook::keep_now(const Wish& wish) {
    const auto& [task, cpu, attached] = wish;
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
    wish_nothing(task);
    if (const auto kept = find(task); kept != kept_.end()) {
        give_back(kept);
    }
}

void AffinityBook::give_back(Table::iterator kept) {
    if (!set_by_another(kept->first, kept->second.cpu)) {
        (void)affinity::set(kept->first, kept->second.given_back());  // it may be gone
    }
    kept_before_[kept->first] = kept->second.cpu;
    erase(kept);
}

void AffinityBook::forget(TaskId task) {
    const Lock lock(mutex_);
    wish_nothing(task);
    end(task);
    kept_before_.erase(task.tid);
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

/// The parent may have been given its CPUs back since it made the child. A child that is not traced may have set its own.
void AffinityBook::inherit(pid_t parent, pid_t child) {
    const Lock lock(mutex_);
    const auto kept = kept_.find(parent);
    const auto before = kept_before_.find(parent);
    const auto now = kept != kept_.end() || before != kept_before_.end() ? affinity::of(child) : std::nullopt;
    const bool has_ours = now && ((kept != kept_.end() && *now == CpuSet::only(kept->second.cpu)) ||
                                  (before != kept_before_.end() && *now == CpuSet::only(before->second)));
    if (!has_ours) {
        return;
    }
    const auto by_another = kept != kept_.end() ? set_by_another(parent, kept->second.cpu) : affinity::of(parent);
    if (by_another || kept != kept_.end()) {
        (void)affinity::set(child, by_another ? *by_another : kept->second.given_back());  // it may be gone
    }
}

void AffinityBook::begin_call(TaskId caller, pid_t tid) {
    const Lock lock(mutex_);
    end(caller);
    Call call{.caller = caller, .about = tid, .afterwards = std::nullopt};
    if (const auto kept = kept_.find(tid); kept != kept_.end()) {
        call.afterwards = {{tid, kept->second.serial}, kept->second.cpu, kept->second.attached};
        give_back(kept);
    }
    calls_.push_back(call);
}

void AffinityBook::end_call(TaskId caller) {
    const Lock lock(mutex_);
    end(caller);
}

void AffinityBook::end(TaskId caller) {
    const auto is_of_caller = [&](const Call& call) { return call.caller == caller; };
    const auto call = std::find_if(calls_.begin(), calls_.end(), is_of_caller);
    if (call == calls_.end()) {
        return;
    }
    const Call ended = *call;
    calls_.erase(call);
    if (!ended.afterwards) {
        return;
    }
    if (Call* other = call_about(ended.about)) {
        other->afterwards = ended.afterwards;
    } else {
        (void)keep_now(*ended.afterwards);
    }
}

AffinityBook::Call* AffinityBook::call_about(pid_t tid) {
    const auto call = std::find_if(calls_.begin(), calls_.end(), [&](const Call& each) { return each.about == tid; });
    return call == calls_.end() ? nullptr : &*call;
}

void AffinityBook::wish_nothing(TaskId task) {
    for (Call& call : calls_) {
        if (call.afterwards && call.afterwards->task == task) {
            call.afterwards.reset();
        }
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
