/* Threads that are started and joined one after the other, and one that still waits when the process ends: every run makes the same calls.
   Which of them pthread_join makes depends on whether the thread has ended. So each thread has a table of descriptors of its own, whose end
   closes the pipe that the leader reads: the kernel does that after it has told pthread_join. Nothing here depends on the effect of close,
   openat or write, which are tampered with. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>

#include "expect.h"

static int ends[2];

static void tell(void) {
    struct iovec byte = {"x", 1};
    EXPECT(writev(ends[1], &byte, 1) == 1);
}

static void* work(void* unused) {
    char text[8];
    (void)unused;
    EXPECT(unshare(CLONE_FILES) == 0);
    tell();
    for (int time = 0; time < 3; time++) {
        syscall(SYS_openat, AT_FDCWD, "/etc/ld.so.cache", O_RDONLY);
    }
    syscall(SYS_openat, AT_FDCWD, "/nowhere", O_RDONLY);
    syscall(SYS_pread64, 5, text, sizeof text, 0);
    syscall(SYS_write, 1, "thread\n", 7);
    syscall(SYS_close, 5);
    syscall(SYS_close, -1);
    return NULL;
}

/* Not on the leader's pipe: it would take the byte that the leader waits for. */
static void* wait_for_ever(void* unused) {
    int silent[2];
    char byte;
    (void)unused;
    EXPECT(unshare(CLONE_FILES) == 0);
    EXPECT(pipe2(silent, 0) == 0);
    tell();
    syscall(SYS_read, silent[0], &byte, 1);
    return NULL;
}

int main(void) {
    const struct timespec until_it_waits = {.tv_nsec = 50000000};
    pthread_t thread;
    char byte;
    for (int time = 0; time < 2; time++) {
        EXPECT(pipe2(ends, 0) == 0);
        EXPECT(pthread_create(&thread, NULL, work, NULL) == 0);
        EXPECT(read(ends[0], &byte, 1) == 1);
        EXPECT(syscall(SYS_close_range, ends[1], ends[1], 0) == 0);
        EXPECT(read(ends[0], &byte, 1) == 0);
        EXPECT(pthread_join(thread, NULL) == 0);
        EXPECT(syscall(SYS_close_range, ends[0], ends[0], 0) == 0);
    }
    EXPECT(pipe2(ends, 0) == 0);
    EXPECT(pthread_create(&thread, NULL, wait_for_ever, NULL) == 0);
    EXPECT(read(ends[0], &byte, 1) == 1);
    nanosleep(&until_it_waits, NULL);
    return 0;
}
