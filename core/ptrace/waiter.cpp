#include "troupe/core/waiter.hpp"

#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

#include "troupe/core/check.hpp"

namespace troupe {
namespace {

// A traced task is eligible whatever these flags say (kernel/exit.c, eligible_child); __WCLONE then leaves out our ordinary
// children: a script's io.popen, the command behind -o '|cmd'. With __WALL we would reap those under the feet of pclose.
constexpr int only_tracees = __WCLONE | __WNOTHREAD;

StopReason reason_of(int status) {
    using Kind = StopReason::Kind;
    const int signal = WSTOPSIG(status);
    switch (static_cast<unsigned>(status) >> 16) {
        case 0:
            return signal == (SIGTRAP | 0x80) ? StopReason{Kind::syscall, 0} : StopReason{Kind::signal, signal};
        case PTRACE_EVENT_SECCOMP:
            return {Kind::seccomp, 0};
        case PTRACE_EVENT_FORK:
            return {Kind::fork, 0};
        case PTRACE_EVENT_VFORK:
            return {Kind::vfork, 0};
        case PTRACE_EVENT_CLONE:
            return {Kind::clone, 0};
        case PTRACE_EVENT_EXEC:
            return {Kind::exec, 0};
        case PTRACE_EVENT_STOP:
            return {Kind::event, signal};
        default:
            return {Kind::other, 0};
    }
}

}  // namespace

Dying end_of(int status) {
    if (WIFSIGNALED(status)) {
        return {.killed = true, .core_dumped = WCOREDUMP(status) != 0, .code = WTERMSIG(status)};
    }
    return {.killed = false, .core_dumped = false, .code = WEXITSTATUS(status)};
}

WaitReport Waiter::wait(pid_t tid, int flags) {
    int status = 0;
    pid_t ready = 0;
    do {
        // Not waitpid(3): a point of cancellation, whose bookkeeping (glibc 2.36, two atomic operations) no thread of ours needs.
        ready = static_cast<pid_t>(::syscall(SYS_wait4, tid, &status, flags, nullptr));
    } while (ready < 0 && errno == EINTR);
    if (ready == 0) {
        return NothingYet{};
    }
    if (ready < 0) {
        TROUPE_CHECK(errno == ECHILD, "waitpid can only say that no child is left");
        return NoneLeft{};
    }
    if (WIFSTOPPED(status)) {
        return StopReport{Stopped(ready), reason_of(status)};
    }
    return EndReport{ready, end_of(status)};
}

WaitReport Waiter::next() { return wait(-1, only_tracees); }
WaitReport Waiter::poll(pid_t tid) { return wait(tid, only_tracees | WNOHANG); }
WaitReport Waiter::next_of(pid_t tid) { return wait(tid, only_tracees); }

// For a tracee waitid tells of stops as well, whatever it was asked about (kernel/exit.c, wait_task_stopped), and telling them takes
// them: so it looks without taking anything at first. The dead stay dead, until they are reaped.
WaitReport Waiter::poll_end(pid_t tid) {
    siginfo_t info{};
    if (::waitid(P_PID, static_cast<id_t>(tid), &info, WEXITED | WNOHANG | WNOWAIT | __WALL) != 0) {
        return NoneLeft{};
    }
    const bool is_over = info.si_code == CLD_EXITED || info.si_code == CLD_KILLED || info.si_code == CLD_DUMPED;
    return is_over ? wait(tid, __WALL | WNOHANG) : NothingYet{};
}

}  // namespace troupe
