// sleepers THREADS: threads that sleep until there is nothing more to read. Prints a line when all of them are there.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static pthread_barrier_t begin;

static void* sleeper(void* unused) {
    pthread_barrier_wait(&begin);
    pause();
    return unused;
}

int main(int argc, char** argv) {
    const long threads = argc == 2 ? strtol(argv[1], NULL, 10) : 0;
    if (threads < 1) {
        fprintf(stderr, "usage: %s THREADS\n", argv[0]);
        return 2;
    }
    pthread_attr_t small;
    pthread_attr_init(&small);
    pthread_attr_setstacksize(&small, 64 * 1024);
    pthread_barrier_init(&begin, NULL, (unsigned)threads);
    // The main thread is one of them.
    for (long i = 1; i < threads; i++) {
        pthread_t thread;
        if (pthread_create(&thread, &small, sleeper, NULL) != 0) {
            perror("pthread_create");
            return 1;
        }
        pthread_detach(thread);
    }
    pthread_barrier_wait(&begin);
    puts("ready");
    fflush(stdout);
    char byte;
    return read(0, &byte, 1) == 0 ? 0 : 1;
}
