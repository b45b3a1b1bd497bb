#pragma once

#include "troupe/core/constants.hpp"

/// Sets of capabilities: the first 32, and those above.
namespace troupe {

extern const FlagSet low_capabilities, high_capabilities;

}  // namespace troupe
