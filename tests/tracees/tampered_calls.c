/* A program that tells what came of a few calls: their results, their errors, the memory behind their arguments, and the signals that came
   with them. Each of N threads makes them and keeps its own account. Usage: tampered_calls [N] */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include "expect.h"

enum { most = 8, rounds = 4 };

static char accounts[most][4096];
static __thread volatile sig_atomic_t signals_seen;

static void count_signal(int number) {
    (void)number;
    ++signals_seen;
}

static void tell(char* account, const char* format, ...) {
    va_list values;
    size_t used = strlen(account);
    va_start(values, format);
    vsnprintf(account + used, sizeof accounts[0] - used, format, values);
    va_end(values);
}

static void make_calls(char* account) {
    long result;
    for (int round = 1; round <= rounds; ++round) {
        errno = 0;
        result = syscall(SYS_getpriority, PRIO_PROCESS, 0);
        tell(account, "getpriority %d: %ld, errno %d\n", round, result, errno);
    }
    for (int round = 1; round <= rounds; ++round) {
        char path[] = "/does/not/exist";
        errno = 0;
        result = syscall(SYS_chdir, path);
        tell(account, "chdir %d: %ld, errno %d, %s\n", round, result, errno, path);
    }
    for (int round = 1; round <= rounds; ++round) {
        char text[] = "nothing yet";
        int zeros = open("/dev/zero", O_RDONLY);
        errno = 0;
        result = syscall(SYS_read, zeros, text, 4);
        tell(account, "read %d: %ld, errno %d,", round, result, errno);
        for (int i = 0; i < 6; ++i) {
            tell(account, " %02x", (unsigned char)text[i]);
        }
        tell(account, "\n");
        close(zeros);
    }
    for (int round = 1; round <= rounds; ++round) {
        int before = signals_seen;
        errno = 0;
        result = syscall(SYS_sched_yield);
        tell(account, "sched_yield %d: %ld, errno %d, %d signals\n", round, result, errno, (int)signals_seen - before);
    }
}

static void* in_thread(void* account) {
    make_calls(account);
    return NULL;
}

int main(int argc, char** argv) {
    pthread_t threads[most];
    struct sigaction action = {0};
    long count = number_argument(argc, argv, 1, 1);
    EXPECT(count >= 1 && count <= most);
    action.sa_handler = count_signal;
    EXPECT(sigaction(SIGUSR1, &action, NULL) == 0);
    EXPECT(sigaction(SIGRTMIN + 1, &action, NULL) == 0);
    for (long i = 1; i < count; ++i) {
        EXPECT(pthread_create(&threads[i], NULL, in_thread, accounts[i]) == 0);
    }
    make_calls(accounts[0]);
    for (long i = 1; i < count; ++i) {
        EXPECT(pthread_join(threads[i], NULL) == 0);
    }
    for (long i = 0; i < count; ++i) {
        printf("thread %ld\n%s", i, accounts[i]);
    }
    return 0;
}
