#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "actors/guardian.hpp"
#include "troupe/core/affinity.hpp"
#include "troupe/core/task_id.hpp"
#include "troupe/core/thread_roles.hpp"

namespace troupe {

/// The tracees that are kept on the CPU of their worker, and the CPUs that they asked for, which is what they are told. Any thread.
///
/// Processes that are not traced (taskset, a manager of containers) may set the CPUs of a tracee as well. The kernel does not tell who set
/// them; but a mask that is not the one CPU that we set is theirs, and it is what was asked for from then on.
class AffinityBook {
 public:
    explicit AffinityBook(Guardian& guardian) : guardian_(guardian) {}

    /// Keeps the tracee on `cpu`. False: it runs where it asked to. It asked for others; it runs in real time, and no worker would run
    /// beside it; or the kernel refuses (another user's thread).
    bool keep(TaskId task, int cpu, bool attached) TROUPE_EXCLUDES(mutex_);
    /// It may run where it asked to. Nothing happens to a tracee that is not kept, or whose CPUs another process has set since.
    void release(TaskId task) TROUPE_EXCLUDES(mutex_);
    /// Gone. A call that it was in is over.
    void forget(TaskId task) TROUPE_EXCLUDES(mutex_);
    /// After execve by a thread that was not the leader.
    void rename(TaskId task, pid_t tid) TROUPE_EXCLUDES(mutex_);
    /// A new tracee begins with the CPUs that its parent asked for.
    void inherit(pid_t parent, pid_t child) TROUPE_EXCLUDES(mutex_);

    /// `caller` goes into a call that asks for the CPUs of `tid`, sets them or depends on them (SCHED_DEADLINE is refused to a thread that
    /// may not run on all CPUs of its domain, kernel/sched/syscalls.c). Until the call is over that thread has what it asked for, and is
    /// not kept anywhere: so the kernel's answer is the right one, and what is set meanwhile cannot be taken for ours.
    void begin_call(TaskId caller, pid_t tid) TROUPE_EXCLUDES(mutex_);
    /// It is out of that; nothing happens where it was in none. The other is kept again as it was, or as it was to be meanwhile.
    void end_call(TaskId caller) TROUPE_EXCLUDES(mutex_);

    /// What a tracee that is kept asked for; nothing: it is not kept.
    [[nodiscard]] std::optional<CpuSet> asked_by(pid_t tid) const TROUPE_EXCLUDES(mutex_);

 private:
    struct Kept {
        std::uint32_t serial = 0;
        int cpu = 0;
        bool attached = false;
        CpuSet asked;
        /// These are all that its cpuset allows: it never asked for less, and gets those that are added to the cpuset.
        bool unrestricted = false;

        [[nodiscard]] CpuSet given_back() const { return unrestricted ? CpuSet::all() : asked; }
    };
    using Table = std::unordered_map<pid_t, Kept>;
    /// How a tracee is to be kept when no call is about it any more.
    struct Wish {
        TaskId task;
        int cpu = 0;
        bool attached = false;
    };
    /// A tracee in a call about the CPUs of a thread, of itself as a rule.
    struct Call {
        TaskId caller;
        pid_t about = 0;
        std::optional<Wish> afterwards;
    };

    [[nodiscard]] bool keep_now(const Wish& wish) TROUPE_REQUIRES(mutex_);
    /// Nothing: no call is about it.
    [[nodiscard]] Call* call_about(pid_t tid) TROUPE_REQUIRES(mutex_);
    void end(TaskId caller) TROUPE_REQUIRES(mutex_);
    void wish_nothing(TaskId task) TROUPE_REQUIRES(mutex_);
    [[nodiscard]] Table::iterator find(TaskId task) TROUPE_REQUIRES(mutex_);
    [[nodiscard]] bool pin(pid_t tid, Kept kept, int cpu) TROUPE_REQUIRES(mutex_);
    void give_back(Table::iterator kept) TROUPE_REQUIRES(mutex_);
    void erase(Table::iterator kept) TROUPE_REQUIRES(mutex_);

    // Immutable
    Guardian& guardian_;

    // Any thread: under the lock
    mutable Mutex mutex_;
    Table kept_ TROUPE_GUARDED_BY(mutex_);
    std::unordered_map<pid_t, int> kept_before_ TROUPE_GUARDED_BY(mutex_);  // the CPU: a child of that time may still be there
    std::vector<Call> calls_ TROUPE_GUARDED_BY(mutex_);                     // of one thread at most a few
};

}  // namespace troupe
