#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace troupe {

/// How long things took, in buckets of an eighth of a power of two: percentiles are right within 9 percent.
class Latency {
 public:
    void add(std::uint64_t ns) {
        ++buckets_[bucket_of(ns)];
        ++count_;
    }
    Latency& operator+=(const Latency& other) {
        for (std::size_t i = 0; i < buckets_.size(); ++i) {
            buckets_[i] += other.buckets_[i];
        }
        count_ += other.count_;
        return *this;
    }
    /// The time, in ns, within which this share (0 to 1) of them was done; 0: there were none.
    [[nodiscard]] std::uint64_t percentile(double share) const {
        const auto wanted = static_cast<std::uint64_t>(static_cast<double>(count_) * share);
        std::uint64_t seen = 0;
        for (std::size_t i = 0; i < buckets_.size(); ++i) {
            seen += buckets_[i];
            if (buckets_[i] != 0 && seen >= wanted) {
                return upper_end(i);
            }
        }
        return 0;
    }
    [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
    static constexpr unsigned steps = 8;
    static constexpr unsigned step_bits = 3;

    static std::size_t bucket_of(std::uint64_t ns) {
        if (ns < steps) {
            return ns;
        }
        const unsigned power = static_cast<unsigned>(std::bit_width(ns)) - 1;
        return (power - step_bits + 1) * steps + ((ns >> (power - step_bits)) & (steps - 1));
    }
    static std::uint64_t upper_end(std::size_t bucket) {
        if (bucket < steps) {
            return bucket;
        }
        const unsigned shift = static_cast<unsigned>(bucket / steps) - 1;
        return ((steps + bucket % steps + 1) << shift) - 1;
    }

    std::array<std::uint64_t, 62 * steps> buckets_{};
    std::uint64_t count_ = 0;
};

}  // namespace troupe
