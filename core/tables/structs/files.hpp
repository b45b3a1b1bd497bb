#pragma once

#include "troupe/core/kind.hpp"

/// Structures of files and file systems.
namespace troupe {

extern const StructLayout stat_layout, old_stat_layout, stat64_layout, statfs_layout, statfs64_layout, statx_layout, statx_timestamp_layout,
    flock_layout, flock64_layout, open_how_layout, dirent_layout, dirent64_layout, old_dirent_layout;

}  // namespace troupe
