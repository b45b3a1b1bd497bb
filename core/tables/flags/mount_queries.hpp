#pragma once

#include "troupe/core/constants.hpp"

/// Bits of statmount(2) and listmount(2).
namespace troupe {

extern const FlagSet mount_status_parts, superblock_flags, mount_list_flags;

}  // namespace troupe
