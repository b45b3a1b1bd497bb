#pragma once

#include <atomic>
#include <cstdint>
#include <limits>
#include <optional>

namespace troupe {

/// How many calls are still to be printed before all tracees are detached (`--syscall-limit`). Any thread.
class CallLimit {
 public:
    explicit CallLimit(std::optional<std::uint64_t> most) : left_(most.value_or(std::numeric_limits<std::uint64_t>::max())) {}

    enum class Count : std::uint8_t { one_of_them, the_last, too_late };
    /// A call is to be printed as a whole.
    [[nodiscard]] Count count() {
        std::uint64_t left = left_.load(std::memory_order_relaxed);
        while (left != 0 && !left_.compare_exchange_weak(left, left - 1, std::memory_order_relaxed)) {
        }
        return left == 0 ? Count::too_late : left == 1 ? Count::the_last : Count::one_of_them;
    }
    /// For another reason, no call more is to be printed.
    void end_now() { left_.store(0, std::memory_order_relaxed); }
    [[nodiscard]] bool is_reached() const { return left_.load(std::memory_order_relaxed) == 0; }

 private:
    std::atomic<std::uint64_t> left_;
};

}  // namespace troupe
