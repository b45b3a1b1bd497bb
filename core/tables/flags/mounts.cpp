
#include "core/tables/flags/mounts.hpp"

#include "core/tables/named_constant.hpp"

// File systems.
namespace troupe {

namespace {

constexpr NamedConstant mount_flags_rows[] = {
    {1, "MS_RDONLY"},           {2, "MS_NOSUID"},           {4, "MS_NODEV"},
    {8, "MS_NOEXEC"},           {16, "MS_SYNCHRONOUS"},     {32, "MS_REMOUNT"},
    {64, "MS_MANDLOCK"},        {128, "MS_DIRSYNC"},        {256, "MS_NOSYMFOLLOW"},
    {1024, "MS_NOATIME"},       {2048, "MS_NODIRATIME"},    {4096, "MS_BIND"},
    {8192, "MS_MOVE"},          {16384, "MS_REC"},          {32768, "MS_SILENT"},
    {0x10000, "MS_POSIXACL"},   {0x20000, "MS_UNBINDABLE"}, {0x40000, "MS_PRIVATE"},
    {0x80000, "MS_SLAVE"},      {0x100000, "MS_SHARED"},    {0x200000, "MS_RELATIME"},
    {0x400000, "MS_KERNMOUNT"}, {0x800000, "MS_I_VERSION"}, {0x1000000, "MS_STRICTATIME"},
    {0x2000000, "MS_LAZYTIME"}, {0x4000000, "MS_SUBMOUNT"}, {0x8000000, "MS_NOREMOTELOCK"},
    {0x10000000, "MS_NOSEC"},   {0x20000000, "MS_BORN"},    {0x40000000, "MS_ACTIVE"},
    {0x80000000, "MS_NOUSER"},
};

constexpr NamedConstant mount_magic_rows[] = {
    {0xc0ed0000, "MS_MGC_VAL"},
};

constexpr NamedConstant umount_flags_rows[] = {
    {1, "MNT_FORCE"},
    {2, "MNT_DETACH"},
    {4, "MNT_EXPIRE"},
    {8, "UMOUNT_NOFOLLOW"},
};

constexpr NamedConstant statfs_flags_rows[] = {
    {0x20, "ST_VALID"},       {1, "ST_RDONLY"},         {2, "ST_NOSUID"},           {4, "ST_NODEV"},
    {8, "ST_NOEXEC"},         {0x10, "ST_SYNCHRONOUS"}, {0x40, "ST_MANDLOCK"},      {0x400, "ST_NOATIME"},
    {0x800, "ST_NODIRATIME"}, {0x1000, "ST_RELATIME"},  {0x2000, "ST_NOSYMFOLLOW"},
};

}  // namespace

constinit const FlagSet mount_flags{.name = "mount_flags",
                                    .unknown = "MS_???",
                                    .rows = mount_flags_rows,
                                    .value_mask = 0xffff0000,
                                    .values = &mount_magic,
                                    .values_apart = true,
                                    .is_long = true};
constinit const ValueSet mount_magic{"mount_magic", "", mount_magic_rows};
constinit const FlagSet umount_flags{"umount_flags", "MNT_???", umount_flags_rows};
constinit const FlagSet statfs_flags{"statfs_flags", "ST_???", statfs_flags_rows};

}  // namespace troupe
