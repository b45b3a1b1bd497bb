#pragma once

#include "troupe/core/constants.hpp"

/// Values of bpf(2).
namespace troupe {

extern const ValueSet bpf_map_types, bpf_program_types, bpf_attach_types, bpf_element_flags, bpf_file_types, no_numa_node;

}  // namespace troupe
