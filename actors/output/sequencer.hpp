#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "troupe/core/piece.hpp"

namespace troupe {

/// Pieces that wait for those before them. A plain value: who may touch it is its owner's business.
class Sequencer {
 public:
    void put(Piece&& piece);
    /// Appends the next pieces to `batch` as far as there is no gap, at most `limit`.
    void take(std::vector<Piece>& batch, std::size_t limit);
    /// Appends everything, over gaps.
    void take_rest(std::vector<Piece>& batch);

    [[nodiscard]] bool ready() const { return slot(next_).has_value(); }
    [[nodiscard]] std::size_t size() const { return waiting_; }

 private:
    [[nodiscard]] const std::optional<Piece>& slot(std::uint64_t sequence) const { return ring_[sequence & (ring_.size() - 1)]; }
    [[nodiscard]] std::optional<Piece>& slot(std::uint64_t sequence) { return ring_[sequence & (ring_.size() - 1)]; }
    void grow(std::uint64_t distance);

    std::vector<std::optional<Piece>> ring_ = std::vector<std::optional<Piece>>(64);  // a power of two
    std::uint64_t next_ = 0;                                                          // the sequence number to come next
    std::size_t waiting_ = 0;
};

}  // namespace troupe
