#pragma once

#include <concurrentqueue/concurrentqueue.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <queue>
#include <vector>

#include "troupe/core/observation.hpp"

namespace troupe {

/// What observers have yet to be told, in the order of the stops. Each worker's own come in order, and those of others in between: who
/// takes them out waits, with those after it, for the one whose number is due.
class Observations {
 public:
    /// So many are told at once.
    static constexpr std::size_t batch = 64;

    /// Any thread. True: that makes a batch, and the caller has to see that it is told.
    [[nodiscard]] bool add(Observation&& observation);
    /// Any thread.
    [[nodiscard]] bool any() const { return waiting_.load(std::memory_order_acquire) != 0; }
    /// Those whose turn it is. One thread at a time.
    [[nodiscard]] std::vector<Observation> take();

 private:
    struct Later {
        bool operator()(const Observation& left, const Observation& right) const { return left.sequence > right.sequence; }
    };

    // Any thread: atomic
    moodycamel::ConcurrentQueue<Observation> queue_;
    std::atomic<std::uint64_t> next_{0};
    std::atomic<std::size_t> waiting_{0};

    // Baton only
    std::priority_queue<Observation, std::vector<Observation>, Later> early_;
    std::uint64_t due_ = 0;
};

}  // namespace troupe
