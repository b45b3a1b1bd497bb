/* While one thread waits for its vfork child, another thread executes a program: the waiting thread dies, the child lives on with the
   memory that is now its alone, and is a child of the new program. The child makes calls and takes signals all the while, so that a tracer
   holds it in one stop or another when the exec happens. Usage: vfork_beside_exec [ROUNDS] */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "expect.h"

static int from_child[2]; /* the child tells its pid */
static int to_child[2];   /* closed: it may end */
static char rounds_left[24];
static char in_text[24];
static char out_text[24];
static char child_text[24];
enum { busy_siblings = 3 };

static void* be_busy(void* unused) {
    (void)unused;
    for (;;) {
        syscall(SYS_getppid);
    }
    return NULL;
}

static volatile sig_atomic_t handled;
static void handle(int number) {
    (void)number;
    ++handled;
}

static void* wait_for_vfork_child(void* unused) {
    (void)unused;
    pid_t child = vfork();
    EXPECT(child >= 0);
    if (child == 0) {
        pid_t me = (pid_t)syscall(SYS_getpid);
        char byte = 0;
        close(to_child[1]);
        EXPECT(syscall(SYS_kill, me, SIGUSR1) == 0 && handled == 1);
        EXPECT(write(from_child[1], &me, sizeof me) == sizeof me);
        fcntl(to_child[0], F_SETFL, O_NONBLOCK);
        while (read(to_child[0], &byte, 1) == -1) {
            EXPECT(errno == EAGAIN || errno == EINTR);
            syscall(SYS_kill, me, SIGUSR1);
        }
        _exit(7);
    }
    EXPECT(!"the vfork parent went on");
    return NULL;
}

/* In the new program. */
static void collect(pid_t child, int ending) {
    int status = 0;
    EXPECT(waitpid(child, &status, WNOHANG) == 0);
    EXPECT(close(ending) == 0);
    EXPECT(waitpid(child, &status, 0) == child);
    EXPECT(WIFEXITED(status) && WEXITSTATUS(status) == 7);
}

int main(int argc, char** argv) {
    pthread_t thread;
    pid_t child = 0;
    long rounds = number_argument(argc, argv, 1, 5);
    struct sigaction action = {0};
    if (argc > 4) {
        collect((pid_t)strtol(argv[4], NULL, 0), atoi(argv[3]));
        close(atoi(argv[2]));
        if (rounds == 0) {
            printf("the vfork children lived on\n");
            return 0;
        }
    }
    action.sa_handler = handle;
    EXPECT(sigaction(SIGUSR1, &action, NULL) == 0);
    EXPECT(pipe(from_child) == 0 && pipe(to_child) == 0);
    for (long i = 0; i < busy_siblings; ++i) {
        EXPECT(pthread_create(&thread, NULL, be_busy, NULL) == 0);
    }
    EXPECT(pthread_create(&thread, NULL, wait_for_vfork_child, NULL) == 0);
    EXPECT(read(from_child[0], &child, sizeof child) == sizeof child);
    close(from_child[0]);
    close(from_child[1]);
    snprintf(rounds_left, sizeof rounds_left, "%ld", rounds - 1);
    snprintf(in_text, sizeof in_text, "%d", to_child[0]);
    snprintf(out_text, sizeof out_text, "%d", to_child[1]);
    snprintf(child_text, sizeof child_text, "%d", child);
    execl("/proc/self/exe", "vfork_beside_exec", rounds_left, in_text, out_text, child_text, (char*)NULL);
    EXPECT(!"execl returned");
    return 1;
}
