#pragma once

#include "troupe/core/constants.hpp"

/// Bits in structures that newer calls take (linux/landlock.h, linux/futex.h, linux/mount.h, linux/fs.h).
namespace troupe {

extern const FlagSet landlock_file_rights, landlock_net_rights, landlock_scopes, waiter_flags, wide_futex_flags, wide_mount_attributes,
    file_attributes;

}  // namespace troupe
