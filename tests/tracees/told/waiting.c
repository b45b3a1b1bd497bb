/* Waiting for children, and what is told of them. */
#define _GNU_SOURCE
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "told.h"

enum { missing = 0x7fffffff };

static pid_t failed, killed, stopped, succeeded, failed_again, killed_again;

/* A child that ends with this status, or stops, or is killed by that signal. */
static pid_t child(int status, int signal) {
    const pid_t pid = fork();
    EXPECT(pid >= 0);
    if (pid == 0) {
        if (signal != 0) {
            raise(signal);
        }
        _exit(status);
    }
    siginfo_t unused;
    EXPECT(waitid(P_PID, (id_t)pid, &unused, WEXITED | WSTOPPED | WNOWAIT) == 0);
    return pid;
}

static const char* of_times(const struct rusage* it) {
    return text("{ru_utime={tv_sec=%ld, tv_usec=%ld}, ru_stime={tv_sec=%ld, tv_usec=%ld}", (long)it->ru_utime.tv_sec,
                (long)it->ru_utime.tv_usec, (long)it->ru_stime.tv_sec, (long)it->ru_stime.tv_usec);
}
static const char* of_usage(const struct rusage* it) {
    const char* counts = text(
        "ru_maxrss=%ld, ru_ixrss=%ld, ru_idrss=%ld, ru_isrss=%ld, ru_minflt=%ld, ru_majflt=%ld, ru_nswap=%ld, ru_inblock=%ld, "
        "ru_oublock=%ld, ru_msgsnd=%ld, ru_msgrcv=%ld, ru_nsignals=%ld, ru_nvcsw=%ld, ru_nivcsw=%ld",
        it->ru_maxrss, it->ru_ixrss, it->ru_idrss, it->ru_isrss, it->ru_minflt, it->ru_majflt, it->ru_nswap, it->ru_inblock, it->ru_oublock,
        it->ru_msgsnd, it->ru_msgrcv, it->ru_nsignals, it->ru_nvcsw, it->ru_nivcsw);
    return text("%s, %s}", of_times(it), either("...", counts));
}

static const char* of_child(const siginfo_t* it, const char* code, const char* status) {
    return text("{si_signo=%s, si_code=%s, si_pid=%d, si_uid=%u, si_status=%s, si_utime=%ld, si_stime=%ld}",
                named_decimal(SIGCHLD, "SIGCHLD"), code, it->si_pid, it->si_uid, status, (long)it->si_utime, (long)it->si_stime);
}

static const char* unknown_option(word value) { return style == in_numbers ? hex(value) : text("%s /* W??? */", hex(value)); }

static void tell_waitid(void) {
    const siginfo_t before = {0};
    siginfo_t* info = PUT(1, before);
    const struct rusage none = {{0, 0}, {0, 0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}};
    struct rusage* usage = PUT(2, none);
    TELL(syscall(SYS_waitid, P_PID, failed, info, WEXITED | WNOWAIT, usage), "waitid(%s, %d, %s, %s, %s)", NAMED(P_PID), failed,
         of_child(info, named(CLD_EXITED, "CLD_EXITED"), "7"), named(WEXITED | WNOWAIT, "WEXITED|WNOWAIT"), of_usage(usage));
    TELL(syscall(SYS_waitid, P_PID, killed, info, WEXITED | WNOWAIT, NULL), "waitid(%s, %d, %s, %s, NULL)", NAMED(P_PID), killed,
         of_child(info, named(CLD_KILLED, "CLD_KILLED"), named_decimal(SIGKILL, "SIGKILL")), named(WEXITED | WNOWAIT, "WEXITED|WNOWAIT"));
    TELL(syscall(SYS_waitid, P_PID, stopped, info, WSTOPPED | WNOWAIT, NULL), "waitid(%s, %d, %s, %s, NULL)", NAMED(P_PID), stopped,
         of_child(info, named(CLD_STOPPED, "CLD_STOPPED"), named_decimal(SIGSTOP, "SIGSTOP")),
         named(WSTOPPED | WNOWAIT, "WSTOPPED|WNOWAIT"));
    TELL(syscall(SYS_waitid, P_PID, stopped, info, WEXITED | WNOHANG, usage), "waitid(%s, %d, {}, %s, %s)", NAMED(P_PID), stopped,
         named(WEXITED | WNOHANG, "WNOHANG|WEXITED"), of_usage(usage));
    TELL(syscall(SYS_waitid, P_ALL, missing, NULL, 0, NULL), "waitid(%s, %d, NULL, 0, NULL)", NAMED(P_ALL), missing);
    TELL(syscall(SYS_waitid, P_PGID, -1, unreadable(), WCONTINUED, usage), "waitid(%s, -1, %s, %s, %s)", NAMED(P_PGID),
         pointer(unreadable()), NAMED(WCONTINUED), pointer(usage));
    TELL(syscall(SYS_waitid, P_PIDFD, -1, info, WEXITED | WNOHANG, NULL), "waitid(%s, -1, %s, %s, NULL)", NAMED(P_PIDFD), pointer(info),
         named(WEXITED | WNOHANG, "WNOHANG|WEXITED"));
    TELL(syscall(SYS_waitid, 9, 1, info, 0x10000, NULL), "waitid(%s, 1, %s, %s, NULL)", unnamed(9, "P"), pointer(info),
         unknown_option(0x10000));
    TELL(syscall(SYS_waitid, P_PID, missing, info, WEXITED | 0xe0000000, usage), "waitid(%s, %d, %s, %s, %s)", NAMED(P_PID), missing,
         pointer(info), named(WEXITED | 0xe0000000, "WEXITED|__WCLONE|__WALL|__WNOTHREAD"), pointer(usage));
}

static void tell_wait4(void) {
    const int before = -1;
    int* status = PUT(1, before);
    const struct rusage none = {{0, 0}, {0, 0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}};
    struct rusage* usage = PUT(2, none);
    TELL(syscall(SYS_wait4, stopped, status, WNOHANG, usage), "wait4(%d, %s, %s, %s)", stopped, pointer(status), NAMED(WNOHANG),
         pointer(usage));
    TELL(syscall(SYS_wait4, failed, status, 0, usage), "wait4(%d, %s, 0, %s)", failed, "[{WIFEXITED(s) && WEXITSTATUS(s) == 7}]",
         of_usage(usage));
    TELL(syscall(SYS_wait4, killed, status, 0x40000000, NULL), "wait4(%d, %s, %s, NULL)", killed,
         "[{WIFSIGNALED(s) && WTERMSIG(s) == SIGKILL}]", named(0x40000000, "__WALL"));
    TELL(syscall(SYS_wait4, stopped, status, WUNTRACED, NULL), "wait4(%d, %s, %s, NULL)", stopped,
         "[{WIFSTOPPED(s) && WSTOPSIG(s) == SIGSTOP}]", named(2, "WSTOPPED"));
    TELL(syscall(SYS_wait4, succeeded, NULL, 0, NULL), "wait4(%d, NULL, 0, NULL)", succeeded);
    TELL(syscall(SYS_wait4, missing, status, 0, usage), "wait4(%d, %s, 0, %s)", missing, pointer(status), pointer(usage));
    TELL(syscall(SYS_wait4, -1, unreadable(), 0x10, unreadable()), "wait4(-1, %s, %s, %s)", pointer(unreadable()), unknown_option(0x10),
         pointer(unreadable()));
    TELL(syscall(SYS_wait4, failed_again, unreadable(), 0, NULL), "wait4(%d, %s, 0, NULL)", failed_again, pointer(unreadable()));
#ifdef SYS_waitpid
    TELL(syscall(SYS_waitpid, killed_again, status, 0), "waitpid(%d, %s, 0)", killed_again, "[{WIFSIGNALED(s) && WTERMSIG(s) == SIGTERM}]");
    TELL(syscall(SYS_waitpid, missing, NULL, WNOHANG), "waitpid(%d, NULL, %s)", missing, NAMED(WNOHANG));
#else
    TELL(syscall(SYS_wait4, killed_again, status, 0, NULL), "wait4(%d, %s, 0, NULL)", killed_again,
         "[{WIFSIGNALED(s) && WTERMSIG(s) == SIGTERM}]");
#endif
}

static void tell_calls(void) {
    tell_waitid();
    tell_wait4();
}

int main(int argc, char** argv) {
    if (argc < 3) {
        return tell_main(argc, argv, "");
    }
    sigset_t blocked; /* else the trace tells of it whenever it comes */
    EXPECT(sigemptyset(&blocked) == 0 && sigaddset(&blocked, SIGCHLD) == 0 && sigprocmask(SIG_BLOCK, &blocked, NULL) == 0);
    failed = child(7, 0);
    killed = child(0, SIGKILL);
    stopped = child(0, SIGSTOP);
    succeeded = child(0, 0);
    failed_again = child(8, 0);
    killed_again = child(0, SIGTERM);
    const int result = tell_main(argc, argv, "");
    EXPECT(kill(stopped, SIGKILL) == 0 && waitpid(stopped, NULL, 0) == stopped);
    return result;
}
