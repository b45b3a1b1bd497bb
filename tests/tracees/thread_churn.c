/* Threads that come, make one getppid and go: N of them, at most eight alive. Usage: thread_churn [N] */
#define _GNU_SOURCE
#include <pthread.h>
#include <sys/syscall.h>

#include "expect.h"

static void* call_once(void* argument) { return (void*)(syscall(SYS_getppid) == (long)getppid() ? argument : NULL); }

int main(int argc, char** argv) {
    enum { alive = 8 };
    pthread_t threads[alive];
    long count = number_argument(argc, argv, 1, 200);
    long made = 0;
    while (made < count) {
        long batch = count - made < alive ? count - made : alive;
        for (long i = 0; i < batch; ++i) {
            EXPECT(pthread_create(&threads[i], NULL, call_once, &made) == 0);
        }
        for (long i = 0; i < batch; ++i) {
            void* result = NULL;
            EXPECT(pthread_join(threads[i], &result) == 0);
            EXPECT(result == &made);
        }
        made += batch;
    }
    printf("%ld threads came and went\n", made);
    return 0;
}
