#include "core/tables/flags/requests.hpp"

// Bits in structures that newer calls take (linux/landlock.h, linux/futex.h, linux/mount.h, linux/fs.h).
namespace troupe {

namespace {

constexpr NamedConstant landlock_file_rights_rows[] = {
    {0x1, "LANDLOCK_ACCESS_FS_EXECUTE"},      {0x2, "LANDLOCK_ACCESS_FS_WRITE_FILE"},  {0x4, "LANDLOCK_ACCESS_FS_READ_FILE"},
    {0x8, "LANDLOCK_ACCESS_FS_READ_DIR"},     {0x10, "LANDLOCK_ACCESS_FS_REMOVE_DIR"}, {0x20, "LANDLOCK_ACCESS_FS_REMOVE_FILE"},
    {0x40, "LANDLOCK_ACCESS_FS_MAKE_CHAR"},   {0x80, "LANDLOCK_ACCESS_FS_MAKE_DIR"},   {0x100, "LANDLOCK_ACCESS_FS_MAKE_REG"},
    {0x200, "LANDLOCK_ACCESS_FS_MAKE_SOCK"},  {0x400, "LANDLOCK_ACCESS_FS_MAKE_FIFO"}, {0x800, "LANDLOCK_ACCESS_FS_MAKE_BLOCK"},
    {0x1000, "LANDLOCK_ACCESS_FS_MAKE_SYM"},  {0x2000, "LANDLOCK_ACCESS_FS_REFER"},    {0x4000, "LANDLOCK_ACCESS_FS_TRUNCATE"},
    {0x8000, "LANDLOCK_ACCESS_FS_IOCTL_DEV"},
};
constexpr NamedConstant landlock_net_rights_rows[] = {{1, "LANDLOCK_ACCESS_NET_BIND_TCP"}, {2, "LANDLOCK_ACCESS_NET_CONNECT_TCP"}};
constexpr NamedConstant landlock_scopes_rows[] = {{1, "LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET"}, {2, "LANDLOCK_SCOPE_SIGNAL"}};
constexpr NamedConstant waiter_flags_rows[] = {{2, "FUTEX_32"}, {128, "FUTEX_PRIVATE_FLAG"}};
constexpr NamedConstant wide_futex_sizes_rows[] = {
    {0, "FUTEX2_SIZE_U8"}, {1, "FUTEX2_SIZE_U16"}, {2, "FUTEX2_SIZE_U32"}, {3, "FUTEX2_SIZE_U64"}};
constexpr NamedConstant wide_futex_flags_rows[] = {{4, "FUTEX2_NUMA"}, {8, "FUTEX2_MPOL"}, {128, "FUTEX2_PRIVATE"}};
constexpr NamedConstant wide_mount_attributes_rows[] = {
    {1, "MOUNT_ATTR_RDONLY"},       {2, "MOUNT_ATTR_NOSUID"},       {4, "MOUNT_ATTR_NODEV"},
    {8, "MOUNT_ATTR_NOEXEC"},       {16, "MOUNT_ATTR_NOATIME"},     {32, "MOUNT_ATTR_STRICTATIME"},
    {128, "MOUNT_ATTR_NODIRATIME"}, {0x100000, "MOUNT_ATTR_IDMAP"}, {0x200000, "MOUNT_ATTR_NOSYMFOLLOW"},
};
constexpr NamedConstant file_attributes_rows[] = {
    {0x1, "FS_XFLAG_REALTIME"},      {0x2, "FS_XFLAG_PREALLOC"},       {0x8, "FS_XFLAG_IMMUTABLE"}, {0x10, "FS_XFLAG_APPEND"},
    {0x20, "FS_XFLAG_SYNC"},         {0x40, "FS_XFLAG_NOATIME"},       {0x80, "FS_XFLAG_NODUMP"},   {0x100, "FS_XFLAG_RTINHERIT"},
    {0x200, "FS_XFLAG_PROJINHERIT"}, {0x400, "FS_XFLAG_NOSYMLINKS"},   {0x800, "FS_XFLAG_EXTSIZE"}, {0x1000, "FS_XFLAG_EXTSZINHERIT"},
    {0x2000, "FS_XFLAG_NODEFRAG"},   {0x4000, "FS_XFLAG_FILESTREAM"},  {0x8000, "FS_XFLAG_DAX"},    {0x10000, "FS_XFLAG_COWEXTSIZE"},
    {0x20000, "FS_XFLAG_VERITY"},    {0x80000000, "FS_XFLAG_HASATTR"},
};

constinit const ValueSet wide_futex_sizes{"wide_futex_sizes", "FUTEX2_SIZE_???", wide_futex_sizes_rows};

}  // namespace

constinit const FlagSet landlock_file_rights{"landlock_file_rights", "LANDLOCK_ACCESS_FS_???", landlock_file_rights_rows};
constinit const FlagSet landlock_net_rights{"landlock_net_rights", "LANDLOCK_ACCESS_NET_???", landlock_net_rights_rows};
constinit const FlagSet landlock_scopes{"landlock_scopes", "LANDLOCK_SCOPE_???", landlock_scopes_rows};
constinit const FlagSet waiter_flags{"waiter_flags", "FUTEX_???", waiter_flags_rows};
constinit const FlagSet wide_futex_flags{"wide_futex_flags", "FUTEX2_???", wide_futex_flags_rows, 3, &wide_futex_sizes};
constinit const FlagSet wide_mount_attributes{"wide_mount_attributes", "MOUNT_ATTR_???", wide_mount_attributes_rows};

constinit const FlagSet file_attributes{"file_attributes", "FS_XFLAG_???", file_attributes_rows};

}  // namespace troupe
