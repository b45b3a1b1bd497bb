#pragma once

#include "troupe/core/constants.hpp"

/// File systems.
namespace troupe {

extern const FlagSet mount_flags, umount_flags, statfs_flags;
extern const ValueSet mount_magic;

}  // namespace troupe
