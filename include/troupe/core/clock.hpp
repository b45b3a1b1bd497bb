#pragma once

#include <time.h>

#include <cstdint>

namespace troupe {

/// Nanoseconds of CLOCK_MONOTONIC: for intervals.
inline std::uint64_t monotonic_ns() {
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<std::uint64_t>(now.tv_sec) * 1'000'000'000U + static_cast<std::uint64_t>(now.tv_nsec);
}

}  // namespace troupe
