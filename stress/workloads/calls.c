// calls THREADS CALLS [WORK]: every thread makes CALLS times getppid, with WORK microseconds of computing before each; or, where WORK is
// `files`, opens, reads and closes a file CALLS times. All at once. Prints the nanoseconds that one call took, on the
// average of all threads together: what is measured is the loop, not how the program was started.
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static pthread_barrier_t begin;
static pthread_barrier_t end;
static long calls;
static long spins;  // before each call
static int with_files;

static void compute(long times) {
    for (volatile long i = 0; i < times; i++) {
    }
}

static void read_a_file(void) {
    char bytes[64];
    const int file = open("/proc/sys/kernel/ostype", O_RDONLY | O_CLOEXEC);
    if (file < 0 || read(file, bytes, sizeof bytes) < 0) {
        perror("/proc/sys/kernel/ostype");
        exit(1);
    }
    close(file);
}

static void make_calls(void) {
    for (long i = 0; i < calls; i++) {
        if (with_files) {
            read_a_file();
        } else {
            compute(spins);
            syscall(SYS_getppid);
        }
    }
}

static void* caller(void* unused) {
    (void)unused;
    pthread_barrier_wait(&begin);
    make_calls();
    pthread_barrier_wait(&end);
    return NULL;
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

// How often a thread can count in so many seconds, the best of a few tries: no other process may have disturbed that one.
static long spins_in(double wanted) {
    const long sample = 2000000;
    double best = 1e9;
    for (int i = 0; i < 5; i++) {
        const double start = seconds();
        compute(sample);
        const double took = seconds() - start;
        best = took < best ? took : best;
    }
    return (long)((double)sample * wanted / best);
}

int main(int argc, char** argv) {
    if (argc != 3 && argc != 4) {
        fprintf(stderr, "usage: %s THREADS CALLS [WORK]\n", argv[0]);
        return 2;
    }
    const long threads = strtol(argv[1], NULL, 10);
    calls = strtol(argv[2], NULL, 10);
    with_files = argc == 4 && strcmp(argv[3], "files") == 0;
    spins = argc == 4 && !with_files ? spins_in(strtod(argv[3], NULL) / 1e6) : 0;
    pthread_barrier_init(&begin, NULL, (unsigned)threads);
    pthread_barrier_init(&end, NULL, (unsigned)threads);
    // The main thread is one of them.
    for (long i = 1; i < threads; i++) {
        pthread_t thread;
        if (pthread_create(&thread, NULL, caller, NULL) != 0) {
            perror("pthread_create");
            return 1;
        }
        pthread_detach(thread);
    }
    pthread_barrier_wait(&begin);
    const double start = seconds();
    make_calls();
    pthread_barrier_wait(&end);
    printf("%.1f\n", (seconds() - start) * 1e9 / (double)(calls * threads));
    return 0;
}
