#pragma once

#include <sys/types.h>

#include <array>
#include <cstddef>
#include <optional>

#include "troupe/core/event.hpp"
#include "troupe/core/thread_roles.hpp"

namespace troupe {

/// How the last tracees ended, for a worker that missed the end of a thread of the same process: the kernel tells the same of all of them.
/// Any thread.
class RecentEnds {
 public:
    void add(pid_t tid, const Dying& how) TROUPE_EXCLUDES(mutex_) {
        const Lock lock(mutex_);
        ends_[next_++ % ends_.size()] = {tid, how};
    }
    /// The last one of that tid.
    [[nodiscard]] std::optional<Dying> of(pid_t tid) const TROUPE_EXCLUDES(mutex_) {
        const Lock lock(mutex_);
        for (std::size_t back = 1; back <= ends_.size(); ++back) {
            const End& end = ends_[(next_ + ends_.size() - back) % ends_.size()];
            if (end.tid == tid) {
                return end.how;
            }
        }
        return std::nullopt;
    }

 private:
    struct End {
        pid_t tid = 0;
        Dying how;
    };

    mutable Mutex mutex_;
    std::array<End, 256> ends_ TROUPE_GUARDED_BY(mutex_){};
    std::size_t next_ TROUPE_GUARDED_BY(mutex_) = 0;
};

}  // namespace troupe
