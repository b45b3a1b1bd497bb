/* The leader thread exits while others work: it stays as a zombie, the process lives until its last thread ends, and ends with 0.
   Usage: leader_exits_first [wait]: says "ready" without its leader, and waits for a line on stdin before the last thread ends. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <sys/syscall.h>

#include "expect.h"

static char state_of_leader(void) {
    char path[64];
    char text[512];
    snprintf(path, sizeof path, "/proc/self/task/%d/stat", getpid());
    int fd = open(path, O_RDONLY);
    EXPECT(fd >= 0);
    ssize_t got = read(fd, text, sizeof text - 1);
    close(fd);
    EXPECT(got > 0);
    text[got] = '\0';
    char* closing = strrchr(text, ')');
    EXPECT(closing != NULL);
    return closing[2];
}

static void* work_on(void* unused) {
    (void)unused;
    while (state_of_leader() != 'Z') {
        syscall(SYS_getppid);
    }
    for (int i = 0; i < 100; ++i) {
        EXPECT(syscall(SYS_getppid) >= 0);
    }
    return NULL;
}

static int waits;

static void* outlive(void* argument) {
    char byte = 0;
    pthread_join(*(pthread_t*)argument, NULL);
    if (waits) {
        printf("ready\n");
        fflush(stdout);
        EXPECT(read(0, &byte, 1) == 1);
    }
    work_on(NULL);
    printf("the last thread ended the process\n");
    fflush(stdout);
    return NULL; /* not exit: the kernel ends the process with its last thread */
}

int main(int argc, char** argv) {
    static pthread_t worker;
    pthread_t last;
    waits = argc > 1 && strcmp(argv[1], "wait") == 0;
    EXPECT(pthread_create(&worker, NULL, work_on, NULL) == 0);
    EXPECT(pthread_create(&last, NULL, outlive, &worker) == 0);
    pthread_exit(NULL);
}
