/* A program with a seccomp filter of its own: an errno, a trap with its handler, allowed calls; also in a thread and after a fork. */
#define _GNU_SOURCE
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "expect.h"

static volatile sig_atomic_t trapped_number;

static void take_trap(int number, siginfo_t* info, void* context) {
    (void)number;
    (void)context;
    trapped_number = info->si_syscall;
}

static void check_calls(void) {
    EXPECT_FAILS(syscall(SYS_getpriority, 0, 0), EXDEV);
    trapped_number = 0;
    syscall(SYS_setpriority, 0, 0, 0);
    EXPECT(trapped_number == SYS_setpriority);
    EXPECT(syscall(SYS_getppid) >= 0);
}

static void* check_in_thread(void* unused) {
    (void)unused;
    check_calls();
    return NULL;
}

int main(void) {
    struct sock_filter program[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_getpriority, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EXDEV),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_setpriority, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRAP),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog whole = {sizeof program / sizeof *program, program};
    struct sigaction action = {0};
    pthread_t thread;
    int status = 0;
    action.sa_sigaction = take_trap;
    action.sa_flags = SA_SIGINFO;
    EXPECT(sigaction(SIGSYS, &action, NULL) == 0);
    EXPECT(syscall(SYS_getpriority, 0, 0) > 0);
    EXPECT(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0);
    EXPECT(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &whole) == 0);
    check_calls();
    EXPECT(pthread_create(&thread, NULL, check_in_thread, NULL) == 0);
    EXPECT(pthread_join(thread, NULL) == 0);
    pid_t child = fork();
    EXPECT(child >= 0);
    if (child == 0) {
        check_calls();
        _exit(3);
    }
    EXPECT(waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 3);
    printf("the program's own filter held\n");
    return 0;
}
