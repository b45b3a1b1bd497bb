#pragma once

#include <sys/types.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "troupe/core/result.hpp"

namespace troupe {

/// A set of CPUs as the kernel has it, for as many as it can be built for on x86-64 (NR_CPUS, arch/x86/Kconfig). A cpu_set_t has room for
/// 1,024, and where there may be more, sched_getaffinity does not answer into it (EINVAL).
class CpuSet {
 public:
    static constexpr int most = 8192;

    [[nodiscard]] static CpuSet only(int cpu);
    /// Every CPU that there can be: set, it leaves a thread where its cpuset does.
    [[nodiscard]] static CpuSet all();

    void add(int cpu) { words_[index(cpu)] |= bit(cpu); }
    [[nodiscard]] bool contains(int cpu) const { return (words_[index(cpu)] & bit(cpu)) != 0; }
    [[nodiscard]] int count() const;
    [[nodiscard]] bool empty() const { return count() == 0; }
    [[nodiscard]] bool operator==(const CpuSet& other) const = default;

    /// As the kernel reads and writes it.
    [[nodiscard]] std::span<std::byte> bytes() { return std::as_writable_bytes(std::span(words_)); }
    [[nodiscard]] std::span<const std::byte> bytes() const { return std::as_bytes(std::span(words_)); }

 private:
    static constexpr int bits = 64;
    static constexpr std::size_t index(int cpu) { return static_cast<std::size_t>(cpu / bits); }
    static constexpr std::uint64_t bit(int cpu) { return std::uint64_t{1} << (cpu % bits); }

    std::array<std::uint64_t, most / bits> words_{};
};

/// The CPUs that a thread may use (man 2 sched_setaffinity). Any thread of ours may ask for and set those of any tracee; 0 is itself.
namespace affinity {

/// Nothing: the thread is gone, or the kernel does not tell.
[[nodiscard]] std::optional<CpuSet> of(pid_t tid);
/// EPERM: another user's thread. EBUSY: one of the deadline class. EINVAL: none of these CPUs is there for it.
[[nodiscard]] Result<void> set(pid_t tid, const CpuSet& cpus);

/// Its policy is SCHED_FIFO, SCHED_RR or SCHED_DEADLINE: no ordinary thread runs on its CPU while it does.
[[nodiscard]] bool is_realtime(pid_t tid);

}  // namespace affinity
}  // namespace troupe
