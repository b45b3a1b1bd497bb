#pragma once

#include "troupe/core/constants.hpp"

/// Making processes, waiting for them, what they share.
namespace troupe {

extern const FlagSet clone_flag_bits, clone3_flag_bits, namespace_flags, namespace_types, wait_options, personality_flags, rseq_flags,
    rseq_critical_flags, getrandom_flags;
extern const ValueSet personality_kinds;

}  // namespace troupe
