#include "actors/own_filters.hpp"

#include <algorithm>

#include "troupe/core/other_filters.hpp"

namespace troupe {

bool OwnFilters::leave_wanted_calls(const Plan& plan) const {
    if (!programs_) {
        return false;
    }
    const std::uint64_t last = last_answer_.load(std::memory_order_relaxed);
    if (last / 2 == plan.revision) {
        return last % 2 != 0;
    }
    const bool leave = std::ranges::none_of(*programs_, [&plan](const auto& program) { return may_answer_first(program, plan.asked); });
    last_answer_.store(plan.revision * 2 + (leave ? 1 : 0), std::memory_order_relaxed);
    return leave;
}

}  // namespace troupe
