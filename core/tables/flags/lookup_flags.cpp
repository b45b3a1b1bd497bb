#include "core/tables/flags/lookup_flags.hpp"

#include <array>

#include "core/tables/values/statx_sync.hpp"

/// How a path is looked up, where the bits mean something else than in most calls.
namespace troupe {

namespace {

constexpr auto statx_flags_rows =
    std::to_array<NamedConstant>({{0x100, "AT_SYMLINK_NOFOLLOW"}, {0x800, "AT_NO_AUTOMOUNT"}, {0x1000, "AT_EMPTY_PATH"}});

constexpr auto faccessat_flags_rows =
    std::to_array<NamedConstant>({{0x100, "AT_SYMLINK_NOFOLLOW"}, {0x200, "AT_EACCESS"}, {0x1000, "AT_EMPTY_PATH"}});

}  // namespace

constinit const FlagSet statx_flags{.name = "statx_flags",
                                    .unknown = "AT_???",
                                    .rows = statx_flags_rows,
                                    .value_mask = 0x6000,
                                    .values = &statx_sync_values,
                                    .values_apart = true};
constinit const FlagSet faccessat_flags{"faccessat_flags", "AT_???", faccessat_flags_rows};

}  // namespace troupe
