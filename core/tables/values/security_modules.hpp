#pragma once

#include "troupe/core/constants.hpp"

/// Security modules and what they know of a process.
namespace troupe {

extern const ValueSet security_modules, security_attributes;

}  // namespace troupe
