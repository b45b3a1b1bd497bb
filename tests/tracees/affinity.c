/* The CPUs that a program asked for are the ones that it sees, in threads and children too; a tracer may not change that. */
#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "expect.h"

static cpu_set_t asked;

static void expect_asked(void) {
    cpu_set_t seen;
    EXPECT(sched_getaffinity(0, sizeof seen, &seen) == 0);
    EXPECT(CPU_EQUAL(&seen, &asked));
}

static void* check_in_thread(void* unused) {
    (void)unused;
    expect_asked();
    return NULL;
}

static void check_everywhere(void) {
    pthread_t thread;
    int status = 0;
    for (int i = 0; i < 2000; ++i) {
        syscall(SYS_getppid); /* talk much, so that a tracer that moves talkative threads does */
    }
    expect_asked();
    EXPECT(pthread_create(&thread, NULL, check_in_thread, NULL) == 0);
    EXPECT(pthread_join(thread, NULL) == 0);
    pid_t child = fork();
    EXPECT(child >= 0);
    if (child == 0) {
        expect_asked();
        _exit(0);
    }
    EXPECT(waitpid(child, &status, 0) == child && status == 0);
}

int main(void) {
    cpu_set_t all;
    EXPECT(sched_getaffinity(0, sizeof all, &all) == 0);
    printf("%d CPUs\n", CPU_COUNT(&all));
    asked = all;
    check_everywhere();
    for (int cpu = 0, tried = 0; cpu < CPU_SETSIZE && tried < 2; ++cpu) {
        if (!CPU_ISSET(cpu, &all)) {
            continue;
        }
        ++tried;
        CPU_ZERO(&asked);
        CPU_SET(cpu, &asked);
        EXPECT(sched_setaffinity(0, sizeof asked, &asked) == 0);
        EXPECT(sched_getcpu() == cpu);
        check_everywhere();
        EXPECT(sched_getcpu() == cpu);
    }
    asked = all;
    EXPECT(sched_setaffinity(0, sizeof asked, &asked) == 0);
    check_everywhere();
    printf("the CPUs asked for are seen\n");
    return 0;
}
