#include "actors/attach_obstacle.hpp"

#include <fmt/format.h>
#include <linux/capability.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "actors/tracers.hpp"
#include "troupe/core/procfs.hpp"

namespace troupe {
namespace {

constexpr int attach_not_at_all = 3;  // Documentation/admin-guide/LSM/Yama.rst

/// The kernel's own threads are children of kthreadd, which is process 2 where they can be seen, and have no program. (So do those that
/// have ended: they are asked about first.)
bool is_kernel_thread(pid_t pid, const procfs::Status& status) {
    constexpr pid_t kthreadd = 2;
    char program = 0;
    return (pid == kthreadd || status.parent == kthreadd) && ::readlink(fmt::format("/proc/{}/exe", pid).c_str(), &program, 1) < 0;
}

/// What the process is, if that alone is in the way.
std::string nature(pid_t pid, const procfs::Status& status, bool follow) {
    if (status.process == ::getpid()) {
        return "it is a thread of troupe itself";
    }
    if (has_lost_its_leader(pid)) {
        return follow ? "its first thread has ended; the others are traced"
                      : "its first thread has ended; -f traces the others, or -p with one of /proc/PID/task";
    }
    if (status.has_ended()) {
        return fmt::format("it has ended already, and waits for its parent {} ({}) to take note", status.parent,
                           procfs::comm_of(status.parent));
    }
    if (is_kernel_thread(pid, status)) {
        return "it is a thread of the kernel, and makes no system calls";
    }
    const std::string tracer = traced_by(pid);
    return tracer.empty() ? "" : "it is " + tracer + ", and a process has one tracer";
}

/// What we lack, or what keeps even those out who lack nothing.
std::string lack(const procfs::Status& status) {
    const auto ours = procfs::status_of(::getpid());
    const bool may_trace_all = ours && (ours->capabilities & (1ULL << CAP_SYS_PTRACE)) != 0;
    const auto scope = procfs::ptrace_scope();
    if (scope && *scope >= attach_not_at_all) {
        return fmt::format("kernel.yama.ptrace_scope is {}: no process may be attached to until the next boot", *scope);
    }
    if (may_trace_all) {
        return "we have CAP_SYS_PTRACE, and yet something keeps us out: a security module, a filter on us, or a user namespace that is not "
               "ours";
    }
    if (scope && *scope > 0) {
        return fmt::format("kernel.yama.ptrace_scope is {}: be root, or allow it with `sysctl kernel.yama.ptrace_scope=0`", *scope);
    }
    if (ours && ours->uid == status.uid) {
        return "it has rights that we have not, or keeps its memory from its own user (prctl PR_SET_DUMPABLE); it takes CAP_SYS_PTRACE "
               "(root)";
    }
    return "it takes the same user id as the process, or CAP_SYS_PTRACE (root)";
}

std::string refusal(pid_t pid, int code) { return fmt::format("attach: ptrace(PTRACE_SEIZE, {}): {}", pid, ::strerrordesc_np(code)); }

}  // namespace

std::string attach_obstacle(pid_t pid, int code, bool follow) {
    if (code == ELOOP) {
        return fmt::format("attach to {}: it traces us", pid);
    }
    const std::string failed = refusal(pid, code);
    const auto status = code == EPERM ? procfs::status_of(pid) : std::nullopt;
    if (!status) {
        return failed;
    }
    const std::string is = nature(pid, *status, follow);
    return failed + "\n  " + (is.empty() ? lack(*status) : is);
}

std::string attach_obstacle_of_ours(pid_t pid) {
    return refusal(pid, EPERM) + "\n  it is a tracee of ours already: it is named twice, or a thread of another";
}

bool has_lost_its_leader(pid_t pid) {
    const auto status = procfs::status_of(pid);
    return status && status->process == pid && status->has_ended() && procfs::threads_of(pid).size() > 1;
}

}  // namespace troupe
