/* CLONE_UNTRACED: a child that asks not to be traced by its parent's tracer. Whether or not it is, every call that it makes works as any
   other's, the flags that its parent passed are still where it put them, and its own children are ordinary ones. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/sched.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "expect.h"

enum { stack_size = 64 * 1024, threads = 4 };

static int words[threads];

static cpu_set_t asked; /* the CPUs that we had at first */

static void check_calls(void) {
    char byte;
    cpu_set_t cpus;
    EXPECT(sched_getaffinity(0, sizeof cpus, &cpus) == 0);
    EXPECT(CPU_EQUAL(&cpus, &asked));
    EXPECT(syscall(SYS_getppid) > 0);
    EXPECT_FAILS(close(-1), EBADF);
    EXPECT_FAILS(access("/does/not/exist", R_OK), ENOENT);
    EXPECT_FAILS(read(-1, &byte, 1), EBADF);
    int file = open("/dev/null", O_RDONLY);
    EXPECT(file >= 0);
    EXPECT(read(file, &byte, 1) == 0);
    EXPECT(close(file) == 0);
}

static char* stack_top(void) {
    char* stack = mmap(NULL, stack_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    EXPECT(stack != MAP_FAILED);
    return stack + stack_size;
}

static void collect(pid_t child, int code) {
    int status = 0;
    EXPECT(child > 0);
    EXPECT(waitpid(child, &status, __WALL) == child);
    EXPECT(WIFEXITED(status) && WEXITSTATUS(status) == code);
}

static int work(void* argument) {
    check_calls();
    pid_t child = fork();
    EXPECT(child >= 0);
    if (child == 0) {
        check_calls();
        _exit(4);
    }
    collect(child, 4);
    return (int)(intptr_t)argument;
}

static int work_in_thread(void* unused) {
    (void)unused;
    for (int i = 0; i < 50; ++i) {
        EXPECT(syscall(SYS_getppid) > 0);
    }
    syscall(SYS_exit, 0);
    return 0;
}

/* A fork whose flags can be seen afterwards where they were put: the kernel changes no register but those of the result. */
static pid_t bare_clone(unsigned long flags) {
    unsigned long after = flags;
    long result = SYS_clone;
#ifdef __x86_64__
    register long r10 __asm__("r10") = 0;
    register long r8 __asm__("r8") = 0;
    __asm__ volatile("syscall" : "+a"(result), "+D"(after) : "S"(0L), "d"(0L), "r"(r10), "r"(r8) : "rcx", "r11", "memory");
#else
    __asm__ volatile("int $0x80" : "+a"(result), "+b"(after) : "c"(0L), "d"(0L), "S"(0L), "D"(0L) : "memory");
#endif
    if (after != flags) {
        _exit(90);
    }
    return (pid_t)result;
}

static void clone_with_flags_in_memory(void) {
    struct clone_args* arguments = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    EXPECT(arguments != MAP_FAILED);
    arguments->flags = CLONE_UNTRACED;
    arguments->exit_signal = SIGCHLD;
    for (int i = 0; i < 2; ++i) {
        pid_t child = (pid_t)syscall(SYS_clone3, arguments, sizeof *arguments);
        EXPECT(arguments->flags == CLONE_UNTRACED);
        if (child == 0) {
            _exit(work((void*)7));
        }
        collect(child, 7);
        EXPECT(mprotect(arguments, 4096, PROT_READ) == 0); /* the second time, the structure is read-only */
    }
    EXPECT_FAILS(syscall(SYS_clone3, arguments, 8), EINVAL);
    EXPECT_FAILS(syscall(SYS_clone3, NULL, sizeof *arguments), EFAULT);
    EXPECT(arguments->flags == CLONE_UNTRACED);
}

/* A tracer that keeps busy threads on a CPU of its choice has to let go of that for a child that it does not follow. */
static void make_many_calls(void) {
    for (int i = 0; i < 200; ++i) {
        EXPECT(syscall(SYS_getpid) == getpid());
    }
}

int main(void) {
    EXPECT(sched_getaffinity(0, sizeof asked, &asked) == 0);
    make_many_calls();
    collect(clone(work, stack_top(), CLONE_UNTRACED | SIGCHLD, (void*)5), 5);
    make_many_calls();
    collect(clone(work, stack_top(), CLONE_UNTRACED | CLONE_VM | CLONE_VFORK | SIGCHLD, (void*)6), 6);
    clone_with_flags_in_memory();
    for (int i = 0; i < 20; ++i) {
        pid_t child = bare_clone(CLONE_UNTRACED | SIGCHLD);
        EXPECT(child >= 0);
        if (child == 0) {
            check_calls();
            _exit(8);
        }
        collect(child, 8);
    }
    EXPECT_FAILS(clone(work, stack_top(), CLONE_UNTRACED | CLONE_THREAD, NULL), EINVAL); /* a thread must share its memory */
    const int flags = CLONE_UNTRACED | CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD | CLONE_CHILD_CLEARTID;
    for (int i = 0; i < threads; ++i) {
        words[i] = -1;
        EXPECT(clone(work_in_thread, stack_top(), flags, NULL, NULL, NULL, &words[i]) > 0);
    }
    for (int i = 0; i < threads; ++i) {
        while (__atomic_load_n(&words[i], __ATOMIC_SEQ_CST) != 0) {
            syscall(SYS_futex, &words[i], 0, -1, NULL, NULL, 0);
        }
    }
    printf("untraced children worked\n");
    return 0;
}
