#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>

#include "troupe/core/affinity.hpp"
#include "troupe/core/procfs.hpp"

namespace troupe {

/// What a worker asks about tasks that need not be stopped, nor be its tracees. `linux_tasks` looks at /proc; tests have another.
/// Everything may be gone by the time that one asks: then the answer is empty.
class Tasks {
 public:
    Tasks() = default;
    Tasks(const Tasks&) = delete;
    Tasks& operator=(const Tasks&) = delete;
    virtual ~Tasks() = default;

    [[nodiscard]] virtual std::optional<procfs::Status> status_of(pid_t tid) = 0;
    /// The CPUs that it may run on. Nothing: it is gone.
    [[nodiscard]] virtual std::optional<CpuSet> cpus_of(pid_t tid) = 0;
    /// Whether `tid` is a thread of `process`. One system call; status_of takes three and more.
    [[nodiscard]] virtual bool is_thread_of(pid_t process, pid_t tid) = 0;
    /// Its end waits to be reaped, and no thread of it is left.
    [[nodiscard]] virtual bool is_over(pid_t process) = 0;
    /// How long it has run on CPUs so far, in ns. Exact while it is stopped.
    [[nodiscard]] virtual std::optional<std::uint64_t> time_on_cpu(pid_t tid) = 0;
    /// The wait status of a process that is ending, 0 of one that is not; nothing where it has been reaped.
    [[nodiscard]] virtual std::optional<int> ending_of(pid_t process) = 0;
};

/// Those of the system that we run on.
[[nodiscard]] Tasks& linux_tasks();

}  // namespace troupe
