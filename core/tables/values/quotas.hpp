#pragma once

#include "troupe/core/constants.hpp"

/// Quotas of disk space.
namespace troupe {

extern const ValueSet quota_commands, quota_types, quota_formats;

}  // namespace troupe
