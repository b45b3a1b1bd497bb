#pragma once

#include <sys/types.h>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace troupe {

/// A tracee: its thread id, and a serial of ours, because the kernel reuses thread ids.
struct TaskId {
    pid_t tid = 0;
    std::uint32_t serial = 0;

    friend constexpr auto operator<=>(const TaskId&, const TaskId&) = default;
};

}  // namespace troupe

template <>
struct std::hash<troupe::TaskId> {
    std::size_t operator()(troupe::TaskId task) const noexcept {
        return std::hash<std::uint64_t>{}(static_cast<std::uint64_t>(task.serial) << 32U | static_cast<std::uint32_t>(task.tid));
    }
};
