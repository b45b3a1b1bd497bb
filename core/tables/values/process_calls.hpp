#pragma once

#include "troupe/core/constants.hpp"

/// Values of one call of processes or two.
namespace troupe {

extern const ValueSet membarrier_commands, signal_event_kinds, kcmp_types, io_priority_kinds, io_priority_classes, capability_versions,
    futex_bitsets, ptrace_requests;

}  // namespace troupe
