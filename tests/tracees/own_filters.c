/* A program puts a filter on itself that answers getppid, and makes the call CALLS times after that. Usage: own_filters HOW.
 * HOW: errno, trap, kill, trace: what the filter does. thread, child, exec: it fails with an errno there, where the filter is inherited.
 * sync: in a thread that was there before, and runs without a call meanwhile; by SECCOMP_FILTER_FLAG_TSYNC. twice: by the second of two
 * filters. announced: there is a getpriority before. other: another call is refused. */
#define _GNU_SOURCE
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "expect.h"

#define CALLS 3

static volatile sig_atomic_t trapped;

static void take_trap(int number) {
    (void)number;
    ++trapped;
}

static void refuse(long call, unsigned answer, unsigned flags) {
    struct sock_filter rows[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)call, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, answer),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = {sizeof rows / sizeof rows[0], rows};
    EXPECT(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0);
    if (flags == 0) {
        EXPECT(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0);
    } else {
        EXPECT(syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags, &program) == 0);
    }
}

static int expected = EXDEV;

static void* call(void* unused) {
    for (int i = 0; i < CALLS; ++i) {
        EXPECT_FAILS(syscall(SYS_getppid), expected);
    }
    return unused;
}

static void finish(pid_t child, int signal) {
    int status = 0;
    EXPECT(child > 0 && waitpid(child, &status, 0) == child);
    EXPECT(signal == 0 ? WIFEXITED(status) && WEXITSTATUS(status) == 0 : WIFSIGNALED(status) && WTERMSIG(status) == signal);
}

static void in_thread(void* (*work)(void*), pthread_t* thread) { EXPECT(pthread_create(thread, NULL, work, NULL) == 0); }

static atomic_int running;
static atomic_int synchronised;

static void* spin_and_call(void* unused) {
    atomic_store(&running, 1);
    while (!atomic_load(&synchronised)) {
    }
    return call(unused);
}

static void trap(void) {
    EXPECT(signal(SIGSYS, take_trap) != SIG_ERR);
    refuse(SYS_getppid, SECCOMP_RET_TRAP, 0);
    for (int i = 0; i < CALLS; ++i) {
        syscall(SYS_getppid);
    }
    EXPECT(trapped == CALLS);
}

static void killed(void) {
    for (int i = 0; i < CALLS; ++i) {
        pid_t child = fork();
        if (child == 0) {
            refuse(SYS_getppid, SECCOMP_RET_KILL_PROCESS, 0);
            syscall(SYS_getppid);
            _exit(1);
        }
        finish(child, SIGSYS);
    }
}

static void sync_threads(void) {
    pthread_t thread;
    in_thread(spin_and_call, &thread);
    while (!atomic_load(&running)) {
    }
    refuse(SYS_getppid, SECCOMP_RET_ERRNO | EXDEV, SECCOMP_FILTER_FLAG_TSYNC);
    atomic_store(&synchronised, 1);
    EXPECT(pthread_join(thread, NULL) == 0);
}

int main(int argc, char** argv) {
    const char* how = argc > 1 ? argv[1] : "";
    pthread_t thread;
    if (strcmp(how, "trap") == 0) {
        trap();
    } else if (strcmp(how, "kill") == 0) {
        killed();
    } else if (strcmp(how, "sync") == 0) {
        sync_threads();
    } else if (strcmp(how, "trace") == 0) {
        expected = ENOSYS; /* it has no tracer that would be told */
        refuse(SYS_getppid, SECCOMP_RET_TRACE | 7, 0);
        call(NULL);
    } else if (strcmp(how, "executed") == 0) {
        call(NULL);
    } else if (strcmp(how, "other") == 0) {
        refuse(SYS_getpriority, SECCOMP_RET_ERRNO | EXDEV, 0);
        for (int i = 0; i < CALLS; ++i) {
            EXPECT(syscall(SYS_getppid) > 0);
            EXPECT_FAILS(syscall(SYS_getpriority, 0, 0), EXDEV);
        }
    } else {
        if (strcmp(how, "twice") == 0) {
            refuse(SYS_getpriority, SECCOMP_RET_ERRNO | EXDEV, 0);
        }
        refuse(SYS_getppid, SECCOMP_RET_ERRNO | EXDEV, 0);
        if (strcmp(how, "announced") == 0) {
            EXPECT(syscall(SYS_getpriority, 0, 0) > 0);
        }
        if (strcmp(how, "thread") == 0) {
            in_thread(call, &thread);
            EXPECT(pthread_join(thread, NULL) == 0);
        } else if (strcmp(how, "child") == 0) {
            pid_t child = fork();
            if (child == 0) {
                call(NULL);
                _exit(0);
            }
            finish(child, 0);
        } else if (strcmp(how, "exec") == 0) {
            execl("/proc/self/exe", argv[0], "executed", NULL);
            EXPECT(!"executed");
        } else {
            call(NULL);
        }
    }
    printf("filtered\n");
    return 0;
}
