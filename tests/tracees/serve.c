/* A program that works until it is told to stop: N threads make calls and check each; a line on stdin ends it.
   Says "ready" when all threads run, and "served" at the end. Usage: serve [N] [MICROSECONDS BETWEEN CALLS] */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include "expect.h"

static volatile int finished;
static volatile int started;
static long parent;
static long rest;

static void* serve(void* unused) {
    (void)unused;
    __atomic_add_fetch(&started, 1, __ATOMIC_SEQ_CST);
    while (!finished) {
        EXPECT(syscall(SYS_getppid) == parent);
        EXPECT_FAILS(access("/does/not/exist", R_OK), ENOENT);
        EXPECT_FAILS(close(-1), EBADF);
        if (rest != 0) {
            usleep((useconds_t)rest);
        }
    }
    return NULL;
}

int main(int argc, char** argv) {
    enum { most = 2000, stack_size = 128 * 1024 };
    static pthread_t threads[most];
    pthread_attr_t attributes;
    long count = number_argument(argc, argv, 1, 1);
    EXPECT(count >= 1 && count <= most);
    rest = number_argument(argc, argv, 2, 500);
    parent = (long)getppid();
    EXPECT(pthread_attr_init(&attributes) == 0 && pthread_attr_setstacksize(&attributes, stack_size) == 0);
    for (long i = 0; i < count; ++i) {
        EXPECT(pthread_create(&threads[i], &attributes, serve, NULL) == 0);
    }
    while (started < count) {
        usleep(100);
    }
    printf("ready\n");
    fflush(stdout);
    wait_for_a_line();
    finished = 1;
    for (long i = 0; i < count; ++i) {
        pthread_join(threads[i], NULL);
    }
    printf("served\n");
    return 0;
}
