#pragma once

#include "troupe/core/constants.hpp"

/// Values of the newer calls that mount (linux/mount.h).
namespace troupe {

extern const ValueSet fsconfig_commands, mount_propagation, mount_query_sizes, listed_mounts;

}  // namespace troupe
