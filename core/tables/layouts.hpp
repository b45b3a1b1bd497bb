#pragma once

#include "troupe/core/kind.hpp"

/// The structures that syscall rows speak of. Each is defined in core/tables/structs.
namespace troupe {

extern const StructLayout timespec_layout, timeval_layout, timezone_layout, itimerval_layout, itimerspec_layout, stat_layout,
    old_stat_layout, stat64_layout, statfs_layout, statfs64_layout, statx_layout, statx_timestamp_layout, rlimit_layout, rlimit64_layout,
    rusage_layout, sysinfo_layout, utsname_layout, tms_layout, flock_layout, flock64_layout, pollfd_layout, epoll_event_layout,
    sched_param_layout, stack_layout, clone_args_layout, open_how_layout, robust_list_head_layout, rseq_layout, timespec32_layout,
    timeval32_layout, utimbuf_layout, dirent_layout, dirent64_layout, termios_layout, winsize_layout, sigset_argument_layout,
    itimerspec32_layout;

// Of one option or command.
extern const StructLayout linger_layout, credentials_layout, filter_program_layout, file_owner_layout, signal_event_layout,
    semaphore_operation_layout;

}  // namespace troupe
