#pragma once

#include "troupe/core/constants.hpp"

/// Bits of one call of processes or two.
namespace troupe {

extern const FlagSet pidfd_open_flags, pidfd_signal_flags, perf_event_open_flags, securebits, speculation_settings, scheduling_flags,
    membarrier_answers;

}  // namespace troupe
