#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <unordered_map>

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
    /// The same, of a thread whose scheduling policy is about to be set: SCHED_DEADLINE is refused to a thread that may not run on all
    /// CPUs of its domain (kernel/sched/syscalls.c).
    void release_for_policy(pid_t tid) TROUPE_EXCLUDES(mutex_);
    /// Gone.
    void forget(TaskId task) TROUPE_EXCLUDES(mutex_);
    /// After execve by a thread that was not the leader.
    void rename(TaskId task, pid_t tid) TROUPE_EXCLUDES(mutex_);
    /// A new tracee begins with the CPUs that its parent asked for.
    void inherit(pid_t parent, pid_t child) TROUPE_EXCLUDES(mutex_);

    /// What a tracee that is kept asked for; nothing: it is not kept, and the kernel's answer is the right one.
    [[nodiscard]] std::optional<CpuSet> asked_by(pid_t tid) const TROUPE_EXCLUDES(mutex_);
    /// A tracee has just set the CPUs of `tid`.
    void asked_anew(pid_t tid) TROUPE_EXCLUDES(mutex_);

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

    [[nodiscard]] Table::iterator find(TaskId task) TROUPE_REQUIRES(mutex_);
    [[nodiscard]] bool pin(pid_t tid, Kept kept, int cpu) TROUPE_REQUIRES(mutex_);
    void give_back(Table::iterator kept) TROUPE_REQUIRES(mutex_);
    void erase(Table::iterator kept) TROUPE_REQUIRES(mutex_);

    // Immutable
    Guardian& guardian_;

    // Any thread: under the lock
    mutable Mutex mutex_;
    Table kept_ TROUPE_GUARDED_BY(mutex_);
};

}  // namespace troupe
