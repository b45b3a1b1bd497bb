/* Processes that have names, and one that is the first of a PID namespace of its own, where that is allowed. The program says itself how
   the calls begin in a trace that tells what processes are, a line a call, and then that it is done. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "expect.h"

static pid_t forked(unsigned long flags) { return (pid_t)syscall(SYS_clone, flags | SIGCHLD, 0, 0, 0, 0); }

/* It is there until its parent has asked about it. */
static void stay(int end) {
    char byte;
    EXPECT(read(end, &byte, 1) == 0);
    _exit(0);
}

int main(void) {
    int ends[2];
    EXPECT(prctl(PR_SET_NAME, "pa<rent>") == 0);
    EXPECT(pipe(ends) == 0);
    pid_t child = forked(0);
    EXPECT(child >= 0);
    if (child == 0) {
        close(ends[1]);
        stay(ends[0]);
    }
    EXPECT(kill(child, 0) == 0);
    printf("kill(%d<pa\\74rent\\76>, 0)\n", child);
    EXPECT(getpgid(child) == getpgrp());
    printf("getpgid(%d<pa\\74rent\\76>)\n", child);
    EXPECT_FAILS(kill(-child, 0), ESRCH);
    printf("kill(-%d, 0)\n", child);
    EXPECT(fcntl(ends[0], F_SETOWN, child) == 0 && syscall(SYS_fcntl, ends[0], F_GETOWN) == child); /* the library asks otherwise */
    printf("(%d, F_SETOWN, %d<pa\\74rent\\76>)\n", ends[0], child);
    printf("(%d, F_GETOWN) = %d<pa\\74rent\\76>\n", ends[0], child);
    EXPECT(ioctl(ends[0], TIOCSPGRP, &child) == -1);
    printf("ioctl(%d, TIOCSPGRP, [%d])\n", ends[0], child);
    close(ends[1]);
    EXPECT(waitpid(child, NULL, 0) == child);
    EXPECT_FAILS(kill(child, 0), ESRCH);
    printf("kill(%d, 0)\n", child);
    fflush(stdout);

    pid_t first = forked(CLONE_NEWPID);
    if (first == 0) {
        EXPECT(getpid() == 1 && setsid() == 1 && getpgrp() == 1);
        EXPECT(kill(1, 0) == 0);
        EXPECT(kill(-1, 0) == 0 || errno == ESRCH);
        EXPECT(getpgid(1) == 1);
        _exit(0);
    }
    if (first > 0) {
        int status = 0;
        EXPECT(waitpid(first, &status, 0) == first && status == 0);
        printf("kill(1<pa\\74rent\\76> /* %d in strace's PID NS */, 0)\n", first);
        printf("kill(-1, 0)\n");
        printf("getpgid(1<pa\\74rent\\76> /* %d in strace's PID NS */)\n", first);
        printf("= 1 /* %d in strace's PID NS */\n", first);
    }
    puts("processes were asked for");
    return 0;
}
