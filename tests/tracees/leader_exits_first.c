/* The leader thread exits while others work: it stays as a zombie, the process lives until its last thread ends, and ends with 0. */
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

static void* outlive(void* argument) {
    pthread_join(*(pthread_t*)argument, NULL);
    work_on(NULL);
    printf("the last thread ended the process\n");
    fflush(stdout);
    return NULL; /* not exit: the kernel ends the process with its last thread */
}

int main(void) {
    static pthread_t worker;
    pthread_t last;
    EXPECT(pthread_create(&worker, NULL, work_on, NULL) == 0);
    EXPECT(pthread_create(&last, NULL, outlive, &worker) == 0);
    pthread_exit(NULL);
}
