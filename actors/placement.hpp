#pragma once

#include <atomic>
#include <cstddef>
#include <span>
#include <vector>

#include "troupe/actors/placement.hpp"
#include "troupe/core/affinity.hpp"

namespace troupe {

/// A worker, as placement sees it.
struct WorkerLoad {
    int cpu = 0;
    unsigned talkative = 0;  ///< tracees that stop often and do not wait for something, the one that is to be placed not counted
};

/// Where a tracee that lives `here` ought to live. Only workers on CPUs that it asked for are considered; `here` if there is none.
/// `turn` counts the questions.
[[nodiscard]] std::size_t place(Placement policy, std::span<const WorkerLoad> workers, std::size_t here, const CpuSet& asked,
                                std::size_t turn);

/// How many talkative tracees live with each worker. Any thread.
class LoadBoard {
 public:
    explicit LoadBoard(const std::vector<int>& cpus);

    void came(std::size_t worker) { workers_[worker].talkative.fetch_add(1, std::memory_order_relaxed); }
    void left(std::size_t worker) { workers_[worker].talkative.fetch_sub(1, std::memory_order_relaxed); }
    /// One of those that came waits for something, or does not any more.
    void rests(std::size_t worker) { workers_[worker].resting.fetch_add(1, std::memory_order_relaxed); }
    void wakes(std::size_t worker) { workers_[worker].resting.fetch_sub(1, std::memory_order_relaxed); }
    [[nodiscard]] unsigned at(std::size_t worker) const { return workers_[worker].talkative.load(std::memory_order_relaxed); }
    [[nodiscard]] std::vector<WorkerLoad> loads() const;
    [[nodiscard]] std::size_t next_turn() { return turns_.fetch_add(1, std::memory_order_relaxed); }

 private:
    struct alignas(64) Row {
        int cpu = 0;
        std::atomic<unsigned> talkative{0};
        std::atomic<unsigned> resting{0};
    };
    std::vector<Row> workers_;
    std::atomic<std::size_t> turns_{0};
};

}  // namespace troupe
