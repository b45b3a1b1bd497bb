/* Calls and signals whose stacks are known: getppid in innermost, called by outermost; in memory of no file; in a handler; and 400 frames
   deep. None of it is visible to the program itself. */
#define _GNU_SOURCE
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>

#include "expect.h"

/* A call that is not the last thing that a function does, so that there is a frame of it. */
#define CALL(what)                         \
    do {                                   \
        what;                              \
        __asm__ volatile("" ::: "memory"); \
    } while (0)

static long made;

__attribute__((noinline)) static void innermost(void) { CALL(made += syscall(SYS_getppid) > 0); }
__attribute__((noinline)) static void outermost(void) { CALL(innermost()); }
__attribute__((noinline)) static void deep(int more) {
    if (more > 0) {
        CALL(deep(more - 1));
    } else {
        CALL(made += syscall(SYS_getsid, 0) >= 0);
    }
}
static void handler(int signal) {
    (void)signal;
    CALL(made += syscall(SYS_getpgid, 0) >= 0);
}

#ifdef __x86_64__
static const unsigned char code[] = {0x55, 0x48, 0x89, 0xe5, 0xb8, 24, 0, 0, 0, 0x0f, 0x05, 0x5d, 0xc3}; /* push %rbp; …; sched_yield */
#else
static const unsigned char code[] = {0x55, 0x89, 0xe5, 0xb8, 158, 0, 0, 0, 0xcd, 0x80, 0x5d, 0xc3};
#endif
__attribute__((noinline)) static void generated(void) {
    void* page = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    EXPECT(page != MAP_FAILED);
    memcpy(page, code, sizeof code);
    void (*function)(void);
    memcpy(&function, &page, sizeof page);
    CALL(function());
}

int main(void) {
    CALL(outermost());
    signal(SIGUSR1, handler);
    CALL(raise(SIGUSR1));
    generated();
    CALL(deep(400));
    EXPECT(made == 3);
    printf("4 stacks\n");
    return 0;
}
