#pragma once

#include "troupe/core/constants.hpp"

/// Values of the arguments of prctl (linux/prctl.h).
namespace troupe {

extern const ValueSet capability_names, dumpable_values, seccomp_modes, ambient_operations, vma_settings, tsc_modes, speculation_features,
    process_vm_map_parts, memory_error_settings, memory_error_policies, speculation_states, user_dispatch_modes, core_scheduling_commands,
    pid_types, any_tracer, processor_features;

}  // namespace troupe
