/* A program that traces: it can, or it is refused with EPERM because it (and its child) is traced already. */
#define _GNU_SOURCE
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/wait.h>

#include "expect.h"

int main(void) {
    int status = 0;
    pid_t child = fork();
    EXPECT(child >= 0);
    if (child == 0) {
        if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) == -1) {
            _exit(errno == EPERM ? 1 : 99);
        }
        raise(SIGTRAP); /* a stop for the waiting parent */
        _exit(2);
    }
    EXPECT(waitpid(child, &status, 0) == child);
    if (WIFSTOPPED(status)) {
        EXPECT(WSTOPSIG(status) == SIGTRAP);
        EXPECT(ptrace(PTRACE_CONT, child, NULL, NULL) == 0);
        EXPECT(waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 2);
    } else {
        EXPECT(WIFEXITED(status) && WEXITSTATUS(status) == 1);
    }
    child = fork();
    EXPECT(child >= 0);
    if (child == 0) {
        for (;;) {
            pause();
        }
    }
    errno = 0;
    if (ptrace(PTRACE_SEIZE, child, NULL, NULL) == -1) {
        EXPECT(errno == EPERM);
    }
    EXPECT(kill(child, SIGKILL) == 0);
    EXPECT(waitpid(child, &status, 0) == child && WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    printf("ptrace answered as it must\n");
    return 0;
}
