#pragma once

#include <chrono>
#include <cstdint>

#include "troupe/core/summary.hpp"

namespace troupe {

/// Whether calls are counted, and what is done with the counts: `-c` and what goes with it.
struct SummaryConfig {
    enum class Use : std::uint8_t {
        none,
        only,        ///< -c: calls are neither decoded nor printed
        with_trace,  ///< -C
    };
    Use use = Use::none;
    bool by_thread = false;  ///< -ff: a table for each thread and process
    SummaryForm form{};
    std::chrono::nanoseconds overhead{};  ///< is taken off the time of each call
    std::chrono::nanoseconds every{};     ///< the table is printed every so often, too; 0: only at the end

    [[nodiscard]] bool replaces_trace() const { return use == Use::only; }
};

}  // namespace troupe
