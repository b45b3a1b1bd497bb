/* A thread makes calls while others send it signals, one after another: each call gives the same value, in the handler too, and each signal
   is handled once. Usage: signalled_calls [SIGNALS] [VALUE OF GETPPID, negative: an errno] */
#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <sys/syscall.h>

#include "expect.h"

enum { senders = 3 };

static pthread_t target;
static long each;
static long value;
static volatile int finished;
static volatile sig_atomic_t handled[senders];

static void call(void) {
    long result = syscall(SYS_getppid);
    EXPECT((result == -1 && value < 0 ? -errno : result) == value);
}

static void handle(int number) {
    int before = errno;
    call();
    ++handled[number - SIGRTMIN];
    errno = before;
}

/* A real-time signal each, so that none is merged with another. */
static void* send_signals(void* argument) {
    int index = (int)(long)argument;
    for (long i = 0; i < each; ++i) {
        EXPECT(pthread_kill(target, SIGRTMIN + index) == 0);
        if (i % 4 == 3) {
            while (handled[index] <= i) {
                usleep(50);
            }
        }
    }
    __atomic_add_fetch(&finished, 1, __ATOMIC_SEQ_CST);
    return NULL;
}

static void* make_calls(void* unused) {
    (void)unused;
    while (finished < senders || handled[0] + handled[1] + handled[2] < senders * each) {
        call();
    }
    return NULL;
}

int main(int argc, char** argv) {
    struct sigaction action = {0};
    pthread_t threads[senders];
    each = number_argument(argc, argv, 1, 40);
    value = number_argument(argc, argv, 2, getppid());
    action.sa_handler = handle;
    for (int i = 0; i < senders; ++i) {
        EXPECT(sigaction(SIGRTMIN + i, &action, NULL) == 0);
    }
    EXPECT(pthread_create(&target, NULL, make_calls, NULL) == 0);
    for (long i = 0; i < senders; ++i) {
        EXPECT(pthread_create(&threads[i], NULL, send_signals, (void*)i) == 0);
    }
    for (int i = 0; i < senders; ++i) {
        EXPECT(pthread_join(threads[i], NULL) == 0);
    }
    EXPECT(pthread_join(target, NULL) == 0);
    for (int i = 0; i < senders; ++i) {
        EXPECT(handled[i] == each);
    }
    printf("every call gave the same\n");
    return 0;
}
