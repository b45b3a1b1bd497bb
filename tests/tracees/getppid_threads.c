/* N threads make M getppid calls each: every one of them is seen by a tracer that counts. Usage: getppid_threads [N [M]] */
#define _GNU_SOURCE
#include <pthread.h>
#include <sys/syscall.h>

#include "expect.h"

static long calls_each;
static long parent;

static void* make_calls(void* wrong) {
    for (long i = 0; i < calls_each; ++i) {
        if (syscall(SYS_getppid) != parent) {
            ++*(long*)wrong;
        }
    }
    return NULL;
}

int main(int argc, char** argv) {
    enum { most = 1000 };
    static pthread_t threads[most];
    static long wrong[most];
    long count = number_argument(argc, argv, 1, 8);
    calls_each = number_argument(argc, argv, 2, 100);
    EXPECT(count >= 1 && count <= most);
    parent = (long)getppid();
    for (long i = 0; i < count; ++i) {
        EXPECT(pthread_create(&threads[i], NULL, make_calls, &wrong[i]) == 0);
    }
    for (long i = 0; i < count; ++i) {
        EXPECT(pthread_join(threads[i], NULL) == 0);
        EXPECT(wrong[i] == 0);
    }
    printf("%ld threads made %ld calls each\n", count, calls_each);
    return 0;
}
