/* Death in many states. Usage: die raise N | fault | blocked N | threads N | leaderless N | handler N | grandchild N */
#define _GNU_SOURCE
#include <pthread.h>
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

static void* kill_process(void* number) {
    for (int i = 0; i < 50; ++i) {
        syscall(SYS_getppid);
    }
    kill(getpid(), *(int*)number);
    return call_for_ever(NULL);
}

static void start(void* (*function)(void*), int* argument) {
    pthread_t thread;
    EXPECT(pthread_create(&thread, NULL, function, argument) == 0);
}

static void die_again(int number) {
    signal(number, SIG_DFL);
    raise(number);
}

int main(int argc, char** argv) {
    static int number;
    EXPECT(argc > 1);
    number = (int)number_argument(argc, argv, 2, SIGKILL);
    printf("about to die\n");
    fflush(stdout);
    if (strcmp(argv[1], "raise") == 0) {
        raise(number);
    } else if (strcmp(argv[1], "fault") == 0) {
        *(volatile int*)16 = 1;
    } else if (strcmp(argv[1], "blocked") == 0) {
        pid_t parent = getpid();
        if (fork() == 0) {
            usleep(1000);
            kill(parent, number);
            _exit(0);
        }
        for (;;) {
            pause();
        }
    } else if (strcmp(argv[1], "threads") == 0) {
        for (int i = 0; i < 7; ++i) {
            start(call_for_ever, NULL);
        }
        start(kill_process, &number);
        call_for_ever(NULL);
    } else if (strcmp(argv[1], "leaderless") == 0) {
        start(call_for_ever, NULL);
        start(kill_process, &number);
        pthread_exit(NULL);
    } else if (strcmp(argv[1], "handler") == 0) {
        signal(number, die_again);
        raise(number);
    } else if (strcmp(argv[1], "grandchild") == 0) {
        int status = 0;
        pid_t child = fork();
        if (child == 0) {
            raise(number);
            _exit(1);
        }
        EXPECT(waitpid(child, &status, 0) == child);
        EXPECT(WIFSIGNALED(status) && WTERMSIG(status) == number);
        raise(number);
    }
    printf("still alive\n");
    return 99;
}
