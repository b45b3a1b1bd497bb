/* A signal that is neither handled nor blocked kills its process, also where the thread that sent it asks for it at once: it must not be
   able to take it from the queue. Processes of two threads, of which the second sends and asks. */
#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>

#include "expect.h"

static int deadly;

static void* send_and_ask(void* unused) {
    const struct timespec limit = {5, 0};
    sigset_t wanted;
    (void)unused;
    sigemptyset(&wanted);
    sigaddset(&wanted, deadly);
    getppid();
    kill(getpid(), deadly);
    sigtimedwait(&wanted, NULL, &limit);
    _exit(1);
}

static void live_until_killed(void) {
    pthread_t thread;
    EXPECT(pthread_create(&thread, NULL, send_and_ask, NULL) == 0);
    for (;;) {
        pause();
    }
}

/* Blocked by all threads it is no danger, and is there for the one that asks. */
static void expect_blocked_one_taken(void) {
    const struct timespec limit = {5, 0};
    sigset_t wanted;
    sigemptyset(&wanted);
    sigaddset(&wanted, SIGTERM);
    EXPECT(sigprocmask(SIG_BLOCK, &wanted, NULL) == 0);
    EXPECT(kill(getpid(), SIGTERM) == 0);
    EXPECT(sigtimedwait(&wanted, NULL, &limit) == SIGTERM);
}

int main(void) {
    const int signals[] = {SIGTERM, SIGUSR1, SIGRTMIN};
    for (int i = 0; i < 24; ++i) {
        int status = 0;
        deadly = signals[i % 3];
        const pid_t child = fork();
        EXPECT(child >= 0);
        if (child == 0) {
            live_until_killed();
        }
        EXPECT(waitpid(child, &status, 0) == child);
        EXPECT(WIFSIGNALED(status) && WTERMSIG(status) == deadly);
    }
    expect_blocked_one_taken();
    printf("each was killed by its own signal\n");
    return 0;
}
