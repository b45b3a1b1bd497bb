#pragma once

#include <sys/types.h>

#include <compare>
#include <cstdint>

namespace troupe {

/// A tracee: its thread id, and a serial of ours, because the kernel reuses thread ids.
struct TaskId {
    pid_t tid = 0;
    std::uint32_t serial = 0;

    friend constexpr auto operator<=>(const TaskId&, const TaskId&) = default;
};

}  // namespace troupe
