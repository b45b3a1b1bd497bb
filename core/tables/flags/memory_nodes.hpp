#pragma once

#include "troupe/core/constants.hpp"

/// From which nodes memory comes. mbind takes its policy as a long, the others as an int.
namespace troupe {

extern const ValueSet memory_policies;
extern const FlagSet memory_policy, long_memory_policy, bind_flags, move_flags, policy_questions;

}  // namespace troupe
