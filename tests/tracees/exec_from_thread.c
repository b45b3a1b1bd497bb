/* execve from a thread that is not the leader: the other threads vanish, and the new program has the leader's pid.
   Usage: exec_from_thread [ROUNDS] */
#define _GNU_SOURCE
#include <dirent.h>
#include <pthread.h>
#include <sys/syscall.h>

#include "expect.h"

enum { busy_threads = 16 };

static char round_text[24];
static char pid_text[24];
static char program[4096]; /* /proc/self/exe is empty once the leader is a zombie */

static void* call_for_ever(void* unused) {
    (void)unused;
    for (;;) {
        syscall(SYS_getppid);
    }
    return NULL;
}

static void* execute(void* unused) {
    (void)unused;
    EXPECT(syscall(SYS_gettid) != getpid());
    execl(program, "exec_from_thread", round_text, pid_text, (char*)NULL);
    EXPECT(!"execl returned");
    return NULL;
}

static int threads_of_this_process(void) {
    int count = 0;
    DIR* folder = opendir("/proc/self/task");
    EXPECT(folder != NULL);
    for (struct dirent* entry; (entry = readdir(folder)) != NULL;) {
        count += entry->d_name[0] != '.';
    }
    closedir(folder);
    return count;
}

int main(int argc, char** argv) {
    pthread_t thread;
    long rounds = number_argument(argc, argv, 1, 5);
    long leader = number_argument(argc, argv, 2, getpid());
    EXPECT(getpid() == leader);
    EXPECT(syscall(SYS_gettid) == leader);
    EXPECT(threads_of_this_process() == 1);
    if (rounds == 0) {
        printf("the leader's pid was kept\n");
        return 0;
    }
    EXPECT(readlink("/proc/self/exe", program, sizeof program - 1) > 0);
    snprintf(round_text, sizeof round_text, "%ld", rounds - 1);
    snprintf(pid_text, sizeof pid_text, "%d", getpid());
    for (int i = 0; i < busy_threads; ++i) {
        EXPECT(pthread_create(&thread, NULL, call_for_ever, NULL) == 0);
    }
    EXPECT(pthread_create(&thread, NULL, execute, NULL) == 0);
    if (rounds % 2 == 0) {
        pthread_exit(NULL); /* now and then the leader is gone before */
    }
    for (;;) {
        syscall(SYS_getppid);
    }
}
