#pragma once

#include "troupe/core/constants.hpp"

/// What prctl and arch_prctl do.
namespace troupe {

extern const ValueSet prctl_codes, arch_prctl_codes;

}  // namespace troupe
