#pragma once

#include "troupe/core/constants.hpp"

/// Which fields of a quota are valid.
namespace troupe {

extern const FlagSet quota_valid, quota_info_valid, quota_info_flags, switched_quota_bits, removed_quota_bits;

}  // namespace troupe
