#include "core/tables/values/files.hpp"

#include <fcntl.h>

#include "core/tables/named_constant.hpp"

// Files.
namespace troupe {

namespace {

constexpr NamedConstant fcntl_commands_rows[] = {
    {0, "F_DUPFD"},
    {1, "F_GETFD"},
    {2, "F_SETFD"},
    {3, "F_GETFL"},
    {4, "F_SETFL"},
    {5, "F_GETLK"},
    {6, "F_SETLK"},
    {7, "F_SETLKW"},
    {8, "F_SETOWN"},
    {9, "F_GETOWN"},
    {10, "F_SETSIG"},
    {11, "F_GETSIG"},
    {12, "F_GETLK64"},
    {13, "F_SETLK64"},
    {14, "F_SETLKW64"},
    {15, "F_SETOWN_EX"},
    {16, "F_GETOWN_EX"},
    {17, "F_GETOWNER_UIDS"},
    {36, "F_OFD_GETLK"},
    {37, "F_OFD_SETLK"},
    {38, "F_OFD_SETLKW"},
    {1024, "F_SETLEASE"},
    {1025, "F_GETLEASE"},
    {1026, "F_NOTIFY"},
    {1027, "F_DUPFD_QUERY"},
    {1028, "F_CREATED_QUERY"},
    {1029, "F_CANCELLK"},
    {1030, "F_DUPFD_CLOEXEC"},
    {1031, "F_SETPIPE_SZ"},
    {1032, "F_GETPIPE_SZ"},
    {1033, "F_ADD_SEALS"},
    {1034, "F_GET_SEALS"},
    {1035, "F_GET_RW_HINT"},
    {1036, "F_SET_RW_HINT"},
    {1037, "F_GET_FILE_RW_HINT"},
    {1038, "F_SET_FILE_RW_HINT"},
};

constexpr NamedConstant lock_types_rows[] = {
    {0, "F_RDLCK"}, {1, "F_WRLCK"}, {2, "F_UNLCK"}, {4, "F_EXLCK"}, {8, "F_SHLCK"},
};

constexpr NamedConstant owner_types_rows[] = {
    {0, "F_OWNER_TID"},
    {1, "F_OWNER_PID"},
    {2, "F_OWNER_PGRP"},
};

constexpr NamedConstant lseek_whence_rows[] = {
    {0, "SEEK_SET"}, {1, "SEEK_CUR"}, {2, "SEEK_END"}, {3, "SEEK_DATA"}, {4, "SEEK_HOLE"},
};

constexpr NamedConstant fadvise_values_rows[] = {
    TROUPE_NAMED(POSIX_FADV_NORMAL),   TROUPE_NAMED(POSIX_FADV_RANDOM),   TROUPE_NAMED(POSIX_FADV_SEQUENTIAL),
    TROUPE_NAMED(POSIX_FADV_WILLNEED), TROUPE_NAMED(POSIX_FADV_DONTNEED), TROUPE_NAMED(POSIX_FADV_NOREUSE),
};

constexpr NamedConstant write_life_hints_rows[] = {
    {0, "RWH_WRITE_LIFE_NOT_SET"}, {1, "RWH_WRITE_LIFE_NONE"}, {2, "RWH_WRITE_LIFE_SHORT"},
    {3, "RWH_WRITE_LIFE_MEDIUM"},  {4, "RWH_WRITE_LIFE_LONG"}, {5, "RWH_WRITE_LIFE_EXTREME"},
};

// linux/magic.h, and statfs(2) for those that are in no header.
constexpr NamedConstant file_system_types_rows[] = {
    {0x5a3c69f0, "AAFS_MAGIC"},
    {0xadf5, "ADFS_SUPER_MAGIC"},
    {0xadff, "AFFS_SUPER_MAGIC"},
    {0x6b414653, "AFS_FS_MAGIC"},
    {0x5346414f, "AFS_SUPER_MAGIC"},
    {0x9041934, "ANON_INODE_FS_MAGIC"},
    {0x187, "AUTOFS_SUPER_MAGIC"},
    {0x13661366, "BALLOON_KVM_MAGIC"},
    {0x62646576, "BDEVFS_MAGIC"},
    {0x42465331, "BEFS_SUPER_MAGIC"},
    {0x1badface, "BFS_MAGIC"},
    {0x6c6f6f70, "BINDERFS_SUPER_MAGIC"},
    {0x42494e4d, "BINFMTFS_MAGIC"},
    {0xcafe4a11, "BPF_FS_MAGIC"},
    {0x9123683e, "BTRFS_SUPER_MAGIC"},
    {0x73727279, "BTRFS_TEST_MAGIC"},
    {0xc36400, "CEPH_SUPER_MAGIC"},
    {0x63677270, "CGROUP2_SUPER_MAGIC"},
    {0x27e0eb, "CGROUP_SUPER_MAGIC"},
    {0xff534d42, "CIFS_SUPER_MAGIC"},
    {0x73757245, "CODA_SUPER_MAGIC"},
    {0x12ff7b7, "COH_SUPER_MAGIC"},
    {0x28cd3d45, "CRAMFS_MAGIC"},
    {0x453dcd28, "CRAMFS_MAGIC_WEND"},
    {0x64646178, "DAXFS_MAGIC"},
    {0x64626720, "DEBUGFS_MAGIC"},
    {0x1373, "DEVFS_SUPER_MAGIC"},
    {0x454d444d, "DEVMEM_MAGIC"},
    {0x1cd1, "DEVPTS_SUPER_MAGIC"},
    {0x444d4142, "DMA_BUF_MAGIC"},
    {0xf15f, "ECRYPTFS_SUPER_MAGIC"},
    {0xde5e81e4, "EFIVARFS_MAGIC"},
    {0x414a53, "EFS_SUPER_MAGIC"},
    {0xe0f5e1e2, "EROFS_SUPER_MAGIC_V1"},
    {0x2011bab0, "EXFAT_SUPER_MAGIC"},
    {0xef51, "EXT2_OLD_SUPER_MAGIC"},
    {0xef53, "EXT2_SUPER_MAGIC"},
    {0x137d, "EXT_SUPER_MAGIC"},
    {0xf2f52010, "F2FS_SUPER_MAGIC"},
    {0x65735543, "FUSE_CTL_SUPER_MAGIC"},
    {0x65735546, "FUSE_SUPER_MAGIC"},
    {0xbad1dea, "FUTEXFS_SUPER_MAGIC"},
    {0x1161970, "GFS2_MAGIC"},
    {0x47504653, "GPFS_SUPER_MAGIC"},
    {0x474d454d, "GUEST_MEMFD_MAGIC"},
    {0x482b, "HFSPLUS_SUPER_MAGIC"},
    {0x4244, "HFS_SUPER_MAGIC"},
    {0xc0ffee, "HOSTFS_SUPER_MAGIC"},
    {0xf995e849, "HPFS_SUPER_MAGIC"},
    {0x958458f6, "HUGETLBFS_MAGIC"},
    {0x9660, "ISOFS_SUPER_MAGIC"},
    {0x72b6, "JFFS2_SUPER_MAGIC"},
    {0x3153464a, "JFS_SUPER_MAGIC"},
    {0x2468, "MINIX2_SUPER_MAGIC"},
    {0x2478, "MINIX2_SUPER_MAGIC2"},
    {0x4d5a, "MINIX3_SUPER_MAGIC"},
    {0x137f, "MINIX_SUPER_MAGIC"},
    {0x138f, "MINIX_SUPER_MAGIC2"},
    {0x4d44, "MSDOS_SUPER_MAGIC"},
    {0x11307854, "MTD_INODE_FS_MAGIC"},
    {0x564c, "NCP_SUPER_MAGIC"},
    {0x6969, "NFS_SUPER_MAGIC"},
    {0x3434, "NILFS_SUPER_MAGIC"},
    {0x6e736673, "NSFS_MAGIC"},
    {0x5346544e, "NTFS_SB_MAGIC"},
    {0x7461636f, "OCFS2_SUPER_MAGIC"},
    {0x9fa1, "OPENPROM_SUPER_MAGIC"},
    {0x794c7630, "OVERLAYFS_SUPER_MAGIC"},
    {0x50494446, "PID_FS_MAGIC"},
    {0x50495045, "PIPEFS_MAGIC"},
    {0xc7571590, "PPC_CMM_MAGIC"},
    {0x9fa0, "PROC_SUPER_MAGIC"},
    {0x6165676c, "PSTOREFS_MAGIC"},
    {0x2f, "QNX4_SUPER_MAGIC"},
    {0x68191122, "QNX6_SUPER_MAGIC"},
    {0x858458f6, "RAMFS_MAGIC"},
    {0x52654973, "REISERFS_SUPER_MAGIC"},
    {0x7275, "ROMFS_MAGIC"},
    {0x5345434d, "SECRETMEM_MAGIC"},
    {0x73636673, "SECURITYFS_MAGIC"},
    {0xf97cff8c, "SELINUX_MAGIC"},
    {0x43415d53, "SMACK_MAGIC"},
    {0xfe534d42, "SMB2_SUPER_MAGIC"},
    {0x517b, "SMB_SUPER_MAGIC"},
    {0x534f434b, "SOCKFS_MAGIC"},
    {0x73717368, "SQUASHFS_MAGIC"},
    {0x57ac6e9d, "STACK_END_MAGIC"},
    {0x62656572, "SYSFS_MAGIC"},
    {0x12ff7b6, "SYSV2_SUPER_MAGIC"},
    {0x12ff7b5, "SYSV4_SUPER_MAGIC"},
    {0x1021994, "TMPFS_MAGIC"},
    {0x74726163, "TRACEFS_MAGIC"},
    {0x24051905, "UBIFS_SUPER_MAGIC"},
    {0x15013346, "UDF_SUPER_MAGIC"},
    {0x54190100, "UFS_CIGAM"},
    {0x11954, "UFS_MAGIC"},
    {0x9fa2, "USBDEVICE_SUPER_MAGIC"},
    {0x1021997, "V9FS_MAGIC"},
    {0xa501fcf5, "VXFS_SUPER_MAGIC"},
    {0xabba1974, "XENFS_SUPER_MAGIC"},
    {0x12ff7b4, "XENIX_SUPER_MAGIC"},
    {0x58465342, "XFS_SUPER_MAGIC"},
    {0x12fd16d, "XIAFS_SUPER_MAGIC"},
    {0x33, "Z3FOLD_MAGIC"},
    {0x2fc12fc1, "ZFS_SUPER_MAGIC"},
    {0x5a4f4653, "ZONEFS_MAGIC"},
};

// dirent.h, as readdir(3) has them.
constexpr NamedConstant directory_entry_types_rows[] = {
    {0, "DT_UNKNOWN"}, {1, "DT_FIFO"}, {2, "DT_CHR"},   {4, "DT_DIR"},  {6, "DT_BLK"},
    {8, "DT_REG"},     {10, "DT_LNK"}, {12, "DT_SOCK"}, {14, "DT_WHT"},
};

}  // namespace

constinit const ValueSet fcntl_commands{"fcntl_commands", "F_???", fcntl_commands_rows, true};
constinit const ValueSet lock_types{"lock_types", "F_???", lock_types_rows};
constinit const ValueSet owner_types{"owner_types", "F_OWNER_???", owner_types_rows};
constinit const ValueSet lseek_whence{"lseek_whence", "SEEK_???", lseek_whence_rows, true};
constinit const ValueSet fadvise_values{"fadvise_values", "POSIX_FADV_???", fadvise_values_rows};
constinit const ValueSet write_life_hints{"write_life_hints", "RWH_WRITE_LIFE_???", write_life_hints_rows};
constinit const ValueSet file_system_types{"file_system_types", "", file_system_types_rows};
constinit const ValueSet directory_entry_types{"directory_entry_types", "DT_???", directory_entry_types_rows};

}  // namespace troupe
