#include "core/tables/values/mount_calls.hpp"

#include <array>

/// The calls that open, configure and move mounts (linux/mount.h).
namespace troupe {

namespace {

constexpr auto fsconfig_commands_rows = std::to_array<NamedConstant>({{0, "FSCONFIG_SET_FLAG"},
                                                                      {1, "FSCONFIG_SET_STRING"},
                                                                      {2, "FSCONFIG_SET_BINARY"},
                                                                      {3, "FSCONFIG_SET_PATH"},
                                                                      {4, "FSCONFIG_SET_PATH_EMPTY"},
                                                                      {5, "FSCONFIG_SET_FD"},
                                                                      {6, "FSCONFIG_CMD_CREATE"},
                                                                      {7, "FSCONFIG_CMD_RECONFIGURE"},
                                                                      {8, "FSCONFIG_CMD_CREATE_EXCL"}});

/// Only one of them can be asked for.
constexpr auto mount_propagation_rows =
    std::to_array<NamedConstant>({{0x20000, "MS_UNBINDABLE"}, {0x40000, "MS_PRIVATE"}, {0x80000, "MS_SLAVE"}, {0x100000, "MS_SHARED"}});

constexpr auto mount_query_sizes_rows = std::to_array<NamedConstant>({{24, "MNT_ID_REQ_SIZE_VER0"}, {32, "MNT_ID_REQ_SIZE_VER1"}});

/// What stands for a mount that listmount looks below.
constexpr auto listed_mounts_rows = std::to_array<NamedConstant>({{~std::uint64_t{0}, "LSMT_ROOT"}});

}  // namespace

constinit const ValueSet mount_propagation{
    .name = "mount_propagation", .unknown = "MS_???", .rows = mount_propagation_rows, .is_long = true};
constinit const ValueSet fsconfig_commands{"fsconfig_commands", "FSCONFIG_???", fsconfig_commands_rows, true};
constinit const ValueSet mount_query_sizes{"mount_query_sizes", "MNT_ID_REQ_SIZE_???", mount_query_sizes_rows, true};
constinit const ValueSet listed_mounts{.name = "listed_mounts", .unknown = "", .rows = listed_mounts_rows, .is_long = true};

}  // namespace troupe
