/* Threads that are started and joined one after the other, and one that still waits when the process ends: every run makes the same calls.
   Which of them pthread_join makes depends on whether the thread has ended. So each thread has a table of descriptors of its own, whose end
   closes the pipe that the leader reads: the kernel does that after it has told pthread_join. And each thread begins when the leader's
   clone has returned: where it has ended by then, its id is no longer in memory. Nothing here depends on the effect of close, openat or
   write, which are tampered with. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>

#include "expect.h"

static int ends[2];
static int start[2];

static void tell(int end) {
    struct iovec byte = {"x", 1};
    EXPECT(writev(end, &byte, 1) == 1);
}

static void hear(int end) {
    char byte;
    EXPECT(read(end, &byte, 1) == 1);
}

static void begin(pthread_t* thread, void* (*body)(void*)) {
    EXPECT(pipe2(ends, 0) == 0);
    EXPECT(pipe2(start, 0) == 0);
    EXPECT(pthread_create(thread, NULL, body, NULL) == 0);
    tell(start[1]);
    hear(ends[0]);
}

static void* work(void* unused) {
    char text[8];
    (void)unused;
    hear(start[0]);
    EXPECT(unshare(CLONE_FILES) == 0);
    tell(ends[1]);
    for (int time = 0; time < 3; time++) {
        syscall(SYS_openat, AT_FDCWD, "/etc/ld.so.cache", O_RDONLY);
    }
    syscall(SYS_openat, AT_FDCWD, "/nowhere", O_RDONLY);
    syscall(SYS_pread64, 7, text, sizeof text, 0);
    syscall(SYS_write, 1, "thread\n", 7);
    syscall(SYS_close, 7);
    syscall(SYS_close, -1);
    return NULL;
}

/* Not on the leader's pipe: it would take the byte that the leader waits for. */
static void* wait_for_ever(void* unused) {
    int silent[2];
    char byte;
    (void)unused;
    hear(start[0]);
    EXPECT(unshare(CLONE_FILES) == 0);
    EXPECT(pipe2(silent, 0) == 0);
    tell(ends[1]);
    syscall(SYS_read, silent[0], &byte, 1);
    return NULL;
}

int main(void) {
    const struct timespec until_it_waits = {.tv_nsec = 50000000};
    pthread_t thread;
    char byte;
    for (int time = 0; time < 2; time++) {
        begin(&thread, work);
        EXPECT(syscall(SYS_close_range, ends[1], ends[1], 0) == 0);
        EXPECT(read(ends[0], &byte, 1) == 0);
        EXPECT(pthread_join(thread, NULL) == 0);
        EXPECT(syscall(SYS_close_range, ends[0], ends[0], 0) == 0);
        EXPECT(syscall(SYS_close_range, start[0], start[1], 0) == 0);
    }
    begin(&thread, wait_for_ever);
    nanosleep(&until_it_waits, NULL);
    return 0;
}
