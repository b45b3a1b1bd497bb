// The structures of x86-64 against the system's headers: a field in the wrong place does not compile.
#include <asm/statfs.h>
#include <linux/sched.h>
#include <linux/stat.h>
#include <linux/utsname.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/sysinfo.h>
#include <sys/time.h>
#include <sys/times.h>

#include <cstddef>

#include "core/tables/structs/file_fields.hpp"
#include "core/tables/structs/process_fields.hpp"
#include "core/tables/structs/proof.hpp"
#include "core/tables/structs/statx_fields.hpp"

namespace kernel {
// asm/stat.h and linux/fcntl.h define these under names that the C library uses for its own.
#define stat system_stat
#include <asm/stat.h>
#undef stat
}  // namespace kernel

namespace troupe::structs {

inline constexpr Abi abi = Abi::x86_64;

TROUPE_PROVE_SIZE(stat_fields, abi, kernel::system_stat);
TROUPE_PROVE_FIELD(stat_fields, abi, kernel::system_stat, "st_dev", st_dev);
TROUPE_PROVE_FIELD(stat_fields, abi, kernel::system_stat, "st_ino", st_ino);
TROUPE_PROVE_FIELD(stat_fields, abi, kernel::system_stat, "st_nlink", st_nlink);
TROUPE_PROVE_FIELD(stat_fields, abi, kernel::system_stat, "st_mode", st_mode);
TROUPE_PROVE_FIELD(stat_fields, abi, kernel::system_stat, "st_uid", st_uid);
TROUPE_PROVE_FIELD(stat_fields, abi, kernel::system_stat, "st_gid", st_gid);
TROUPE_PROVE_FIELD(stat_fields, abi, kernel::system_stat, "st_rdev", st_rdev);
TROUPE_PROVE_FIELD(stat_fields, abi, kernel::system_stat, "st_size", st_size);
TROUPE_PROVE_FIELD(stat_fields, abi, kernel::system_stat, "st_blksize", st_blksize);
TROUPE_PROVE_FIELD(stat_fields, abi, kernel::system_stat, "st_blocks", st_blocks);
TROUPE_PROVE_FIELD(stat_fields, abi, kernel::system_stat, "st_atime", st_atime);
TROUPE_PROVE_FIELD(stat_fields, abi, kernel::system_stat, "st_mtime", st_mtime);
TROUPE_PROVE_FIELD(stat_fields, abi, kernel::system_stat, "st_ctime", st_ctime);
TROUPE_PROVE_FIELD(stat_fields, abi, kernel::system_stat, "st_ctime_nsec", st_ctime_nsec);

TROUPE_PROVE_SIZE(statfs_fields, abi, struct statfs);
TROUPE_PROVE_FIELD(statfs_fields, abi, struct statfs, "f_ffree", f_ffree);
TROUPE_PROVE_FIELD(statfs_fields, abi, struct statfs, "f_fsid", f_fsid);
TROUPE_PROVE_FIELD(statfs_fields, abi, struct statfs, "f_flags", f_flags);

TROUPE_PROVE_SIZE(statx_fields, abi, struct statx);
TROUPE_PROVE_FIELD(statx_fields, abi, struct statx, "stx_mode", stx_mode);
TROUPE_PROVE_FIELD(statx_fields, abi, struct statx, "stx_attributes_mask", stx_attributes_mask);
TROUPE_PROVE_FIELD(statx_fields, abi, struct statx, "stx_atime", stx_atime);
TROUPE_PROVE_FIELD(statx_fields, abi, struct statx, "stx_mtime", stx_mtime);
TROUPE_PROVE_FIELD(statx_fields, abi, struct statx, "stx_rdev_major", stx_rdev_major);
TROUPE_PROVE_FIELD(statx_fields, abi, struct statx, "stx_mnt_id", stx_mnt_id);

TROUPE_PROVE_SIZE(rlimit_fields, abi, struct rlimit);
TROUPE_PROVE_SIZE(rusage_fields, abi, struct rusage);
TROUPE_PROVE_FIELD(rusage_fields, abi, struct rusage, "ru_stime", ru_stime);
TROUPE_PROVE_FIELD(rusage_fields, abi, struct rusage, "ru_nivcsw", ru_nivcsw);
TROUPE_PROVE_SIZE(sysinfo_fields, abi, struct sysinfo);
TROUPE_PROVE_FIELD(sysinfo_fields, abi, struct sysinfo, "procs", procs);
TROUPE_PROVE_FIELD(sysinfo_fields, abi, struct sysinfo, "totalhigh", totalhigh);
TROUPE_PROVE_FIELD(sysinfo_fields, abi, struct sysinfo, "mem_unit", mem_unit);
TROUPE_PROVE_SIZE(utsname_fields, abi, struct new_utsname);
TROUPE_PROVE_SIZE(clone_args_fields, abi, struct clone_args);
TROUPE_PROVE_FIELD(clone_args_fields, abi, struct clone_args, "tls", tls);
TROUPE_PROVE_FIELD(clone_args_fields, abi, struct clone_args, "cgroup", cgroup);
TROUPE_PROVE_SIZE(pollfd_fields, abi, struct pollfd);
TROUPE_PROVE_FIELD(pollfd_fields, abi, struct pollfd, "revents", revents);
TROUPE_PROVE_SIZE(timespec_fields, abi, struct timespec);
TROUPE_PROVE_SIZE(timeval_fields, abi, struct timeval);
TROUPE_PROVE_SIZE(itimerval_fields, abi, struct itimerval);
TROUPE_PROVE_SIZE(tms_fields, abi, struct tms);
static_assert(placed_fields<epoll_event_fields, abi, true>.size == sizeof(struct epoll_event));

}  // namespace troupe::structs
