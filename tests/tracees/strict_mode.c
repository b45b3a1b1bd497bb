/* Children in seccomp's strict mode: read, write and exit work, anything else ends the child by SIGKILL. */
#define _GNU_SOURCE
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "expect.h"

static int ends[2];

/* With calls before that say how it went, then one that is not allowed, or none. */
static void be_strict(int forbidden, int by_prctl) {
    char byte = 'x';
    EXPECT((by_prctl ? prctl(PR_SET_SECCOMP, SECCOMP_MODE_STRICT, 0, 0, 0) : syscall(SYS_seccomp, SECCOMP_SET_MODE_STRICT, 0, NULL)) == 0);
    if (syscall(SYS_write, ends[1], &byte, 1) != 1 || syscall(SYS_read, ends[0], &byte, 1) != 1) {
        syscall(SYS_exit, 1);
    }
    if (forbidden != 0) {
        syscall(forbidden, 0);
    }
    syscall(SYS_exit, 7);
}

static void expect_end(int forbidden, int by_prctl) {
    int status = 0;
    pid_t child = fork();
    EXPECT(child >= 0);
    if (child == 0) {
        be_strict(forbidden, by_prctl);
    }
    EXPECT(waitpid(child, &status, 0) == child);
    if (forbidden == 0) {
        EXPECT(WIFEXITED(status) && WEXITSTATUS(status) == 7);
    } else {
        EXPECT(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    }
}

int main(void) {
    EXPECT(pipe(ends) == 0);
    for (int by_prctl = 0; by_prctl < 2; ++by_prctl) {
        expect_end(0, by_prctl);
        expect_end(SYS_getppid, by_prctl);
        expect_end(SYS_getpid, by_prctl);
        expect_end(SYS_close, by_prctl);
        expect_end(SYS_exit_group, by_prctl);
    }
    EXPECT_FAILS(syscall(SYS_seccomp, SECCOMP_SET_MODE_STRICT, 1, NULL), EINVAL);
    EXPECT_FAILS(syscall(SYS_seccomp, SECCOMP_SET_MODE_STRICT, 0, ends), EINVAL);
    printf("strict mode held\n");
    return 0;
}
