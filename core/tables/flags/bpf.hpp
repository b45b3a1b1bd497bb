#pragma once

#include "troupe/core/constants.hpp"

/// Bits of bpf(2).
namespace troupe {

extern const FlagSet bpf_map_flags, bpf_program_flags, bpf_attach_flags, bpf_file_flags, bpf_lookup_flags, bpf_query_flags, bpf_run_flags;

}  // namespace troupe
