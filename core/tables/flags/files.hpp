#pragma once

#include "troupe/core/constants.hpp"

/// Names, descriptors and ranges of files.
namespace troupe {

extern const FlagSet access_modes, at_flags, statx_masks, statx_attributes, close_range_flags, fallocate_modes, fd_flags, flock_operations,
    directory_notice_flags, memfd_flags, rename_flags, splice_flags, sync_file_range_flags, xattr_flags, resolve_flags;

}  // namespace troupe
