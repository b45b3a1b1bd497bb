#pragma once

#include "troupe/core/constants.hpp"

/// Bits of io_uring_setup(2).
namespace troupe {

extern const FlagSet io_uring_setup_flags, io_uring_features, resource_flags;

}  // namespace troupe
