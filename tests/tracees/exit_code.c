/* Ends with the status that it is asked for: from main, from exit_group in another thread, or thread by thread: the leader when the other
   has been reaped, or (unseen) while its parent, the tracer, is stopped and lets both end before it reaps one.
   Usage: exit_code CODE [thread|each|unseen] */
#define _GNU_SOURCE
#include <dirent.h>
#include <pthread.h>
#include <signal.h>
#include <sys/syscall.h>

#include "expect.h"

static int code;

static void* exit_all(void* unused) {
    (void)unused;
    syscall(SYS_exit_group, code);
    return NULL;
}

static pid_t other;

static void* exit_one(void* unused) {
    (void)unused;
    other = (pid_t)syscall(SYS_gettid);
    syscall(SYS_exit, 11); /* of a thread that is not the leader: not the process's status */
    return NULL;
}

static int go[2];
static int ready[2];

static void* exit_when_told(void* unused) {
    char byte = 0;
    EXPECT(write(ready[1], &byte, 1) == 1);
    EXPECT(read(go[0], &byte, 1) == 1);
    return exit_one(unused);
}

static char state_of(const char* folder, const char* tid) {
    char path[300];
    char state = '?';
    snprintf(path, sizeof path, "%s/%s/stat", folder, tid);
    FILE* file = fopen(path, "r");
    if (file != NULL) {
        EXPECT(fscanf(file, "%*d (%*[^)]) %c", &state) == 1);
        fclose(file);
    }
    return state;
}

static int all_stopped(pid_t process) {
    char folder[64];
    int running = 0;
    snprintf(folder, sizeof folder, "/proc/%d/task", process);
    DIR* tasks = opendir(folder);
    EXPECT(tasks != NULL);
    for (const struct dirent* entry = readdir(tasks); entry != NULL; entry = readdir(tasks)) {
        running += entry->d_name[0] != '.' && state_of(folder, entry->d_name) != 'T';
    }
    closedir(tasks);
    return running == 0;
}

/* Lets the tracer run again when the leader has ended. */
static void start_waker(pid_t tracer) {
    char byte = 0;
    char leader[16];
    snprintf(leader, sizeof leader, "%d", getpid());
    const pid_t waker = fork();
    EXPECT(waker >= 0);
    if (waker == 0) {
        EXPECT(write(ready[1], &byte, 1) == 1);
        while (state_of("/proc", leader) != 'Z') {
            usleep(1000);
        }
        kill(tracer, SIGCONT);
        _exit(0);
    }
    EXPECT(read(ready[0], &byte, 1) == 1);
}

static void stop_tracer(pid_t tracer) {
    EXPECT(kill(tracer, SIGSTOP) == 0);
    while (!all_stopped(tracer)) {
        usleep(1000);
    }
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
        while (syscall(SYS_tgkill, getpid(), other, 0) == 0) {
            usleep(1000); /* joined, but not reaped yet: our exit would change its status */
        }
        syscall(SYS_exit, code);
    }
    if (strcmp(how, "unseen") == 0) {
        const pid_t tracer = getppid();
        char byte;
        EXPECT(pipe(go) == 0 && pipe(ready) == 0);
        EXPECT(pthread_create(&thread, NULL, exit_when_told, NULL) == 0);
        EXPECT(read(ready[0], &byte, 1) == 1); /* it runs: nothing that follows waits for the tracer */
        start_waker(tracer);
        stop_tracer(tracer);
        EXPECT(write(go[1], "", 1) == 1);
        pthread_join(thread, NULL);
        syscall(SYS_exit, code);
    }
    return code;
}
