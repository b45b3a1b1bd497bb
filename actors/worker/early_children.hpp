#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>

#include "troupe/core/task_id.hpp"

namespace troupe {

/// Children whose first stop, or even whose end, comes before the event of their parent. Worker only.
///
/// The kernel wakes a child before it stops its parent, so that the child's report may come first. Until the parent's event nothing is
/// known of the child, and it may outlive the child. Only two things take the event back: a SIGKILL of the parent, and an execve by another
/// thread of its process. So no clock decides how long a child waits; what decides is whether a thread is left that may be its parent and
/// has not stopped since the child's first stop: a tracee reports its events in their order, so one that has stopped for anything else is
/// not the parent.
class EarlyChildren {
 public:
    /// What a parent's event is about.
    enum class Child : std::uint8_t {
        unknown,  ///< it has not been heard of yet
        early,    ///< it has had its first stop, and waits
        ended,    ///< it has lived and died
    };

    /// The first stop of a tracee whose parent has not told of it. `stops`: how many stops the worker has served.
    void first_stop(TaskId child, std::uint64_t stops) { waiting_[child.tid] = {child, stops}; }
    /// It is known whose child it is, or that this will not be known; or it is dead.
    void forget(TaskId child);
    /// The end of a thread that no parent has told of.
    void ended(pid_t tid) { ended_.insert(tid); }
    /// Another thread has this tid now.
    void recycled(pid_t tid) { ended_.erase(tid); }

    /// The event of a parent names `tid`. `exists`: the tid is a thread's at this moment. A thread that ended and was reaped is not there
    /// any more, so what is there is another one, with a recycled tid.
    [[nodiscard]] Child parent_event(pid_t tid, bool exists);
    /// Whether `parent_event` depends on `exists`.
    [[nodiscard]] bool has_ended(pid_t tid) const { return ended_.contains(tid); }

    [[nodiscard]] bool waits(TaskId child) const;
    [[nodiscard]] bool any_waits() const { return !waiting_.empty(); }
    /// How many stops had been served at its first one.
    [[nodiscard]] std::uint64_t since(TaskId child) const;
    /// How many ended without a parent's event so far, and are remembered.
    [[nodiscard]] std::size_t remembered() const { return ended_.size(); }

 private:
    struct Waiting {
        TaskId task{};
        std::uint64_t stops = 0;
    };

    std::map<pid_t, Waiting> waiting_;
    std::set<pid_t> ended_;
};

}  // namespace troupe
