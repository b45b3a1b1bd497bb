#pragma once

#include <atomic>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "actors/plan.hpp"
#include "troupe/core/filter.hpp"

namespace troupe {

/// The filters that a program has put on itself, over ours. Threads and children that inherit them share this; execve keeps them. Any
/// thread.
class OwnFilters {
 public:
    static constexpr int unknown_count = std::numeric_limits<int>::max();

    /// Without `programs`: they could not be read.
    explicit OwnFilters(int count, std::optional<std::vector<FilterProgram>> programs = {})
        : count_(count), programs_(std::move(programs)) {}

    /// They only become more.
    [[nodiscard]] int count() const { return count_; }
    /// None of them answers a call that is wanted before ours does.
    [[nodiscard]] bool leave_wanted_calls(const Plan& plan) const;

 private:
    const int count_;
    const std::optional<std::vector<FilterProgram>> programs_;
    // Any thread: atomic
    mutable std::atomic<std::uint64_t> last_answer_{0};  // the revision of the plan, doubled, and the answer
};

}  // namespace troupe
