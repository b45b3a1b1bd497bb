/* A program that works until it is told to stop: its threads look at `finished`, and a line on stdin, or its end, sets that. */
#ifndef TROUPE_TESTS_TRACEES_SERVER_H
#define TROUPE_TESTS_TRACEES_SERVER_H

#include <pthread.h>

#include "expect.h"

static volatile int finished;
static volatile int started; /* threads count themselves */

/* Says "ready" when all threads run, and "served" when all have ended. */
static inline void serve_until_told(long count, void* (*work)(void*)) {
    enum { most = 2000, stack_size = 128 * 1024 };
    static pthread_t threads[most];
    pthread_attr_t attributes;
    char byte = 0;
    EXPECT(count >= 1 && count <= most);
    EXPECT(pthread_attr_init(&attributes) == 0 && pthread_attr_setstacksize(&attributes, stack_size) == 0);
    for (long i = 0; i < count; ++i) {
        EXPECT(pthread_create(&threads[i], &attributes, work, NULL) == 0);
    }
    while (started < count) {
        usleep(100);
    }
    printf("ready\n");
    fflush(stdout);
    ssize_t got;
    do {
        got = read(0, &byte, 1);
    } while (got == -1 && errno == EINTR);
    finished = 1;
    for (long i = 0; i < count; ++i) {
        pthread_join(threads[i], NULL);
    }
    printf("served\n");
}

#endif
