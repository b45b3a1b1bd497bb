/* A child made with CLONE_PARENT is its maker's sibling: the parent of both collects it. One made with CLONE_PTRACE belongs to the tracer
   of its maker, if there is one; it runs on by itself all the same. */
#define _GNU_SOURCE
#include <sched.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "expect.h"

static pid_t make(unsigned long flags) {
    const pid_t child = (pid_t)syscall(SYS_clone, flags | SIGCHLD, 0, 0, 0, 0);
    EXPECT(child >= 0);
    if (child == 0) {
        raise(SIGCONT); /* a signal for a tracer to see */
        syscall(SYS_exit_group, 0);
    }
    return child;
}

int main(void) {
    enum { children = 4, patience = 20000 };
    pid_t siblings[children];
    int status = 0;
    for (int i = 0; i < children; ++i) {
        siblings[i] = make(CLONE_PARENT);
    }
    for (int i = 0; i < children; ++i) {
        for (int tries = 0; kill(siblings[i], 0) == 0; ++tries) {
            EXPECT(tries < patience);
            usleep(1000);
        }
        EXPECT(errno == ESRCH);
    }
    for (int i = 0; i < children; ++i) {
        const pid_t child = make(CLONE_PTRACE);
        EXPECT(waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
    printf("every child was collected by its parent\n");
    return 0;
}
