#pragma once

#include "troupe/core/constants.hpp"

/// Values of the arguments of prctl (linux/prctl.h).
namespace troupe {

extern const ValueSet capability_names, dumpable_values, seccomp_modes, ambient_operations, vma_settings, tsc_modes, speculation_features,
    process_vm_map_parts;

}  // namespace troupe
