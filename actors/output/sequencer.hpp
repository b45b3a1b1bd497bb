#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "troupe/core/record.hpp"

namespace troupe {

/// Records that wait for those before them. A plain value: who may touch it is its owner's business.
class Sequencer {
 public:
    void put(Record&& record);
    /// Whether these are the next ones, in order, and nothing waits. Then they count as taken.
    [[nodiscard]] bool pass(std::span<const Record> records);
    /// Appends the next records to `batch` as far as there is no gap, at most `limit`.
    void take(std::vector<Record>& batch, std::size_t limit);
    /// Appends everything, over gaps.
    void take_rest(std::vector<Record>& batch);

    [[nodiscard]] bool ready() const { return slot(next_).has_value(); }
    [[nodiscard]] std::size_t size() const { return waiting_; }

 private:
    [[nodiscard]] const std::optional<Record>& slot(std::uint64_t sequence) const { return ring_[sequence & (ring_.size() - 1)]; }
    [[nodiscard]] std::optional<Record>& slot(std::uint64_t sequence) { return ring_[sequence & (ring_.size() - 1)]; }
    void grow(std::uint64_t distance);

    std::vector<std::optional<Record>> ring_ = std::vector<std::optional<Record>>(64);  // a power of two
    std::uint64_t next_ = 0;                                                            // the sequence number to come next
    std::size_t waiting_ = 0;
};

}  // namespace troupe
