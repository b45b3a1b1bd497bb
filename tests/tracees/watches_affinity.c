/* Threads that look at the CPUs that they asked for all the time, and ask for others every now and then, until a line on stdin ends it.
   Says "ready" and "served", as serve does. Usage: watches_affinity [N] */
#define _GNU_SOURCE
#include <sched.h>

#include "server.h"

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
    EXPECT(sched_getaffinity(0, sizeof all, &all) == 0);
    serve_until_told(number_argument(argc, argv, 1, 1), watch);
    return 0;
}
