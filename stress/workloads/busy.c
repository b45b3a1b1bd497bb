// busy THREADS: every thread makes getppid calls until SIGTERM. Exit status 1 if one of them gave a wrong result. Prints a line when all
// run.
#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { most = 4096 };

static atomic_int over;
static atomic_int wrong;
static pthread_barrier_t begin;
static long parent;

static void on_term(int signal) {
    (void)signal;
    over = 1;
}

static void* caller(void* unused) {
    pthread_barrier_wait(&begin);
    while (!over) {
        if (syscall(SYS_getppid) != parent) {
            wrong = 1;
        }
    }
    return unused;
}

int main(int argc, char** argv) {
    const long threads = argc == 2 ? strtol(argv[1], NULL, 10) : 0;
    if (threads < 1 || threads > most) {
        fprintf(stderr, "usage: %s THREADS\n", argv[0]);
        return 2;
    }
    static pthread_t ids[most];
    parent = getppid();
    signal(SIGTERM, on_term);
    pthread_barrier_init(&begin, NULL, (unsigned)threads + 1);
    for (long i = 0; i < threads; i++) {
        if (pthread_create(&ids[i], NULL, caller, NULL) != 0) {
            perror("pthread_create");
            return 1;
        }
    }
    pthread_barrier_wait(&begin);
    puts("all of them run");
    fflush(stdout);
    for (long i = 0; i < threads; i++) {
        pthread_join(ids[i], NULL);
    }
    return wrong;
}
