#include "core/tables/flags/lookup_flags.hpp"

#include <array>

#include "core/tables/values/statx_sync.hpp"

/// How a path is looked up, where the bits mean something else than in most calls.
namespace troupe {

namespace {

constexpr auto statx_flags_rows = std::to_array<NamedConstant>({{0x100, "AT_SYMLINK_NOFOLLOW"},
                                                                {0x200, "AT_REMOVEDIR"},
                                                                {0x400, "AT_SYMLINK_FOLLOW"},
                                                                {0x800, "AT_NO_AUTOMOUNT"},
                                                                {0x1000, "AT_EMPTY_PATH"},
                                                                {0x8000, "AT_RECURSIVE"}});

/// 0x200 is AT_HANDLE_FID there, 1 and 2 have names since Linux 6.12 and 6.14 (linux/fcntl.h).
constexpr auto handle_flags_rows = std::to_array<NamedConstant>({{0x400, "AT_SYMLINK_FOLLOW"},
                                                                 {0x1000, "AT_EMPTY_PATH"},
                                                                 {0x200, "AT_HANDLE_FID"},
                                                                 {1, "AT_HANDLE_MNT_ID_UNIQUE"},
                                                                 {2, "AT_HANDLE_CONNECTABLE"}});

constexpr auto mount_lookup_flags_rows = std::to_array<NamedConstant>(
    {{0x100, "AT_SYMLINK_NOFOLLOW"}, {0x800, "AT_NO_AUTOMOUNT"}, {0x1000, "AT_EMPTY_PATH"}, {0x8000, "AT_RECURSIVE"}});

constexpr auto faccessat_flags_rows =
    std::to_array<NamedConstant>({{0x100, "AT_SYMLINK_NOFOLLOW"}, {0x200, "AT_EACCESS"}, {0x1000, "AT_EMPTY_PATH"}});

}  // namespace

constinit const FlagSet statx_flags{.name = "statx_flags",
                                    .unknown = "AT_???",
                                    .rows = statx_flags_rows,
                                    .value_mask = 0x6000,
                                    .values = &statx_sync_values,
                                    .values_apart = true};
constinit const FlagSet handle_flags{"handle_flags", "AT_???", handle_flags_rows};
constinit const FlagSet mount_lookup_flags{"mount_lookup_flags", "AT_???", mount_lookup_flags_rows};
constinit const FlagSet faccessat_flags{"faccessat_flags", "AT_???", faccessat_flags_rows};

}  // namespace troupe
