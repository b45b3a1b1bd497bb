/* No signal is lost, doubled or reordered: SIGUSR1 sent to the thread itself is handled once each time, queued real-time signals
   arrive in order with their values, and what is blocked stays pending. Usage: counted_signals [N] */
#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <sys/syscall.h>

#include "expect.h"

static volatile sig_atomic_t plain;
static volatile sig_atomic_t queued;
static volatile sig_atomic_t out_of_order;

static void count_plain(int number) {
    (void)number;
    ++plain;
}

static void count_queued(int number, siginfo_t* info, void* context) {
    (void)number;
    (void)context;
    if (info->si_code != SI_QUEUE || info->si_value.sival_int != queued) {
        ++out_of_order;
    }
    ++queued;
}

static void* signal_itself(void* argument) {
    long count = *(long*)argument;
    for (long i = 0; i < count; ++i) {
        EXPECT(syscall(SYS_tgkill, getpid(), (pid_t)syscall(SYS_gettid), SIGUSR1) == 0);
    }
    return NULL;
}

int main(int argc, char** argv) {
    long count = number_argument(argc, argv, 1, 100);
    struct sigaction action = {0};
    sigset_t blocked;
    sigset_t pending;
    pthread_t thread;

    action.sa_handler = count_plain;
    EXPECT(sigaction(SIGUSR1, &action, NULL) == 0);
    action.sa_handler = NULL;
    action.sa_sigaction = count_queued;
    action.sa_flags = SA_SIGINFO;
    EXPECT(sigaction(SIGRTMIN + 3, &action, NULL) == 0);

    signal_itself(&count);
    EXPECT(plain == count);
    EXPECT(pthread_create(&thread, NULL, signal_itself, &count) == 0);
    EXPECT(pthread_join(thread, NULL) == 0);
    EXPECT(plain == 2 * count);

    sigemptyset(&blocked);
    sigaddset(&blocked, SIGUSR1);
    sigaddset(&blocked, SIGRTMIN + 3);
    EXPECT(sigprocmask(SIG_BLOCK, &blocked, NULL) == 0);
    for (int i = 0; i < count; ++i) {
        EXPECT(sigqueue(getpid(), SIGRTMIN + 3, (union sigval){.sival_int = i}) == 0);
    }
    EXPECT(raise(SIGUSR1) == 0);
    EXPECT(raise(SIGUSR1) == 0); /* an ordinary signal does not queue */
    EXPECT(queued == 0 && plain == 2 * count);
    EXPECT(sigpending(&pending) == 0);
    EXPECT(sigismember(&pending, SIGUSR1) == 1 && sigismember(&pending, SIGRTMIN + 3) == 1);
    EXPECT(sigprocmask(SIG_UNBLOCK, &blocked, NULL) == 0);
    EXPECT(plain == 2 * count + 1);
    EXPECT(queued == count && out_of_order == 0);
    printf("%ld signals counted\n", 3 * count + 1);
    return 0;
}
