#pragma once

#include <sched.h>
#include <sys/types.h>

#include <cstddef>
#include <optional>
#include <span>

#include "troupe/core/result.hpp"

/// The CPUs that a thread may use (man 2 sched_setaffinity). Any thread of ours may ask for and set those of any tracee.
namespace troupe::affinity {

/// Nothing: the thread is gone, or the machine has more CPUs than CPU_SETSIZE.
[[nodiscard]] std::optional<cpu_set_t> of(pid_t tid);
/// EPERM: another user's thread, or one of the deadline class. EINVAL: none of these CPUs is there for it.
[[nodiscard]] Result<void> set(pid_t tid, const cpu_set_t& cpus);

[[nodiscard]] cpu_set_t only(int cpu);
[[nodiscard]] bool contains(const cpu_set_t& cpus, int cpu);

/// What sched_getaffinity would have written, had the thread these CPUs: as many bytes as it did write.
[[nodiscard]] std::span<const std::byte> as_written(const cpu_set_t& cpus, std::size_t bytes);

}  // namespace troupe::affinity
