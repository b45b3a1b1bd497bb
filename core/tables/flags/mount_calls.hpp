#pragma once

#include "troupe/core/constants.hpp"

/// Bits of the newer calls that mount (linux/mount.h).
namespace troupe {

extern const FlagSet open_tree_flags, move_mount_flags, fsopen_flags, fsmount_flags, fspick_flags, mount_attributes;

}  // namespace troupe
