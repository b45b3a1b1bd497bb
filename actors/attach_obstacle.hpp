#pragma once

#include <sys/types.h>

#include <string>

namespace troupe {

/// `attach: ptrace(PTRACE_SEIZE, PID): …`, as strace says it, and on a line below what is in the way of it (ptrace(2) says EPERM for most),
/// and what helps, if anything does.
/// `code` is its errno, or ELOOP where the process traces us. `follow`: the other threads of the process are attached to as well.
[[nodiscard]] std::string attach_obstacle(pid_t pid, int code, bool follow);

/// The same where the process is named twice, or is a thread of another that is named: the kernel refuses what is traced already.
[[nodiscard]] std::string attach_obstacle_of_ours(pid_t pid);

/// Its first thread has ended and cannot be attached to; others run.
[[nodiscard]] bool has_lost_its_leader(pid_t pid);

}  // namespace troupe
