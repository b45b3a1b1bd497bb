/* A thread makes a call in which a tracer may hold it for long; as soon as it is held, the others go on:
     work    make 1,000 calls, say so, and wait for a line
     exit    end the process
     kill    kill it
     exec    start another program
     thread-exec   the main thread is held, another starts another program
   Usage: held_thread WHAT */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include "expect.h"

static volatile pid_t about_to_call;

static void call(void) {
    pid_t self = (pid_t)syscall(SYS_gettid);
    about_to_call = self; /* no call between this and the next */
    EXPECT(syscall(SYS_getpriority, PRIO_PROCESS, 0) > 0);
}

static char state_of(pid_t thread) {
    char path[64];
    char text[256] = {0};
    snprintf(path, sizeof path, "/proc/self/task/%d/stat", (int)thread);
    int file = open(path, O_RDONLY);
    EXPECT(file >= 0);
    EXPECT(read(file, text, sizeof text - 1) > 0);
    close(file);
    const char* bracket = strrchr(text, ')');
    EXPECT(bracket != NULL);
    return bracket[2];
}

static void go_on(const char* what) {
    static char* const done[] = {"/bin/echo", "another program", NULL};
    while (about_to_call == 0 || state_of(about_to_call) != 't') {
        usleep(1000);
    }
    if (strcmp(what, "exit") == 0) {
        _exit(7);
    }
    if (strcmp(what, "kill") == 0) {
        kill(getpid(), SIGKILL);
    }
    if (strcmp(what, "exec") == 0 || strcmp(what, "thread-exec") == 0) {
        execv(done[0], done);
    }
    for (int i = 0; i < 1000; ++i) {
        EXPECT(syscall(SYS_getppid) >= 0);
    }
    printf("worked\n");
    fflush(stdout);
}

static void* call_in_thread(void* unused) {
    (void)unused;
    call();
    return NULL;
}

static void* go_on_in_thread(void* what) {
    go_on(what);
    return NULL;
}

int main(int argc, char** argv) {
    char* what = argc > 1 ? argv[1] : "work";
    int main_is_held = strcmp(what, "thread-exec") == 0;
    pthread_t thread;
    char byte;
    EXPECT(pthread_create(&thread, NULL, main_is_held ? go_on_in_thread : call_in_thread, what) == 0);
    if (main_is_held) {
        call();
    } else {
        go_on(what);
    }
    while (read(0, &byte, 1) == -1 && errno == EINTR) {
    }
    EXPECT(pthread_join(thread, NULL) == 0);
    printf("the call came back\n");
    return 0;
}
