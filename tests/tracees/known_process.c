/* Threads and processes of every kind say of which process they are: getpriority(PRIO_PROCESS, pid) carries it in its second argument.
 * Three processes deep; in each a thread, a thread of that thread, a fork by a thread, a vfork, a clone with its parent's parent
 * (CLONE_PARENT), and an execve by a thread, whose new program says so once more. With an argument "wait" a line on stdin is waited for. */
#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "expect.h"

static void say(void) { (void)syscall(SYS_getpriority, PRIO_PROCESS, syscall(SYS_getpid)); }

static void expect_end(pid_t child) {
    int status = 0;
    EXPECT(child > 0);
    EXPECT(waitpid(child, &status, __WALL) == child);
    EXPECT(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static void* thread_of_thread(void* unused) {
    say();
    return unused;
}

static void* work(void* unused) {
    pthread_t thread;
    say();
    EXPECT(pthread_create(&thread, NULL, thread_of_thread, NULL) == 0);
    EXPECT(pthread_join(thread, NULL) == 0);
    pid_t child = fork();
    if (child == 0) {
        say();
        _exit(0);
    }
    expect_end(child);
    return unused;
}

static void* execute(void* program) {
    say();
    execl(program, program, "again", (char*)NULL);
    _exit(98);
}

static void in_a_process(const char* program, int depth) {
    pthread_t thread;
    say();
    EXPECT(pthread_create(&thread, NULL, work, NULL) == 0);
    EXPECT(pthread_join(thread, NULL) == 0);

    pid_t child = vfork();
    if (child == 0) {
        say();
        _exit(0);
    }
    expect_end(child);

    child = fork();
    if (child == 0) {
        child = (pid_t)syscall(SYS_clone, CLONE_PARENT | SIGCHLD, 0, 0, 0, 0);
        say();
        _exit(0);
    }
    expect_end(child);
    int status = 0;
    EXPECT(wait(&status) > 0 && status == 0); /* the other child, of CLONE_PARENT */

    child = fork();
    if (child == 0) {
        EXPECT(pthread_create(&thread, NULL, execute, (void*)program) == 0);
        pause();
    }
    expect_end(child);

    if (depth > 0) {
        child = fork();
        if (child == 0) {
            in_a_process(program, depth - 1);
            _exit(0);
        }
        expect_end(child);
    }
}

int main(int argc, char** argv) {
    if (argc > 1 && strcmp(argv[1], "again") == 0) {
        say();
        return 0;
    }
    if (argc > 1 && strcmp(argv[1], "wait") == 0) {
        char byte = 0;
        printf("ready\n");
        fflush(stdout);
        EXPECT(read(0, &byte, 1) == 1);
    }
    in_a_process(argv[0], 2);
    printf("every process is known\n");
    return 0;
}
