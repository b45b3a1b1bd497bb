#pragma once

#include "troupe/core/constants.hpp"

/// Bits of calls that move data between descriptors.
namespace troupe {

extern const FlagSet read_write_flags, seal_flags, io_uring_enter_flags;

}  // namespace troupe
