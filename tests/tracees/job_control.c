/* A parent sees its child stop and go on: SIGSTOP from the child itself and from outside, SIGTSTP, SIGCONT with WCONTINUED,
   a stopped child with threads, a stopped child that is killed. */
#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>

#include "expect.h"

static int ready[2];
static int go_on[2];

/* A child that stops again at once would take back what WCONTINUED reports. */
static void wait_for_word(void) {
    char byte;
    EXPECT(read(go_on[0], &byte, 1) == 1);
}

static void expect_stopped(pid_t child, int number) {
    int status = 0;
    EXPECT(waitpid(child, &status, WUNTRACED) == child);
    EXPECT(WIFSTOPPED(status) && WSTOPSIG(status) == number);
}

static void expect_continued(pid_t child) {
    int status = 0;
    EXPECT(kill(child, SIGCONT) == 0);
    EXPECT(waitpid(child, &status, WCONTINUED) == child);
    EXPECT(WIFCONTINUED(status));
    EXPECT(write(go_on[1], "x", 1) == 1);
}

static void expect_exit(pid_t child, int code) {
    int status = 0;
    EXPECT(waitpid(child, &status, 0) == child);
    EXPECT(WIFEXITED(status) && WEXITSTATUS(status) == code);
}

static void* wait_for_ever(void* unused) {
    (void)unused;
    EXPECT(write(ready[1], "x", 1) == 1);
    for (;;) {
        pause();
    }
    return NULL;
}

static void stops_itself(void) {
    pid_t child = fork();
    EXPECT(child >= 0);
    if (child == 0) {
        setpgid(0, 0);
        raise(SIGSTOP);
        wait_for_word();
        raise(SIGTSTP);
        wait_for_word();
        _exit(7);
    }
    expect_stopped(child, SIGSTOP);
    expect_continued(child);
    expect_stopped(child, SIGTSTP);
    expect_continued(child);
    expect_exit(child, 7);
}

static void threads_stop_together(void) {
    char bytes[3];
    int status = 0;
    pid_t child = fork();
    EXPECT(child >= 0);
    if (child == 0) {
        pthread_t thread;
        for (int i = 0; i < 2; ++i) {
            EXPECT(pthread_create(&thread, NULL, wait_for_ever, NULL) == 0);
        }
        wait_for_ever(NULL);
    }
    for (int got = 0; got < 3;) {
        ssize_t more = read(ready[0], bytes, sizeof bytes);
        EXPECT(more > 0);
        got += (int)more;
    }
    for (int i = 0; i < 20; ++i) {
        EXPECT(kill(child, SIGSTOP) == 0);
        expect_stopped(child, SIGSTOP);
        expect_continued(child);
    }
    EXPECT(kill(child, SIGSTOP) == 0);
    expect_stopped(child, SIGSTOP);
    EXPECT(kill(child, SIGKILL) == 0);
    EXPECT(waitpid(child, &status, 0) == child);
    EXPECT(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
}

static void handler_of_sigcont_runs(int number) {
    (void)number;
    _exit(8);
}

static void sigcont_is_delivered(void) {
    pid_t child = fork();
    EXPECT(child >= 0);
    if (child == 0) {
        signal(SIGCONT, handler_of_sigcont_runs);
        raise(SIGSTOP);
        for (;;) {
            pause();
        }
    }
    expect_stopped(child, SIGSTOP);
    EXPECT(kill(child, SIGCONT) == 0);
    expect_exit(child, 8);
}

int main(void) {
    EXPECT(pipe(ready) == 0);
    EXPECT(pipe(go_on) == 0);
    stops_itself();
    threads_stop_together();
    sigcont_is_delivered();
    printf("stops and continues seen\n");
    return 0;
}
