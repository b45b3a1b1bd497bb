/* A storm: threads, children, execs (also from a thread that is not the leader, beside busy ones) and signals, all of it drawn from a seed.
   Everything is counted in memory that all of them share, and told at the end.
   Usage: storm SEED [the rest is for itself: DEPTH FD] */
#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { most_threads = 24, deepest = 3 };

struct totals {
    long calls, spawned, execs, sent, handled, wrong;
};

static struct totals* totals;
static int shared;
static char program[4096];

static void add(long* to, long number) { __atomic_add_fetch(to, number, __ATOMIC_SEQ_CST); }

static void expect(int holds) {
    if (!holds) {
        add(&totals->wrong, 1);
    }
}

static uint64_t draw(uint64_t* state) { /* splitmix64 */
    uint64_t z = (*state += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

static long below(uint64_t* state, long limit) { return (long)(draw(state) % (uint64_t)limit); }

static void handle(int number) {
    (void)number;
    add(&totals->handled, 1);
}

static void call(long times) {
    for (long i = 0; i < times; ++i) {
        expect(syscall(SYS_getppid) >= 0);
    }
    add(&totals->calls, times);
}

static void send_to_self(long times) {
    for (long i = 0; i < times; ++i) {
        add(&totals->sent, 1);
        expect(syscall(SYS_tgkill, getpid(), syscall(SYS_gettid), SIGRTMIN) == 0);
    }
}

static void* work(void* argument) {
    uint64_t seed = (uint64_t)(uintptr_t)argument;
    const long steps = 1 + below(&seed, 6);
    for (long step = 0; step < steps; ++step) {
        call(below(&seed, 400));
        send_to_self(below(&seed, 8));
        for (volatile long i = below(&seed, 20000); i > 0; --i) {
        }
    }
    return NULL;
}

static void* spin(void* unused) {
    (void)unused;
    for (;;) {
        syscall(SYS_getpid);
    }
    return NULL;
}

static void become(uint64_t seed, int depth) {
    char seed_text[32], depth_text[8], fd_text[16];
    snprintf(seed_text, sizeof seed_text, "%llu", (unsigned long long)seed);
    snprintf(depth_text, sizeof depth_text, "%d", depth);
    snprintf(fd_text, sizeof fd_text, "%d", shared);
    add(&totals->execs, 1);
    execl(program, "storm", seed_text, depth_text, fd_text, (char*)NULL);
    expect(0);
    _exit(1);
}

static void become_in_child(uint64_t seed, int depth) {
    if (vfork() == 0) {
        become(seed, depth);
    }
}

struct plan {
    uint64_t seed;
    int depth;
};

static void* become_from_thread(void* argument) {
    const struct plan* plan = argument;
    become(plan->seed, plan->depth);
    return NULL;
}

/* Other threads are busy, and vanish. */
static void become_beside_busy_ones(uint64_t* seed, int depth) {
    static struct plan plan;
    pthread_t thread;
    const long busy = 1 + below(seed, 16);
    for (long i = 0; i < busy; ++i) {
        expect(pthread_create(&thread, NULL, spin, NULL) == 0);
        add(&totals->spawned, 1);
    }
    plan.seed = draw(seed);
    plan.depth = depth;
    add(&totals->spawned, 1);
    expect(pthread_create(&thread, NULL, become_from_thread, &plan) == 0);
    for (;;) {
        pause();
    }
}

static void run_threads(uint64_t* seed) {
    pthread_t threads[most_threads];
    const long count = below(seed, most_threads);
    for (long i = 0; i < count; ++i) {
        add(&totals->spawned, 1);
        expect(pthread_create(&threads[i], NULL, work, (void*)(uintptr_t)draw(seed)) == 0);
    }
    for (long i = 0; i < count; ++i) {
        pthread_join(threads[i], NULL);
    }
}

static void storm(uint64_t seed, int depth);

static void make_children(uint64_t* seed, int depth) {
    const long count = below(seed, 4);
    for (long i = 0; i < count; ++i) {
        const uint64_t its_seed = draw(seed);
        add(&totals->spawned, 1);
        if (below(seed, 3) == 0 && depth + 1 < deepest) {
            become_in_child(its_seed, depth + 1);
        } else if (fork() == 0) {
            storm(its_seed, depth + 1);
            _exit(0);
        }
    }
    int status = 0;
    for (long i = 0; i < count; ++i) {
        expect(wait(&status) > 0 && status == 0);
    }
}

static void storm(uint64_t seed, int depth) {
    run_threads(&seed);
    call(below(&seed, 200));
    if (depth < deepest) {
        make_children(&seed, depth);
    }
    if (depth < deepest && below(&seed, 3) == 0) {
        become_beside_busy_ones(&seed, deepest);
    }
}

int main(int argc, char** argv) {
    if (argc < 2) {
        fprintf(stderr, "Usage: storm SEED\n");
        return 1;
    }
    const int first = argc == 2;
    shared = first ? memfd_create("totals", 0) : atoi(argv[3]);
    if (shared < 0 || (first && ftruncate(shared, sizeof *totals) != 0)) {
        return 1;
    }
    totals = mmap(NULL, sizeof *totals, PROT_READ | PROT_WRITE, MAP_SHARED, shared, 0);
    if (totals == MAP_FAILED || readlink("/proc/self/exe", program, sizeof program - 1) < 0) {
        return 1;
    }
    signal(SIGRTMIN, handle);
    if (first) {
        add(&totals->spawned, 1);
        if (fork() == 0) {
            storm(strtoull(argv[1], NULL, 10), 0);
            _exit(0);
        }
        int status = 0;
        expect(wait(&status) > 0 && status == 0);
        printf("calls %ld spawned %ld execs %ld sent %ld handled %ld wrong %ld\n", totals->calls, totals->spawned, totals->execs,
               totals->sent, totals->handled, totals->wrong);
        return totals->wrong != 0;
    }
    storm(strtoull(argv[1], NULL, 10), atoi(argv[2]));
    return 0;
}
