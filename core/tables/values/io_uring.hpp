#pragma once

#include "troupe/core/constants.hpp"

/// Values of io_uring_register(2) beside its operation.
namespace troupe {

extern const ValueSet ring_operations, ring_restrictions, ring_workers, napi_operations;

}  // namespace troupe
