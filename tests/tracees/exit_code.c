/* Ends with the status that it is asked for: from main, from exit_group in another thread, or thread by thread.
   Usage: exit_code CODE [thread|each] */
#define _GNU_SOURCE
#include <pthread.h>
#include <sys/syscall.h>

#include "expect.h"

static int code;

static void* exit_all(void* unused) {
    (void)unused;
    syscall(SYS_exit_group, code);
    return NULL;
}

static void* exit_one(void* unused) {
    (void)unused;
    syscall(SYS_exit, 11); /* of a thread that is not the leader: not the process's status */
    return NULL;
}

int main(int argc, char** argv) {
    pthread_t thread;
    const char* how = argc > 2 ? argv[2] : "main";
    code = (int)number_argument(argc, argv, 1, 0);
    if (strcmp(how, "thread") == 0) {
        EXPECT(pthread_create(&thread, NULL, exit_all, NULL) == 0);
        for (;;) {
            pause();
        }
    }
    if (strcmp(how, "each") == 0) {
        EXPECT(pthread_create(&thread, NULL, exit_one, NULL) == 0);
        pthread_join(thread, NULL);
        syscall(SYS_exit, code);
    }
    return code;
}
