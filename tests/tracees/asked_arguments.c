/* N threads ask M times for the flags of ten descriptors that are not open, from 100 on; one of them may fail with EIO, which only a tracer
   can bring about, and all others fail with EBADF. Usage: asked_arguments [N [M [DESCRIPTOR]]] */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <sys/syscall.h>

#include "expect.h"

static long rounds;
static long special;

static void* ask(void* unused) {
    for (long round = 0; round < rounds; ++round) {
        for (long fd = 100; fd < 110; ++fd) {
            EXPECT_FAILS(syscall(SYS_fcntl, fd, F_GETFD, 0), fd == special ? EIO : EBADF);
        }
    }
    return unused;
}

int main(int argc, char** argv) {
    enum { most = 100 };
    static pthread_t threads[most];
    long count = number_argument(argc, argv, 1, 4);
    rounds = number_argument(argc, argv, 2, 100);
    special = number_argument(argc, argv, 3, 0);
    EXPECT(count >= 1 && count <= most);
    for (long i = 0; i < count; ++i) {
        EXPECT(pthread_create(&threads[i], NULL, ask, NULL) == 0);
    }
    for (long i = 0; i < count; ++i) {
        EXPECT(pthread_join(threads[i], NULL) == 0);
    }
    printf("%ld threads asked %ld times for each of 10 descriptors\n", count, rounds);
    return 0;
}
