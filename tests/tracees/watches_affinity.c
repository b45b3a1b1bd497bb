/* Threads that look at the CPUs that they asked for all the time, and ask for others every now and then, until a line on stdin ends it.
   Says "ready" and "served", as serve does. Usage: watches_affinity [N] */
#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>

#include "expect.h"

static volatile int finished;
static volatile int started;
static cpu_set_t all;

static void expect_asked(const cpu_set_t* asked) {
    for (int i = 0; i < 8; ++i) {
        cpu_set_t seen;
        EXPECT(sched_getaffinity(0, sizeof seen, &seen) == 0);
        EXPECT(CPU_EQUAL(&seen, asked));
    }
}

static void* watch(void* unused) {
    cpu_set_t first;
    int cpu = 0;
    (void)unused;
    while (!CPU_ISSET(cpu, &all)) {
        ++cpu;
    }
    CPU_ZERO(&first);
    CPU_SET(cpu, &first);
    __atomic_add_fetch(&started, 1, __ATOMIC_SEQ_CST);
    while (!finished) {
        EXPECT(sched_setaffinity(0, sizeof first, &first) == 0);
        expect_asked(&first);
        EXPECT(sched_setaffinity(0, sizeof all, &all) == 0);
        expect_asked(&all);
    }
    return NULL;
}

int main(int argc, char** argv) {
    enum { most = 64 };
    pthread_t threads[most];
    long count = number_argument(argc, argv, 1, 1);
    EXPECT(count >= 1 && count <= most);
    EXPECT(sched_getaffinity(0, sizeof all, &all) == 0);
    for (long i = 0; i < count; ++i) {
        EXPECT(pthread_create(&threads[i], NULL, watch, NULL) == 0);
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
