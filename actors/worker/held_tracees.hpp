#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "actors/worker/stop.hpp"
#include "troupe/core/task_id.hpp"

namespace troupe {

/// The stops that tracees are kept in; their tokens are nowhere else. A tracee leaves by `release`, or by its death. Worker only.
class HeldTracees {
 public:
    enum class Why : std::uint8_t {
        delay,      ///< a rule or a hook said so
        parent,     ///< an early child, until the event of its parent
        departure,  ///< until all tracees of all workers are stopped
        filters,    ///< it is about to put filters on threads that others own: until those are watched
    };

    /// `until` is when a delay is over (monotonic clock, ns); for the others there is no such time.
    void hold(TaskId task, Stop&& stop, Why why, std::uint64_t until = 0);
    /// Its stop, to let it go on. Nothing: it is not held.
    [[nodiscard]] std::optional<Stop> release(TaskId task);
    /// It died, or another thread's execve took its place: there is no stop any more.
    void forget(TaskId task);

    [[nodiscard]] bool holds(TaskId task) const { return held_.contains(task); }
    [[nodiscard]] bool holds(TaskId task, Why why) const;
    /// Those whose delay is over by `now`, the earliest first.
    [[nodiscard]] std::vector<TaskId> due(std::uint64_t now) const;
    [[nodiscard]] std::vector<TaskId> held_for(Why why) const;
    [[nodiscard]] std::size_t count(Why why) const { return counts_[static_cast<std::size_t>(why)]; }

    ~HeldTracees();
    HeldTracees() = default;
    HeldTracees(const HeldTracees&) = delete;
    HeldTracees& operator=(const HeldTracees&) = delete;

 private:
    struct Held {
        Stop stop;
        Why why{};
        std::uint64_t until = 0;
    };

    std::map<TaskId, Held> held_;
    std::set<std::pair<std::uint64_t, TaskId>> delays_;  // by when they are over
    std::array<std::size_t, 4> counts_{};                // by `Why`
};

}  // namespace troupe
