#pragma once

#include "troupe/core/constants.hpp"

/// How far statx asks a file server (linux/fcntl.h).
namespace troupe {

extern const ValueSet statx_sync_values;

}  // namespace troupe
