#include "troupe/core/affinity.hpp"

#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <bit>
#include <cerrno>

namespace troupe {

CpuSet CpuSet::only(int cpu) {
    CpuSet cpus;
    cpus.add(cpu);
    return cpus;
}

CpuSet CpuSet::all() {
    CpuSet cpus;
    cpus.words_.fill(~std::uint64_t{0});
    return cpus;
}

int CpuSet::count() const {
    int count = 0;
    for (const std::uint64_t word : words_) {
        count += std::popcount(word);
    }
    return count;
}

namespace affinity {

std::optional<CpuSet> of(pid_t tid) {
    CpuSet cpus;
    const auto bytes = cpus.bytes();
    if (::syscall(SYS_sched_getaffinity, tid, bytes.size(), bytes.data()) < 0) {
        return std::nullopt;
    }
    return cpus;
}

Result<void> set(pid_t tid, const CpuSet& cpus) {
    const auto bytes = cpus.bytes();
    if (::syscall(SYS_sched_setaffinity, tid, bytes.size(), bytes.data()) != 0) {
        return failure("set the CPUs", errno, TaskId{tid, 0});
    }
    return {};
}

bool is_realtime(pid_t tid) {
    const int policy = ::sched_getscheduler(tid) & ~SCHED_RESET_ON_FORK;
    return policy == SCHED_FIFO || policy == SCHED_RR || policy == SCHED_DEADLINE;
}

}  // namespace affinity
}  // namespace troupe
