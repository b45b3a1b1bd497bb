/* A signal ends a blocked call with EINTR, or restarts it: read with and without SA_RESTART, nanosleep with what remains,
   poll always, and a nanosleep that SIGSTOP and SIGCONT interrupt without a handler. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>

#include "expect.h"

static pid_t main_thread;
static int pipe_ends[2];
static volatile sig_atomic_t handled;

static void count(int number) {
    (void)number;
    ++handled;
}

/* Until the kernel says that the thread is inside a call of this number (or its twin). */
static void wait_until_inside(pid_t thread, long number, long twin) {
    char path[64];
    char text[64];
    snprintf(path, sizeof path, "/proc/%d/syscall", thread);
    for (;;) {
        int fd = open(path, O_RDONLY);
        EXPECT(fd >= 0);
        ssize_t got = read(fd, text, sizeof text - 1);
        close(fd);
        EXPECT(got >= 0);
        text[got] = '\0';
        if (text[0] >= '0' && text[0] <= '9') {
            long inside = strtol(text, NULL, 10);
            if (inside == number || inside == twin) {
                return;
            }
        }
        usleep(50);
    }
}

enum { sends_signal = 1, sends_byte = 2 };

struct plan {
    long number;
    long twin;
    int steps;
};

static void* interrupt(void* argument) {
    const struct plan* plan = argument;
    wait_until_inside(main_thread, plan->number, plan->twin);
    if (plan->steps & sends_signal) {
        EXPECT(syscall(SYS_tgkill, getpid(), main_thread, SIGUSR1) == 0);
    }
    if (plan->steps & sends_byte) {
        while (!handled) {
            usleep(50);
        }
        EXPECT(write(pipe_ends[1], "x", 1) == 1);
    }
    return NULL;
}

static pthread_t start(struct plan* plan) {
    sigset_t usr1;
    pthread_t thread;
    handled = 0;
    sigemptyset(&usr1);
    sigaddset(&usr1, SIGUSR1);
    pthread_sigmask(SIG_BLOCK, &usr1, NULL);
    EXPECT(pthread_create(&thread, NULL, interrupt, plan) == 0);
    pthread_sigmask(SIG_UNBLOCK, &usr1, NULL);
    return thread;
}

static void catch_with(int flags) {
    struct sigaction action = {0};
    action.sa_handler = count;
    action.sa_flags = flags;
    EXPECT(sigaction(SIGUSR1, &action, NULL) == 0);
}

#ifdef SYS_poll
#define POLL_NUMBER SYS_poll
#else
#define POLL_NUMBER SYS_ppoll
#endif
#ifdef SYS_clock_nanosleep_time64
#define SLEEP_TWIN SYS_clock_nanosleep_time64
#else
#define SLEEP_TWIN SYS_nanosleep
#endif

static void sleeps_through_a_stop(void) {
    int status = 0;
    pid_t child = fork();
    EXPECT(child >= 0);
    if (child == 0) {
        struct timespec left = {0, 300 * 1000 * 1000};
        _exit(nanosleep(&left, NULL) == 0 ? 5 : 6);
    }
    wait_until_inside(child, SYS_clock_nanosleep, SLEEP_TWIN);
    EXPECT(kill(child, SIGSTOP) == 0);
    EXPECT(waitpid(child, &status, WUNTRACED) == child && WIFSTOPPED(status) && WSTOPSIG(status) == SIGSTOP);
    EXPECT(kill(child, SIGCONT) == 0);
    EXPECT(waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 5);
}

int main(void) {
    char byte = 0;
    struct plan plan;
    pthread_t thread;
    main_thread = getpid();
    EXPECT(pipe(pipe_ends) == 0);

    catch_with(0);
    plan = (struct plan){SYS_read, SYS_read, sends_signal};
    thread = start(&plan);
    EXPECT_FAILS(read(pipe_ends[0], &byte, 1), EINTR);
    pthread_join(thread, NULL);
    EXPECT(handled == 1);

    catch_with(SA_RESTART);
    plan = (struct plan){SYS_read, SYS_read, sends_signal | sends_byte};
    thread = start(&plan);
    EXPECT(read(pipe_ends[0], &byte, 1) == 1 && byte == 'x');
    pthread_join(thread, NULL);
    EXPECT(handled == 1);

    struct timespec hour = {3600, 0};
    struct timespec left = {0, 0};
    plan = (struct plan){SYS_clock_nanosleep, SLEEP_TWIN, sends_signal};
    thread = start(&plan);
    EXPECT_FAILS(nanosleep(&hour, &left), EINTR);
    pthread_join(thread, NULL);
    EXPECT(left.tv_sec >= 3000 && left.tv_sec <= 3600);

    struct pollfd poll_for = {pipe_ends[0], POLLIN, 0};
    plan = (struct plan){POLL_NUMBER, SYS_ppoll, sends_signal};
    thread = start(&plan);
    EXPECT_FAILS(poll(&poll_for, 1, -1), EINTR);
    pthread_join(thread, NULL);

    sleeps_through_a_stop();
    printf("interrupted calls came back\n");
    return 0;
}
