#include "core/tables/values/statx_sync.hpp"

#include <array>

/// Bits 13 and 14 of statx: how fresh the answer must be. None is unknown, and so 0 goes without saying where only numbers are written.
namespace troupe {

namespace {

constexpr auto statx_sync_values_rows = std::to_array<NamedConstant>({{0, "AT_STATX_SYNC_AS_STAT"},
                                                                      {0x2000, "AT_STATX_FORCE_SYNC"},
                                                                      {0x4000, "AT_STATX_DONT_SYNC"},
                                                                      {0x6000, "AT_STATX_FORCE_SYNC|AT_STATX_DONT_SYNC"}});

}  // namespace

constinit const ValueSet statx_sync_values{"statx_sync_values", "", statx_sync_values_rows};

}  // namespace troupe
