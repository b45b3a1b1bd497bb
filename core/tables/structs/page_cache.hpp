#pragma once

#include "troupe/core/kind.hpp"

/// What cachestat is asked and tells (linux/mman.h).
namespace troupe {

extern const StructLayout page_cache_range_layout, page_cache_state_layout;

}  // namespace troupe
