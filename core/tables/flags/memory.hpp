#pragma once

#include "troupe/core/constants.hpp"

/// Mappings.
namespace troupe {

extern const ValueSet mmap_kinds;
extern const FlagSet mmap_flags, mmap_protection, mremap_flags, msync_flags, mlock_flags, madvise_flags;

}  // namespace troupe
