#pragma once

#include "troupe/core/constants.hpp"

/// Advice about memory.
namespace troupe {

extern const ValueSet advice_values;

}  // namespace troupe
