#include "core/tables/flags/mount_queries.hpp"

// Which parts of the status of a mount are asked for (linux/mount.h).
namespace troupe {

namespace {

constexpr NamedConstant mount_status_parts_rows[] = {
    {0x1, "STATMOUNT_SB_BASIC"},          {0x2, "STATMOUNT_MNT_BASIC"},     {0x4, "STATMOUNT_PROPAGATE_FROM"},
    {0x8, "STATMOUNT_MNT_ROOT"},          {0x10, "STATMOUNT_MNT_POINT"},    {0x20, "STATMOUNT_FS_TYPE"},
    {0x40, "STATMOUNT_MNT_NS_ID"},        {0x80, "STATMOUNT_MNT_OPTS"},     {0x100, "STATMOUNT_FS_SUBTYPE"},
    {0x200, "STATMOUNT_SB_SOURCE"},       {0x400, "STATMOUNT_OPT_ARRAY"},   {0x800, "STATMOUNT_OPT_SEC_ARRAY"},
    {0x1000, "STATMOUNT_SUPPORTED_MASK"}, {0x2000, "STATMOUNT_MNT_UIDMAP"}, {0x4000, "STATMOUNT_MNT_GIDMAP"},
};

constexpr NamedConstant superblock_flags_rows[] = {{1, "MS_RDONLY"}, {16, "MS_SYNCHRONOUS"}, {128, "MS_DIRSYNC"}, {1 << 25, "MS_LAZYTIME"}};

constexpr NamedConstant mount_list_flags_rows[] = {{1, "LISTMOUNT_REVERSE"}};

}  // namespace

constinit const FlagSet mount_status_parts{
    .name = "mount_status_parts", .unknown = "STATMOUNT_???", .rows = mount_status_parts_rows, .is_long = true};
constinit const FlagSet superblock_flags{"superblock_flags", "MS_???", superblock_flags_rows};
constinit const FlagSet mount_list_flags{"mount_list_flags", "LISTMOUNT_???", mount_list_flags_rows};

}  // namespace troupe
