#include "troupe/core/affinity.hpp"

#include <algorithm>
#include <cerrno>

namespace troupe::affinity {

std::optional<cpu_set_t> of(pid_t tid) {
    cpu_set_t cpus;
    CPU_ZERO(&cpus);
    if (::sched_getaffinity(tid, sizeof cpus, &cpus) != 0) {
        return std::nullopt;
    }
    return cpus;
}

Result<void> set(pid_t tid, const cpu_set_t& cpus) {
    if (::sched_setaffinity(tid, sizeof cpus, &cpus) != 0) {
        return failure("set the CPUs", errno, TaskId{tid, 0});
    }
    return {};
}

cpu_set_t only(int cpu) {
    cpu_set_t cpus;
    CPU_ZERO(&cpus);
    CPU_SET(static_cast<std::size_t>(cpu), &cpus);
    return cpus;
}

bool contains(const cpu_set_t& cpus, int cpu) { return CPU_ISSET(static_cast<std::size_t>(cpu), &cpus); }

std::span<const std::byte> as_written(const cpu_set_t& cpus, std::size_t bytes) {
    return std::as_bytes(std::span(&cpus, 1)).first(std::min(bytes, sizeof cpus));
}

}  // namespace troupe::affinity
