#pragma once

#include <sys/types.h>

#include <atomic>
#include <map>
#include <memory>

#include "actors/own_filters.hpp"
#include "troupe/core/thread_roles.hpp"

namespace troupe {

/// What all workers have to know of the filters that programs put on themselves: a thread may put its own on all threads of its process
/// (SECCOMP_FILTER_FLAG_TSYNC), which other workers own. Any thread.
class FilterBook {
 public:
    /// `sets_no_new_privs`: the kernel took our filter with no_new_privs only.
    explicit FilterBook(bool sets_no_new_privs);
    FilterBook(const FilterBook&) = delete;
    FilterBook& operator=(const FilterBook&) = delete;

    /// A thread of this process is about to. Until the end nothing is known of the others.
    void begin(pid_t process) TROUPE_EXCLUDES(mutex_);
    /// With the filters that all have then; nullptr: it failed.
    void end(pid_t process, std::shared_ptr<const OwnFilters> filters) TROUPE_EXCLUDES(mutex_);
    /// The process is over.
    void forget(pid_t process) TROUPE_EXCLUDES(mutex_);
    /// What its threads were given that way, if that is more than what this one is known to have; else that.
    [[nodiscard]] std::shared_ptr<const OwnFilters> of(pid_t process, const std::shared_ptr<const OwnFilters>& known) const
        TROUPE_EXCLUDES(mutex_);
    /// False nearly always, so that nothing else need be asked.
    [[nodiscard]] bool any() const { return any_.load(std::memory_order_acquire); }

    /// True when it is asked for the first time: that filters cannot be read is said once.
    [[nodiscard]] bool first_unreadable() { return !unreadable_.exchange(true, std::memory_order_relaxed); }
    [[nodiscard]] bool set_no_new_privs() const { return set_no_new_privs_; }

 private:
    struct Process {
        unsigned in_progress = 0;
        std::shared_ptr<const OwnFilters> filters;
    };

    // Immutable
    const bool set_no_new_privs_;
    const std::shared_ptr<const OwnFilters> unknown_;
    // Any thread: atomic
    std::atomic<bool> any_{false};
    std::atomic<bool> unreadable_{false};
    // Any thread: under the lock
    mutable Mutex mutex_;
    std::map<pid_t, Process> processes_ TROUPE_GUARDED_BY(mutex_);
};

}  // namespace troupe
