// shares THREADS SECONDS: every thread makes getppid calls until the time is up. Prints how many the least served made, in percent of the
// mean.
#define _GNU_SOURCE
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { most = 1024 };

static atomic_int over;
static pthread_barrier_t begin;
static long made[most];

static void* caller(void* mine) {
    pthread_barrier_wait(&begin);
    while (!over) {
        syscall(SYS_getppid);
        ++*(long*)mine;
    }
    return NULL;
}

int main(int argc, char** argv) {
    const long threads = argc == 3 ? strtol(argv[1], NULL, 10) : 0;
    if (threads < 1 || threads > most) {
        fprintf(stderr, "usage: %s THREADS SECONDS\n", argv[0]);
        return 2;
    }
    pthread_t ids[most];
    pthread_barrier_init(&begin, NULL, (unsigned)threads + 1);
    for (long i = 0; i < threads; i++) {
        if (pthread_create(&ids[i], NULL, caller, &made[i]) != 0) {
            perror("pthread_create");
            return 1;
        }
    }
    pthread_barrier_wait(&begin);
    sleep((unsigned)strtol(argv[2], NULL, 10));
    over = 1;
    long sum = 0;
    long least = -1;
    for (long i = 0; i < threads; i++) {
        pthread_join(ids[i], NULL);
        sum += made[i];
        least = least < 0 || made[i] < least ? made[i] : least;
    }
    printf("%.1f\n", 100.0 * (double)least * (double)threads / (double)sum);
    return 0;
}
