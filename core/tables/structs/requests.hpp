#pragma once

#include "troupe/core/kind.hpp"

/// Structures that newer calls take (linux/landlock.h, linux/futex.h, linux/mount.h, linux/fs.h, linux/xattr.h).
namespace troupe {

extern const StructLayout landlock_ruleset_layout, landlock_path_layout, landlock_port_layout, futex_waiter_layout, mount_attributes_layout,
    file_attributes_layout, extended_attribute_layout;

}  // namespace troupe
