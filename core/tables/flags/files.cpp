#include "core/tables/flags/files.hpp"

#include <fcntl.h>
#include <linux/close_range.h>
#include <linux/falloc.h>
#include <linux/fs.h>
#include <linux/stat.h>
#include <linux/xattr.h>
#include <sys/file.h>

#include "core/tables/named_constant.hpp"

// Names, descriptors and ranges of files.
namespace troupe {

namespace {

constexpr NamedConstant access_modes_rows[] = {
    {0, "F_OK"},
    {4, "R_OK"},
    {2, "W_OK"},
    {1, "X_OK"},
};

constexpr NamedConstant at_flags_rows[] = {
    {0x100, "AT_SYMLINK_NOFOLLOW"}, {0x200, "AT_REMOVEDIR"},   {0x400, "AT_SYMLINK_FOLLOW"},
    {0x800, "AT_NO_AUTOMOUNT"},     {0x1000, "AT_EMPTY_PATH"}, {0x8000, "AT_RECURSIVE"},
};

constexpr NamedConstant statx_masks_rows[] = {
    {0xfff, "STATX_ALL"},
    {0x7ff, "STATX_BASIC_STATS"},
    TROUPE_NAMED(STATX_TYPE),
    TROUPE_NAMED(STATX_MODE),
    TROUPE_NAMED(STATX_NLINK),
    TROUPE_NAMED(STATX_UID),
    TROUPE_NAMED(STATX_GID),
    TROUPE_NAMED(STATX_ATIME),
    TROUPE_NAMED(STATX_MTIME),
    TROUPE_NAMED(STATX_CTIME),
    TROUPE_NAMED(STATX_INO),
    TROUPE_NAMED(STATX_SIZE),
    TROUPE_NAMED(STATX_BLOCKS),
    TROUPE_NAMED(STATX_BTIME),
    {0x1000, "STATX_MNT_ID"},
    {0x2000, "STATX_DIOALIGN"},
    {0x4000, "STATX_MNT_ID_UNIQUE"},
    {0x8000, "STATX_SUBVOL"},
    {0x10000, "STATX_WRITE_ATOMIC"},
    {0x20000, "STATX_DIO_READ_ALIGN"},
};

constexpr NamedConstant statx_attributes_rows[] = {
    TROUPE_NAMED(STATX_ATTR_COMPRESSED),   TROUPE_NAMED(STATX_ATTR_IMMUTABLE), TROUPE_NAMED(STATX_ATTR_APPEND),
    TROUPE_NAMED(STATX_ATTR_NODUMP),       TROUPE_NAMED(STATX_ATTR_ENCRYPTED), TROUPE_NAMED(STATX_ATTR_AUTOMOUNT),
    TROUPE_NAMED(STATX_ATTR_MOUNT_ROOT),   TROUPE_NAMED(STATX_ATTR_VERITY),    TROUPE_NAMED(STATX_ATTR_DAX),
    {0x400000, "STATX_ATTR_WRITE_ATOMIC"},
};

constexpr NamedConstant close_range_flags_rows[] = {
    TROUPE_NAMED(CLOSE_RANGE_UNSHARE),
    TROUPE_NAMED(CLOSE_RANGE_CLOEXEC),
};

constexpr NamedConstant fallocate_modes_rows[] = {
    TROUPE_NAMED(FALLOC_FL_KEEP_SIZE),      TROUPE_NAMED(FALLOC_FL_PUNCH_HOLE), TROUPE_NAMED(FALLOC_FL_NO_HIDE_STALE),
    TROUPE_NAMED(FALLOC_FL_COLLAPSE_RANGE), TROUPE_NAMED(FALLOC_FL_ZERO_RANGE), TROUPE_NAMED(FALLOC_FL_INSERT_RANGE),
    TROUPE_NAMED(FALLOC_FL_UNSHARE_RANGE),
};

constexpr NamedConstant fd_flags_rows[] = {
    TROUPE_NAMED(FD_CLOEXEC),
};

constexpr NamedConstant flock_operations_rows[] = {
    {1, "LOCK_SH"},    {2, "LOCK_EX"},   {4, "LOCK_NB"},    {8, "LOCK_UN"},
    {32, "LOCK_MAND"}, {192, "LOCK_RW"}, {64, "LOCK_READ"}, {128, "LOCK_WRITE"},
};

constexpr NamedConstant directory_notice_flags_rows[] = {
    {1, "DN_ACCESS"},
    {2, "DN_MODIFY"},
    {4, "DN_CREATE"},
    {8, "DN_DELETE"},
    {0x10, "DN_RENAME"},
    {0x20, "DN_ATTRIB"},
    {0x80000000, "DN_MULTISHOT"},
};

// linux/memfd.h
constexpr ShiftedSize memfd_page_size{~std::uint64_t{0}, std::uint64_t{63} << 26, 26, "MFD_HUGE_SHIFT"};

constexpr NamedConstant memfd_flags_rows[] = {
    {1, "MFD_CLOEXEC"}, {2, "MFD_ALLOW_SEALING"}, {4, "MFD_HUGETLB"}, {8, "MFD_NOEXEC_SEAL"}, {0x10, "MFD_EXEC"},
};

constexpr NamedConstant rename_flags_rows[] = {
    TROUPE_NAMED(RENAME_NOREPLACE),
    TROUPE_NAMED(RENAME_EXCHANGE),
    TROUPE_NAMED(RENAME_WHITEOUT),
};

constexpr NamedConstant splice_flags_rows[] = {
    {1, "SPLICE_F_MOVE"},
    {2, "SPLICE_F_NONBLOCK"},
    {4, "SPLICE_F_MORE"},
    {8, "SPLICE_F_GIFT"},
};

constexpr NamedConstant sync_file_range_flags_rows[] = {
    TROUPE_NAMED(SYNC_FILE_RANGE_WAIT_BEFORE),
    TROUPE_NAMED(SYNC_FILE_RANGE_WRITE),
    TROUPE_NAMED(SYNC_FILE_RANGE_WAIT_AFTER),
};

constexpr NamedConstant xattr_flags_rows[] = {
    TROUPE_NAMED(XATTR_CREATE),
    TROUPE_NAMED(XATTR_REPLACE),
};

constexpr NamedConstant resolve_flags_rows[] = {
    {1, "RESOLVE_NO_XDEV"}, {2, "RESOLVE_NO_MAGICLINKS"}, {4, "RESOLVE_NO_SYMLINKS"},
    {8, "RESOLVE_BENEATH"}, {0x10, "RESOLVE_IN_ROOT"},    {0x20, "RESOLVE_CACHED"},
};

}  // namespace

constinit const FlagSet access_modes{"access_modes", "?_OK", access_modes_rows};
constinit const FlagSet at_flags{"at_flags", "AT_???", at_flags_rows};
constinit const FlagSet statx_masks{"statx_masks", "STATX_???", statx_masks_rows};
constinit const FlagSet statx_attributes{"statx_attributes", "STATX_ATTR_???", statx_attributes_rows};
constinit const FlagSet close_range_flags{"close_range_flags", "CLOSE_RANGE_???", close_range_flags_rows};
constinit const FlagSet fallocate_modes{"fallocate_modes", "FALLOC_FL_???", fallocate_modes_rows};
constinit const FlagSet fd_flags{"fd_flags", "FD_???", fd_flags_rows};
constinit const FlagSet flock_operations{"flock_operations", "LOCK_???", flock_operations_rows};
constinit const FlagSet directory_notice_flags{"directory_notice_flags", "DN_???", directory_notice_flags_rows};
constinit const FlagSet memfd_flags{.name = "memfd_flags", .unknown = "MFD_???", .rows = memfd_flags_rows, .size = &memfd_page_size};
constinit const FlagSet rename_flags{"rename_flags", "RENAME_??", rename_flags_rows};
constinit const FlagSet splice_flags{"splice_flags", "SPLICE_F_???", splice_flags_rows};
constinit const FlagSet sync_file_range_flags{"sync_file_range_flags", "SYNC_FILE_RANGE_???", sync_file_range_flags_rows};
constinit const FlagSet xattr_flags{"xattr_flags", "XATTR_???", xattr_flags_rows};
constinit const FlagSet resolve_flags{"resolve_flags", "RESOLVE_???", resolve_flags_rows};

}  // namespace troupe
