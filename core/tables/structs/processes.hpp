#pragma once

#include "troupe/core/kind.hpp"

/// Structures of processes, the machine and terminals.
namespace troupe {

extern const StructLayout rlimit_layout, rlimit64_layout, rusage_layout, sysinfo_layout, utsname_layout, sched_param_layout, stack_layout,
    clone_args_layout, robust_list_head_layout, rseq_layout, sigset_argument_layout, pollfd_layout, epoll_event_layout, termios_layout,
    termios2_layout, termio_layout, winsize_layout, short_id_layout;

}  // namespace troupe
