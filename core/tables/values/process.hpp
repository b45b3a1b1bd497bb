#pragma once

#include "troupe/core/constants.hpp"

/// Processes: limits, scheduling, waiting, signals.
namespace troupe {

extern const ValueSet priority_kinds, resource_limits, rusage_who, sched_policies, seccomp_operations, sigprocmask_hows, wait_id_types,
    rseq_cpu_ids;

}  // namespace troupe
