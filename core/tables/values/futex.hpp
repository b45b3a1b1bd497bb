#pragma once

#include "troupe/core/constants.hpp"

/// Futex operations: FUTEX_PRIVATE_FLAG is part of the name, FUTEX_CLOCK_REALTIME is written behind it.
namespace troupe {

extern const ValueSet futex_operations, futex_wake_operations, futex_comparisons;

}  // namespace troupe
