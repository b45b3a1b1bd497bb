#pragma once

#include "troupe/core/constants.hpp"

/// How a path is looked up (linux/fcntl.h, linux/stat.h).
namespace troupe {

extern const FlagSet statx_flags, handle_flags, mount_lookup_flags, faccessat_flags;

}  // namespace troupe
