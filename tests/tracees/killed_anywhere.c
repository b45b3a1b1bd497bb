/* A program that is killed by SIGKILL in the middle of what it does: calls, threads, forks, vforks, execs, signals, job control. The killer
   is a child of its own; when it strikes depends on the seed. Usage: killed_anywhere WORK SEED
   or killed_anywhere: the same to ROUNDS children of each kind, whose parent sees that SIGKILL ended them. */
#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "expect.h"

static void* call_for_ever(void* unused) {
    (void)unused;
    for (;;) {
        syscall(SYS_getppid);
    }
    return NULL;
}

static void calls(void) { call_for_ever(NULL); }

static void busy_threads(void) {
    pthread_t thread;
    for (int i = 0; i < 4; ++i) {
        EXPECT(pthread_create(&thread, NULL, call_for_ever, NULL) == 0);
    }
    call_for_ever(NULL);
}

static void* end_at_once(void* unused) { return unused; }

static void short_threads(void) {
    for (;;) {
        pthread_t thread;
        EXPECT(pthread_create(&thread, NULL, end_at_once, NULL) == 0);
        EXPECT(pthread_join(thread, NULL) == 0);
    }
}

static void forks(void) {
    for (;;) {
        pid_t child = fork();
        EXPECT(child >= 0);
        if (child == 0) {
            _exit(0);
        }
        waitpid(child, NULL, 0);
    }
}

static void vforks(void) {
    for (;;) {
        pid_t child = vfork();
        EXPECT(child >= 0);
        if (child == 0) {
            execl("/proc/self/exe", "killed_anywhere", "end", (char*)NULL);
            _exit(1);
        }
        waitpid(child, NULL, 0);
    }
}

static void executes(void) {
    execl("/proc/self/exe", "killed_anywhere", "execute", (char*)NULL);
    EXPECT(!"execl returned");
}

static void nothing(int number) { (void)number; }

static void signals(void) {
    EXPECT(signal(SIGUSR1, nothing) != SIG_ERR);
    for (;;) {
        raise(SIGUSR1);
    }
}

static void* go_on(void* argument) {
    (void)argument;
    for (;;) {
        kill(getpid(), SIGCONT);
    }
    return NULL;
}

static void stops(void) {
    pthread_t thread;
    EXPECT(pthread_create(&thread, NULL, go_on, NULL) == 0);
    for (;;) {
        kill(getpid(), SIGSTOP); /* and a process that still runs undoes it, or none does: SIGKILL ends it all the same */
    }
}

static void (*const works[])(void) = {calls, busy_threads, short_threads, forks, vforks, executes, signals, stops};
enum { work_count = sizeof works / sizeof *works };

static void spin(unsigned seed) {
    unsigned steps = seed * 2654435761U % 4000000U; /* up to a few milliseconds */
    for (volatile unsigned i = 0; i < steps; ++i) {
    }
}

/* Kills its parent, which does not know when. */
static void start_killer(unsigned seed) {
    pid_t victim = getpid();
    pid_t killer = fork();
    EXPECT(killer >= 0);
    if (killer == 0) {
        spin(seed);
        EXPECT(kill(victim, SIGKILL) == 0);
        _exit(0);
    }
}

static void run(long work, unsigned seed) {
    start_killer(seed);
    works[work]();
}

int main(int argc, char** argv) {
    if (argc > 1 && strcmp(argv[1], "end") == 0) {
        return 0;
    }
    if (argc > 1 && strcmp(argv[1], "execute") == 0) {
        executes();
    }
    if (argc > 2) {
        long work = strtol(argv[1], NULL, 0);
        EXPECT(work >= 0 && work < work_count);
        run(work, (unsigned)strtoul(argv[2], NULL, 0));
    }
    unsigned rounds = (unsigned)number_argument(argc, argv, 1, 3);
    for (unsigned i = 0; i < rounds * work_count; ++i) {
        int status = 0;
        pid_t child = fork();
        EXPECT(child >= 0);
        if (child == 0) {
            setpgid(0, 0);
            run(i % work_count, i + 1);
        }
        EXPECT(waitpid(child, &status, 0) == child);
        EXPECT(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    }
    printf("every one of them was killed\n");
    return 0;
}
