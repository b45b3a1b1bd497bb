#pragma once

#include "troupe/core/constants.hpp"

/// Opening files. The numbers are those of the kernel: the C library hides O_LARGEFILE where it has no effect.
namespace troupe {

extern const ValueSet open_access_modes;
extern const FlagSet open_flags, pipe_flags, dup3_flags;

}  // namespace troupe
