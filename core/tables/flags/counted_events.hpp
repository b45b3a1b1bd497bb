#pragma once

#include "troupe/core/constants.hpp"

/// Sets of bits of perf_event_open(2).
namespace troupe {

extern const FlagSet sampled_parts, counter_formats, sampled_branches;

}  // namespace troupe
