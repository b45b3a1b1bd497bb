#pragma once

#include <sys/types.h>

#include <set>

#include "troupe/core/kernel.hpp"
#include "troupe/core/tasks.hpp"

namespace troupe {

/// Processes that a tracee made with CLONE_PARENT, where children are not followed: its parent is us, so they are our children, though we
/// do not trace them. They are collected when they have ended, as the parent of an untraced command would do. Worker only.
class OwnChildren {
 public:
    /// A tracee has made `child`, as it knows it. In a PID namespace of its own it knows it by another number, and it is not found.
    void note(Tasks& tasks, pid_t child);
    void reap(Kernel& kernel);

 private:
    std::set<pid_t> living_;
};

}  // namespace troupe
