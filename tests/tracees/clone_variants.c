/* Ways to make a task that no C library uses: memory shared without being a thread, another exit signal or none, CLONE_PARENT,
   clone3. The parent collects each as the kernel says. */
#define _GNU_SOURCE
#include <linux/sched.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "expect.h"

#ifndef __WALL
#define __WALL 0x40000000
#endif

enum { stack_size = 64 * 1024 };

static volatile int shared;
static volatile sig_atomic_t handled;

static int mark(void* argument) {
    shared = (int)(intptr_t)argument;
    syscall(SYS_getppid);
    return shared;
}

static void count(int number) {
    (void)number;
    ++handled;
}

static pid_t make(int flags, int value) {
    char* stack = mmap(NULL, stack_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    EXPECT(stack != MAP_FAILED);
    pid_t child = clone(mark, stack + stack_size, flags, (void*)(intptr_t)value);
    EXPECT(child > 0);
    return child;
}

static void expect_status(pid_t child, int options, int code) {
    int status = 0;
    pid_t got;
    do {
        got = waitpid(child, &status, options);
    } while (got == -1 && errno == EINTR);
    EXPECT(got == child);
    EXPECT(WIFEXITED(status) && WEXITSTATUS(status) == code);
}

static pid_t raw_clone3(uint64_t flags, uint64_t exit_signal) {
    struct clone_args arguments = {0};
    arguments.flags = flags;
    arguments.exit_signal = exit_signal;
    return (pid_t)syscall(SYS_clone3, &arguments, sizeof arguments);
}

int main(void) {
    signal(SIGUSR1, count);
    expect_status(make(CLONE_VM | SIGCHLD, 5), 0, 5);
    EXPECT(shared == 5);
    expect_status(make(CLONE_VM | CLONE_FILES | CLONE_FS | CLONE_SIGHAND | SIGCHLD, 6), 0, 6);
    EXPECT(shared == 6);
    expect_status(make(SIGCHLD, 7), 0, 7);
    EXPECT(shared == 6); /* its own copy */
    expect_status(make(CLONE_VM | SIGUSR1, 8), __WALL, 8);
    EXPECT(handled == 1);
    expect_status(make(CLONE_VM, 9), __WALL, 9); /* no signal at all */
    expect_status(make(CLONE_VM | CLONE_VFORK | SIGCHLD, 10), 0, 10);
    EXPECT(shared == 10);

    pid_t child = raw_clone3(0, SIGCHLD);
    EXPECT(child >= 0);
    if (child == 0) {
        _exit(11);
    }
    expect_status(child, 0, 11);
    EXPECT_FAILS(raw_clone3(CLONE_THREAD, 0), EINVAL);
    EXPECT_FAILS(raw_clone3(0, 1000), EINVAL);

    /* the grandchild becomes a child of ours */
    int ends[2];
    pid_t sibling = 0;
    EXPECT(pipe(ends) == 0);
    child = fork();
    if (child == 0) {
        sibling = raw_clone3(CLONE_PARENT, 0);
        if (sibling == 0) {
            _exit(12);
        }
        EXPECT(write(ends[1], &sibling, sizeof sibling) == sizeof sibling);
        _exit(13);
    }
    EXPECT(read(ends[0], &sibling, sizeof sibling) == sizeof sibling);
    expect_status(sibling, __WALL, 12);
    expect_status(child, 0, 13);
    printf("every kind of child was collected\n");
    return 0;
}
