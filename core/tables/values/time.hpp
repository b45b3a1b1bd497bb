#pragma once

#include "troupe/core/constants.hpp"

/// Clocks and timers.
namespace troupe {

extern const ValueSet clock_ids, interval_timers;

}  // namespace troupe
