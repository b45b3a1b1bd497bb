/* A program with a seccomp filter of its own that asks a thread of the same program about some calls (a user-notification listener): the
   answers are the listener's, calls that it lets through are made, and all others are as ever. */
#define _GNU_SOURCE
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "expect.h"

enum { calls_each = 20, answered = 1234 };

static int listener;
static int questions;

/* setpriority is answered by the listener, getpriority goes through. */
static void* listen_for_calls(void* unused) {
    (void)unused;
    for (int i = 0; i < questions; ++i) {
        struct seccomp_notif question = {0};
        struct seccomp_notif_resp answer = {0};
        int code;
        do {
            memset(&question, 0, sizeof question);
            code = ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &question);
        } while (code == -1 && (errno == EINTR || errno == ENOENT));
        EXPECT(code == 0);
        EXPECT(ioctl(listener, SECCOMP_IOCTL_NOTIF_ID_VALID, &question.id) == 0);
        answer.id = question.id;
        if (question.data.nr == SYS_setpriority) {
            answer.val = answered + (long)question.data.args[2];
        } else {
            EXPECT(question.data.nr == SYS_getpriority);
            answer.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
        }
        EXPECT(ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &answer) == 0);
    }
    return NULL;
}

static void* make_calls(void* unused) {
    (void)unused;
    for (int i = 0; i < calls_each; ++i) {
        EXPECT(syscall(SYS_setpriority, 0, 0, i) == answered + i);
        EXPECT(syscall(SYS_getpriority, 0, 0) > 0);
        EXPECT(syscall(SYS_getppid) > 0);
    }
    return NULL;
}

/* The listener must not be under the filter that it answers: it is made before. */
static int give_listener[2];

static void* wait_and_listen(void* unused) {
    EXPECT(read(give_listener[0], &listener, sizeof listener) == sizeof listener);
    return listen_for_calls(unused);
}

int main(void) {
    struct sock_filter program[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_getpriority, 1, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_setpriority, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog whole = {sizeof program / sizeof *program, program};
    pthread_t listening;
    pthread_t calling;
    int status = 0;
    questions = 3 * 2 * calls_each; /* from this thread, another, and a child */
    EXPECT(pipe(give_listener) == 0);
    EXPECT(pthread_create(&listening, NULL, wait_and_listen, NULL) == 0);
    EXPECT(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0);
    int made = (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &whole);
    EXPECT(made >= 0);
    EXPECT(write(give_listener[1], &made, sizeof made) == sizeof made);
    make_calls(NULL);
    EXPECT(pthread_create(&calling, NULL, make_calls, NULL) == 0);
    EXPECT(pthread_join(calling, NULL) == 0);
    pid_t child = fork();
    EXPECT(child >= 0);
    if (child == 0) {
        make_calls(NULL);
        _exit(3);
    }
    EXPECT(waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 3);
    EXPECT(pthread_join(listening, NULL) == 0);
    printf("the program's own listener answered\n");
    return 0;
}
