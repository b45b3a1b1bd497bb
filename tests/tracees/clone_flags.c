/* The sets of clone flags that libraries and runtimes use, without their libraries: Go's threads, libc's threads and posix_spawn, systemd's
   children with namespaces, a descriptor for the child, a cgroup to be born in, CLONE_PTRACE. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/sched.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "expect.h"

#ifndef CLONE_PIDFD
#define CLONE_PIDFD 0x1000
#endif
#define CLONE3_INTO_CGROUP 0x200000000ULL

enum { stack_size = 64 * 1024, go_threads = 12, calls_each = 50 };

static int word;         /* cleared by the kernel when the thread is gone */
static pid_t parent_tid; /* written by the kernel */
static int sum;
static pid_t parent;

static char* stack_top(void) {
    char* stack = mmap(NULL, stack_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    EXPECT(stack != MAP_FAILED);
    return stack + stack_size;
}

static void wait_for_zero(int* what) {
    int value;
    while ((value = __atomic_load_n(what, __ATOMIC_SEQ_CST)) != 0) {
        syscall(SYS_futex, what, 0 /* FUTEX_WAIT, shared: the kernel's wake-up is */, value, NULL, NULL, 0);
    }
}

/* No thread-local storage of its own: errno is its parent's, so nothing here may fail. */
static int call(void* argument) {
    for (int i = 0; i < calls_each; ++i) {
        EXPECT(syscall(SYS_getppid) == parent);
    }
    __atomic_add_fetch(&sum, (int)(intptr_t)argument, __ATOMIC_SEQ_CST);
    syscall(SYS_exit, 0);
    return 0;
}

static void go_makes_threads(void) {
    const int flags = CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_SYSVSEM | CLONE_THREAD;
    sum = 0;
    for (int i = 1; i <= go_threads; ++i) {
        EXPECT(clone(call, stack_top(), flags, (void*)(intptr_t)i) > 0);
    }
    while (__atomic_load_n(&sum, __ATOMIC_SEQ_CST) != go_threads * (go_threads + 1) / 2) {
        usleep(50);
    }
}

/* What pthread_create asks for, but for the thread-local storage. */
static void libc_makes_a_thread(void) {
    const int flags = CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_SYSVSEM | CLONE_THREAD | CLONE_PARENT_SETTID |
                      CLONE_CHILD_CLEARTID | CLONE_CHILD_SETTID;
    sum = 0;
    word = -1;
    pid_t tid = clone(call, stack_top(), flags, (void*)1, &parent_tid, NULL, &word);
    EXPECT(tid > 0 && parent_tid == tid);
    wait_for_zero(&word);
    EXPECT(sum == 1);
}

static int answer(void* argument) {
    syscall(SYS_getppid);
    _exit((int)(intptr_t)argument);
}

static void collect(pid_t child, int options, int code) {
    int status = 0;
    EXPECT(child > 0);
    EXPECT(waitpid(child, &status, options) == child);
    EXPECT(WIFEXITED(status) && WEXITSTATUS(status) == code);
}

static int answer_with_pid(void* unused) {
    (void)unused;
    _exit(syscall(SYS_getpid) == 1 && getppid() == 0 ? 21 : 22);
}

static void make_with_descriptor(void) {
    int descriptor = -1;
    collect(clone(answer, stack_top(), CLONE_PIDFD | SIGCHLD, (void*)15, &descriptor), 0, 15);
    struct pollfd ended = {descriptor, POLLIN, 0};
    EXPECT(poll(&ended, 1, -1) == 1 && (ended.revents & POLLIN) != 0);
    EXPECT(close(descriptor) == 0);
    descriptor = -1;
    pid_t child = clone(answer, stack_top(), CLONE_VM | CLONE_VFORK | CLONE_PIDFD | SIGCHLD, (void*)16, &descriptor);
    EXPECT(descriptor >= 0);
    EXPECT(close(descriptor) == 0);
    collect(child, 0, 16);
}

static void make_in_namespaces(void) {
    static const int sets[] = {CLONE_NEWNS, CLONE_NEWPID, CLONE_NEWUSER | CLONE_NEWPID,
                               CLONE_NEWIPC | CLONE_NEWNET | CLONE_NEWUTS | CLONE_NEWNS, CLONE_NEWNS | CLONE_VM | CLONE_VFORK};
    for (size_t i = 0; i < sizeof sets / sizeof *sets; ++i) {
        const int first = (sets[i] & CLONE_NEWPID) != 0;
        pid_t child = clone(first ? answer_with_pid : answer, stack_top(), sets[i] | SIGCHLD, (void*)17);
        if (child == -1) {
            EXPECT(errno == EPERM || errno == EINVAL || errno == ENOSPC); /* not for us, or not in this kernel */
            continue;
        }
        collect(child, 0, first ? 21 : 17);
    }
}

static void make_in_cgroup(void) {
    struct clone_args arguments = {0};
    int folder = open("/proc/self", O_RDONLY | O_DIRECTORY); /* no cgroup at all */
    EXPECT(folder >= 0);
    arguments.flags = CLONE3_INTO_CGROUP | CLONE_VM | CLONE_VFORK;
    arguments.exit_signal = SIGCHLD;
    arguments.cgroup = (uint64_t)folder;
    EXPECT_FAILS(syscall(SYS_clone3, &arguments, sizeof arguments), EBADF);
    EXPECT(close(folder) == 0);
    folder = open("/sys/fs/cgroup/unified", O_RDONLY | O_DIRECTORY);
    if (folder == -1) {
        folder = open("/sys/fs/cgroup", O_RDONLY | O_DIRECTORY);
    }
    arguments.flags = CLONE3_INTO_CGROUP;
    arguments.cgroup = (uint64_t)folder;
    pid_t child = (pid_t)syscall(SYS_clone3, &arguments, sizeof arguments);
    if (child == 0) {
        answer((void*)18);
    }
    if (child > 0) {
        collect(child, 0, 18);
    }
    close(folder);
}

static void make_for_the_tracer(void) {
    /* CLONE_PTRACE: the child has its parent's tracer, if there is one. Without one, it changes nothing. */
    collect(clone(answer, stack_top(), CLONE_PTRACE | SIGCHLD, (void*)19), __WALL, 19);
    collect(clone(answer, stack_top(), CLONE_PTRACE | CLONE_VM, (void*)20), __WALL, 20);
    sum = 0;
    word = -1;
    const int flags = CLONE_PTRACE | CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD | CLONE_CHILD_CLEARTID;
    EXPECT(clone(call, stack_top(), flags, (void*)2, NULL, NULL, &word) > 0);
    wait_for_zero(&word);
    EXPECT(sum == 2);
}

int main(void) {
    parent = getppid();
    go_makes_threads();
    libc_makes_a_thread();
    make_with_descriptor();
    make_in_namespaces();
    make_in_cgroup();
    make_for_the_tracer();
    printf("every set of flags made its child\n");
    return 0;
}
