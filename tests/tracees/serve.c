/* A program that works until it is told to stop: N threads make calls and check each; a line on stdin ends it.
   Says "ready" when all threads run, and "served" at the end. Usage: serve [N] [MICROSECONDS BETWEEN CALLS] */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include "server.h"

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
    rest = number_argument(argc, argv, 2, 500);
    parent = (long)getppid();
    serve_until_told(number_argument(argc, argv, 1, 1), serve);
    return 0;
}
