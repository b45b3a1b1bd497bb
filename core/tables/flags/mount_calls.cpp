#include "core/tables/flags/mount_calls.hpp"

#include <array>

/// The calls that open, configure and move mounts (linux/mount.h).
namespace troupe {

namespace {

constexpr auto open_tree_flags_rows = std::to_array<NamedConstant>({{1, "OPEN_TREE_CLONE"},
                                                                    {0x80000, "OPEN_TREE_CLOEXEC"},
                                                                    {0x100, "AT_SYMLINK_NOFOLLOW"},
                                                                    {0x200, "AT_REMOVEDIR"},
                                                                    {0x400, "AT_SYMLINK_FOLLOW"},
                                                                    {0x800, "AT_NO_AUTOMOUNT"},
                                                                    {0x1000, "AT_EMPTY_PATH"},
                                                                    {0x8000, "AT_RECURSIVE"}});

constexpr auto move_mount_flags_rows = std::to_array<NamedConstant>({{1, "MOVE_MOUNT_F_SYMLINKS"},
                                                                     {2, "MOVE_MOUNT_F_AUTOMOUNTS"},
                                                                     {4, "MOVE_MOUNT_F_EMPTY_PATH"},
                                                                     {16, "MOVE_MOUNT_T_SYMLINKS"},
                                                                     {32, "MOVE_MOUNT_T_AUTOMOUNTS"},
                                                                     {64, "MOVE_MOUNT_T_EMPTY_PATH"},
                                                                     {0x100, "MOVE_MOUNT_SET_GROUP"},
                                                                     {0x200, "MOVE_MOUNT_BENEATH"}});

constexpr auto fsopen_flags_rows = std::to_array<NamedConstant>({{1, "FSOPEN_CLOEXEC"}});

constexpr auto fsmount_flags_rows = std::to_array<NamedConstant>({{1, "FSMOUNT_CLOEXEC"}});

constexpr auto fspick_flags_rows = std::to_array<NamedConstant>(
    {{1, "FSPICK_CLOEXEC"}, {2, "FSPICK_SYMLINK_NOFOLLOW"}, {4, "FSPICK_NO_AUTOMOUNT"}, {8, "FSPICK_EMPTY_PATH"}});

constexpr auto mount_attributes_rows = std::to_array<NamedConstant>({{1, "MOUNT_ATTR_RDONLY"},
                                                                     {2, "MOUNT_ATTR_NOSUID"},
                                                                     {4, "MOUNT_ATTR_NODEV"},
                                                                     {8, "MOUNT_ATTR_NOEXEC"},
                                                                     {16, "MOUNT_ATTR_NOATIME"},
                                                                     {32, "MOUNT_ATTR_STRICTATIME"},
                                                                     {128, "MOUNT_ATTR_NODIRATIME"},
                                                                     {0x100000, "MOUNT_ATTR_IDMAP"},
                                                                     {0x200000, "MOUNT_ATTR_NOSYMFOLLOW"}});

}  // namespace

constinit const FlagSet open_tree_flags{"open_tree_flags", "OPEN_TREE_???", open_tree_flags_rows};
constinit const FlagSet move_mount_flags{"move_mount_flags", "MOVE_MOUNT_???", move_mount_flags_rows};
constinit const FlagSet fsopen_flags{"fsopen_flags", "FSOPEN_???", fsopen_flags_rows};
constinit const FlagSet fsmount_flags{"fsmount_flags", "FSMOUNT_???", fsmount_flags_rows};
constinit const FlagSet fspick_flags{"fspick_flags", "FSPICK_???", fspick_flags_rows};
/// Those that a mount can be made with: the others are for mount_setattr.
constinit const FlagSet mount_attributes{"mount_attributes", "MOUNT_ATTR_???", std::span(mount_attributes_rows).first<7>()};

}  // namespace troupe
