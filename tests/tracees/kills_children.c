/* Children killed by SIGKILL in every state that is easy to reach: blocked, busy with calls, computing, stopped, waiting for a vfork
   child, full of threads, in the middle of exec. Each wait says SIGKILL, and no child is left. */
#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "expect.h"

static int ready[2];

static void tell(void) { EXPECT(write(ready[1], "x", 1) == 1); }

static void* call_for_ever(void* unused) {
    (void)unused;
    for (;;) {
        syscall(SYS_getppid);
    }
    return NULL;
}

static void blocked(void) {
    char byte;
    int ends[2];
    EXPECT(pipe(ends) == 0);
    tell();
    EXPECT(read(ends[0], &byte, 1) == 99);
}

static void busy(void) {
    tell();
    call_for_ever(NULL);
}

static void computing(void) {
    tell();
    for (volatile int i = 0;; ++i) {
    }
}

static void stopped(void) {
    tell();
    raise(SIGSTOP);
    call_for_ever(NULL);
}

static void waits_for_vfork(void) {
    char byte;
    int ends[2];
    EXPECT(pipe(ends) == 0);
    if (vfork() == 0) {
        close(ends[1]);
        tell();
        EXPECT(read(ends[0], &byte, 1) == 0); /* until the killed parent's end is closed */
        _exit(0);
    }
    EXPECT(!"the vfork parent was not killed");
}

static void full_of_threads(void) {
    pthread_t thread;
    for (int i = 0; i < 10; ++i) {
        EXPECT(pthread_create(&thread, NULL, call_for_ever, NULL) == 0);
    }
    tell();
    pthread_exit(NULL);
}

static void executes(void) {
    tell();
    for (;;) {
        if (vfork() == 0) {
            execl("/proc/self/exe", "kills_children", "just exit", (char*)NULL);
            _exit(1);
        }
        wait(NULL);
    }
}

int main(int argc, char** argv) {
    static void (*const states[])(void) = {blocked, busy, computing, stopped, waits_for_vfork, full_of_threads, executes};
    (void)argv;
    if (argc > 1) {
        return 0;
    }
    for (size_t i = 0; i < sizeof states / sizeof *states; ++i) {
        char byte;
        int status = 0;
        EXPECT(pipe(ready) == 0);
        pid_t child = fork();
        EXPECT(child >= 0);
        if (child == 0) {
            states[i]();
            _exit(98);
        }
        EXPECT(read(ready[0], &byte, 1) == 1);
        if (states[i] == stopped) {
            EXPECT(waitpid(child, &status, WUNTRACED) == child && WIFSTOPPED(status));
        }
        EXPECT(kill(child, SIGKILL) == 0);
        EXPECT(waitpid(child, &status, 0) == child);
        EXPECT(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
        close(ready[0]);
        close(ready[1]);
    }
    printf("all of them were killed\n");
    return 0;
}
