#pragma once

#include <sys/types.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "troupe/core/lineage.hpp"
#include "troupe/core/task_id.hpp"
#include "troupe/core/thread_roles.hpp"
#include "troupe/core/tracee_memory.hpp"
#include "troupe/core/view.hpp"

namespace troupe {

/// Every tracee of every worker. Any thread.
class Registry {
 public:
    /// A tracee of ours: gives it its serial. `attached`: it was not started by us, and outlives us.
    TaskId add(pid_t tid, unsigned worker, bool attached) TROUPE_EXCLUDES(mutex_);
    /// Gone. Nothing happens if it is not there (any more). Returns how many are left.
    std::size_t remove(TaskId task) TROUPE_EXCLUDES(mutex_);
    /// After execve by a thread that was not the leader: `task` answers to another tid. Returns the leader that vanished by it,
    /// with its worker, if it was a tracee.
    struct Owned {
        TaskId task{};
        unsigned worker = 0;
    };
    Owned rename(TaskId task, pid_t tid) TROUPE_EXCLUDES(mutex_);

    /// The lineage of a thread that is attached to.
    [[nodiscard]] Lineage next_attached() { return Lineage::root(attached_.fetch_add(1, std::memory_order_relaxed) + 1); }

    /// It lives with another worker from now on.
    void move(TaskId task, unsigned worker) TROUPE_EXCLUDES(mutex_);

    /// The process that we launched. Its tid stays its own, whichever of its threads calls execve.
    void set_command(pid_t pid) { command_.store(pid, std::memory_order_relaxed); }
    [[nodiscard]] bool is_command(pid_t tid) const { return command_.load(std::memory_order_relaxed) == tid; }

    /// What is to be expected of the memory of all of them.
    [[nodiscard]] UserFaults& user_faults() { return user_faults_; }

    [[nodiscard]] bool holds(TaskId task) const TROUPE_EXCLUDES(mutex_);
    [[nodiscard]] std::vector<pid_t> owned_by(unsigned worker) const TROUPE_EXCLUDES(mutex_);
    [[nodiscard]] bool contains(pid_t tid) const TROUPE_EXCLUDES(mutex_);
    [[nodiscard]] std::size_t size() const TROUPE_EXCLUDES(mutex_);
    /// What will be detached when we end: what we attached to, or `all`. Of each is known who it is.
    [[nodiscard]] std::vector<TaskFacts> leaving(bool all) const TROUPE_EXCLUDES(mutex_);
    /// Threads that we started, to be killed where nothing else helps.
    [[nodiscard]] std::vector<pid_t> launched() const TROUPE_EXCLUDES(mutex_);

 private:
    struct Entry {
        std::uint32_t serial = 0;
        unsigned worker = 0;
        bool attached = false;
    };

    /// The tid may be another thread's by now.
    [[nodiscard]] bool has(TaskId task) const TROUPE_REQUIRES(mutex_);

    // Any thread: atomic
    std::atomic<pid_t> command_{0};
    std::atomic<std::uint32_t> attached_{0};
    UserFaults user_faults_;

    // Any thread: under the lock
    mutable Mutex mutex_;
    std::unordered_map<pid_t, Entry> tracees_ TROUPE_GUARDED_BY(mutex_);
    std::uint32_t last_serial_ TROUPE_GUARDED_BY(mutex_) = 0;
};

}  // namespace troupe
