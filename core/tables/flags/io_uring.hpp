#pragma once

#include "troupe/core/constants.hpp"

/// Bits of io_uring_setup(2) and io_uring_register(2).
namespace troupe {

extern const FlagSet io_uring_setup_flags, io_uring_features, resource_flags, ring_operation_flags, ring_entry_flags, ring_cancel_flags,
    ring_clone_flags;

}  // namespace troupe
