#pragma once

#include <limits>
#include <unordered_map>

#include "troupe/core/abi.hpp"
#include "troupe/core/task_id.hpp"

namespace troupe::lua {

/// Hooks and monitors for an exit that were added while that very call was at its entry: they begin with the next call. Kept only for
/// calls during whose entry something was added.
class LateExits {
 public:
    static constexpr int everyone = std::numeric_limits<int>::max();
    static constexpr int no_hook = -1;

    /// At the exit of the call that `task` is entering, only hooks up to this number run; `no_hook`: not even a waiting `next_sc`.
    void limit(TaskId task, SyscallId call, int last_hook) { limits_[task] = {call, last_hook}; }
    /// The limit of the exit that has come; forgets it. One of another call is stale: the engine did not show us the exit it was for.
    [[nodiscard]] int take(TaskId task, SyscallId call) {
        if (limits_.empty()) return everyone;
        const auto found = limits_.find(task);
        if (found == limits_.end()) return everyone;
        const Limit limit = found->second;
        limits_.erase(found);
        return limit.call == call ? limit.last_hook : everyone;
    }
    /// The task is gone, or enters its next call.
    void forget(TaskId task) { limits_.erase(task); }

 private:
    struct Limit {
        SyscallId call;
        int last_hook = everyone;
    };
    std::unordered_map<TaskId, Limit> limits_;
};

}  // namespace troupe::lua
