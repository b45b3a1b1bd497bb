#pragma once

#include "troupe/core/constants.hpp"

/// Values of calls that move data between descriptors.
namespace troupe {

extern const ValueSet io_uring_registrations;

}  // namespace troupe
