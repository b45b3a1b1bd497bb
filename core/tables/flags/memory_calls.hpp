#pragma once

#include "troupe/core/constants.hpp"

/// Bits of one memory call or two.
namespace troupe {

extern const FlagSet mlockall_flags, pkey_rights, userfaultfd_flags, shmat_flags, shadow_stack_flags, membarrier_flags;

}  // namespace troupe
