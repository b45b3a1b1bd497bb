// The structures of i386 against the system's headers. They say what they say only to a compiler for i386, so this file is empty for any
// other: the build compiles it once more with -m32, and uses nothing of it but that it compiles.
#ifdef __i386__
#include <asm/statfs.h>
#include <linux/sysinfo.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/times.h>

#include <cstddef>

#include "core/tables/structs/file_fields.hpp"
#include "core/tables/structs/process_fields.hpp"
#include "core/tables/structs/proof.hpp"

namespace kernel {
#define stat system_stat
#include <asm/stat.h>
#undef stat
}  // namespace kernel

namespace troupe::structs {

inline constexpr Abi abi = Abi::i386;

TROUPE_PROVE_SIZE(i386_stat_fields, abi, kernel::system_stat);
TROUPE_PROVE_FIELD(i386_stat_fields, abi, kernel::system_stat, "st_mode", st_mode);
TROUPE_PROVE_FIELD(i386_stat_fields, abi, kernel::system_stat, "st_gid", st_gid);
TROUPE_PROVE_FIELD(i386_stat_fields, abi, kernel::system_stat, "st_rdev", st_rdev);
TROUPE_PROVE_FIELD(i386_stat_fields, abi, kernel::system_stat, "st_size", st_size);
TROUPE_PROVE_FIELD(i386_stat_fields, abi, kernel::system_stat, "st_ctime_nsec", st_ctime_nsec);
static_assert(placed_fields<stat64_fields, abi, true>.size == sizeof(kernel::stat64));
static_assert(lies_at(placed_fields<stat64_fields, abi, true>, "st_mode", offsetof(kernel::stat64, st_mode)));
static_assert(lies_at(placed_fields<stat64_fields, abi, true>, "st_rdev", offsetof(kernel::stat64, st_rdev)));
static_assert(lies_at(placed_fields<stat64_fields, abi, true>, "st_size", offsetof(kernel::stat64, st_size)));
static_assert(lies_at(placed_fields<stat64_fields, abi, true>, "st_blocks", offsetof(kernel::stat64, st_blocks)));
static_assert(lies_at(placed_fields<stat64_fields, abi, true>, "st_atime", offsetof(kernel::stat64, st_atime)));
static_assert(lies_at(placed_fields<stat64_fields, abi, true>, "st_ino", offsetof(kernel::stat64, st_ino)));
TROUPE_PROVE_SIZE(old_stat_fields, abi, kernel::__old_kernel_stat);
TROUPE_PROVE_FIELD(old_stat_fields, abi, kernel::__old_kernel_stat, "st_size", st_size);

TROUPE_PROVE_SIZE(statfs_fields, abi, struct statfs);
TROUPE_PROVE_FIELD(statfs_fields, abi, struct statfs, "f_fsid", f_fsid);
static_assert(placed_fields<statfs64_fields, abi, true>.size == sizeof(struct statfs64));
TROUPE_PROVE_SIZE(rlimit_fields, abi, struct rlimit);
TROUPE_PROVE_SIZE(rusage_fields, abi, struct rusage);
TROUPE_PROVE_SIZE(i386_sysinfo_fields, abi, struct sysinfo);
TROUPE_PROVE_FIELD(i386_sysinfo_fields, abi, struct sysinfo, "totalhigh", totalhigh);
TROUPE_PROVE_FIELD(i386_sysinfo_fields, abi, struct sysinfo, "mem_unit", mem_unit);
TROUPE_PROVE_SIZE(pollfd_fields, abi, struct pollfd);
TROUPE_PROVE_SIZE(timespec32_fields, abi, struct timespec);
TROUPE_PROVE_SIZE(timeval32_fields, abi, struct timeval);
TROUPE_PROVE_SIZE(itimerval_fields, abi, struct itimerval);
TROUPE_PROVE_SIZE(tms_fields, abi, struct tms);
static_assert(placed_fields<epoll_event_fields, abi, true>.size == sizeof(struct epoll_event));

}  // namespace troupe::structs
#endif
