#pragma once

#include "troupe/core/constants.hpp"

/// Bits of the arguments of prctl and arch_prctl, and words of theirs that are several values.
namespace troupe {

extern const FlagSet unalign_flags, fp_mode_flags, pointer_keys, enabled_pointer_keys, write_execute_flags, processor_feature_masks,
    granted_processor_features, shadow_stack_features;
extern const WordParts scalable_vector_length, scalable_matrix_length, tagged_address_control;

}  // namespace troupe
