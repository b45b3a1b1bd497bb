#pragma once

#include "troupe/core/constants.hpp"

/// Sets of values of perf_event_open(2).
namespace troupe {

extern const ValueSet counted_event_types, event_attribute_sizes, hardware_events, software_events, cache_events, cache_operations,
    cache_results, instruction_skids, reserved_event_bits, breakpoint_types;

}  // namespace troupe
