/* A parent of vfork sleeps until its child has executed a program: N times in a row. Usage: vfork_exec [N] */
#define _GNU_SOURCE
#include <sys/wait.h>

#include "expect.h"

static void execute_once(long i) {
    char number[24];
    volatile int touched = 0;
    int status = 0;
    snprintf(number, sizeof number, "%ld", i);
    pid_t child = vfork();
    EXPECT(child >= 0);
    if (child == 0) {
        touched = 1; /* in the parent's memory, while the parent sleeps */
        execl("/proc/self/exe", "vfork_exec", number, "executed", (char*)NULL);
        _exit(98);
    }
    EXPECT(touched == 1);
    EXPECT(waitpid(child, &status, 0) == child);
    EXPECT(WIFEXITED(status) && WEXITSTATUS(status) == i);
}

int main(int argc, char** argv) {
    long count = number_argument(argc, argv, 1, 20);
    if (argc > 2) {
        return (int)count; /* the executed half: its status is the number that it was given */
    }
    for (long i = 0; i < count; ++i) {
        execute_once(i);
    }
    printf("%ld programs executed\n", count);
    return 0;
}
