/* One quiet thread among many busy ones: what it is sent - a byte, a signal - it answers, however busy its siblings are. The calls of
   all are counted: the last line but one says how often getppid was called. Usage: busy_siblings [THREADS] [ROUNDS] */
#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <sys/syscall.h>

#include "expect.h"

enum { most = 200 };

static int questions[2];
static int answers[2];
static volatile int finished;
static volatile int running;
static volatile sig_atomic_t handled;
static long parent;
static long calls;

static void ask_for_parent(void) {
    EXPECT(syscall(SYS_getppid) == parent);
    __atomic_add_fetch(&calls, 1, __ATOMIC_RELAXED);
}

static void handle(int number) {
    (void)number;
    ask_for_parent();
    ++handled;
}

static void* be_busy(void* unused) {
    (void)unused;
    __atomic_add_fetch(&running, 1, __ATOMIC_SEQ_CST);
    while (!finished) {
        ask_for_parent();
    }
    return NULL;
}

/* Blocked but for the moments in which it is asked. */
static void* be_quiet(void* argument) {
    long rounds = *(long*)argument;
    for (long i = 0; i < rounds; ++i) {
        char byte = 0;
        ssize_t got;
        do {
            got = read(questions[0], &byte, 1);
        } while (got == -1 && errno == EINTR);
        EXPECT(got == 1);
        while (handled <= i) {
            ask_for_parent(); /* the signal may come after the byte */
        }
        EXPECT(write(answers[1], &byte, 1) == 1);
    }
    return NULL;
}

int main(int argc, char** argv) {
    long count = number_argument(argc, argv, 1, 40);
    long rounds = number_argument(argc, argv, 2, 10);
    pthread_t quiet;
    pthread_t busy[most];
    sigset_t signals;
    struct sigaction action = {0};
    EXPECT(count >= 1 && count <= most);
    EXPECT(pipe(questions) == 0 && pipe(answers) == 0);
    parent = getppid();
    calls = 1;
    action.sa_handler = handle;
    EXPECT(sigaction(SIGUSR1, &action, NULL) == 0);
    EXPECT(pthread_create(&quiet, NULL, be_quiet, &rounds) == 0);
    sigemptyset(&signals);
    sigaddset(&signals, SIGUSR1);
    EXPECT(pthread_sigmask(SIG_BLOCK, &signals, NULL) == 0);
    for (long i = 0; i < count; ++i) {
        EXPECT(pthread_create(&busy[i], NULL, be_busy, NULL) == 0);
    }
    while (running < count) {
        usleep(50);
    }
    for (long i = 0; i < rounds; ++i) {
        char byte = 0;
        EXPECT(pthread_kill(quiet, SIGUSR1) == 0);
        EXPECT(write(questions[1], "x", 1) == 1);
        EXPECT(read(answers[0], &byte, 1) == 1 && byte == 'x');
        EXPECT(handled == i + 1);
    }
    finished = 1;
    for (long i = 0; i < count; ++i) {
        EXPECT(pthread_join(busy[i], NULL) == 0);
    }
    EXPECT(pthread_join(quiet, NULL) == 0);
    printf("calls: %ld\n", calls);
    printf("the quiet thread was served\n");
    return 0;
}
