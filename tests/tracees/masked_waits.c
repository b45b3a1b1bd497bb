// Behaviour: waits that take a signal mask for their own time (ppoll, pselect, epoll_pwait, sigsuspend). A signal that only they let
// through has been handled by the time that they return EINTR, and is blocked again then.
#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <unistd.h>

#include "expect.h"

enum { batches = 8, threads = 6, rounds = 40 };

static __thread volatile sig_atomic_t handled;
static sigset_t open_mask;

static void count(int signal) {
    (void)signal;
    handled++;
}

static int wait_with(int kind, int events) {
    struct epoll_event event;
    switch (kind) {
        case 0:
            return epoll_pwait(events, &event, 1, -1, &open_mask);
        case 1:
            return ppoll(NULL, 0, NULL, &open_mask);
        case 2:
            return pselect(0, NULL, NULL, NULL, NULL, &open_mask);
        default:
            return sigsuspend(&open_mask);
    }
}

static void* waiter(void* unused) {
    const int events = epoll_create1(0);
    EXPECT(events >= 0);
    for (int round = 0; round < rounds; round++) {
        const int before = handled;
        EXPECT(pthread_kill(pthread_self(), SIGUSR1) == 0);
        EXPECT(wait_with(round % 4, events) == -1 && errno == EINTR);
        EXPECT(handled == before + 1);
        sigset_t mask;
        EXPECT(pthread_sigmask(SIG_SETMASK, NULL, &mask) == 0);
        EXPECT(sigismember(&mask, SIGUSR1) == 1);
    }
    close(events);
    return unused;
}

int main(void) {
    signal(SIGUSR1, count);
    sigset_t blocked;
    sigemptyset(&open_mask);
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGUSR1);
    sigprocmask(SIG_BLOCK, &blocked, NULL);
    for (int batch = 0; batch < batches; batch++) {  // threads that are new are the ones that a tracer places anew
        pthread_t all[threads];
        for (int i = 0; i < threads; i++) EXPECT(pthread_create(&all[i], NULL, waiter, NULL) == 0);
        for (int i = 0; i < threads; i++) pthread_join(all[i], NULL);
    }
    puts("every signal was handled in time");
    return 0;
}
