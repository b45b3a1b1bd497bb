#pragma once

#include <time.h>

#include <cstdint>

namespace troupe {

inline std::uint64_t clock_ns(clockid_t clock) {
    timespec now{};
    ::clock_gettime(clock, &now);
    return static_cast<std::uint64_t>(now.tv_sec) * 1'000'000'000U + static_cast<std::uint64_t>(now.tv_nsec);
}

/// Nanoseconds of CLOCK_MONOTONIC: for intervals.
inline std::uint64_t monotonic_ns() { return clock_ns(CLOCK_MONOTONIC); }

/// When something was, in nanoseconds.
struct Timestamp {
    std::uint64_t realtime = 0;   ///< since 1970 (UTC); may be set back
    std::uint64_t monotonic = 0;  ///< since the machine started, without the time that it was suspended

    [[nodiscard]] static Timestamp now() { return {clock_ns(CLOCK_REALTIME), clock_ns(CLOCK_MONOTONIC)}; }
};

}  // namespace troupe
