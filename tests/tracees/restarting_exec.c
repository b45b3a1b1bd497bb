/* Many short programs in a row and at once: N children execute this program again, half of them by vfork; each ends with its own code.
   Usage: restarting_exec [N] */
#define _GNU_SOURCE
#include <sys/wait.h>

#include "expect.h"

/* In a frame of its own: what a vfork child stores is seen by its parent. */
static pid_t execute(long i) {
    char number[24];
    snprintf(number, sizeof number, "%ld", i);
    pid_t child = i % 2 == 0 ? fork() : vfork();
    if (child == 0) {
        execl("/proc/self/exe", "restarting_exec", number, "again", (char*)NULL);
        _exit(98);
    }
    return child;
}

int main(int argc, char** argv) {
    enum { most = 64 };
    pid_t children[most];
    long count = number_argument(argc, argv, 1, 32);
    if (argc > 2) {
        return (int)count;
    }
    EXPECT(count >= 1 && count <= most);
    for (long i = 0; i < count; ++i) {
        children[i] = execute(i);
        EXPECT(children[i] > 0);
    }
    for (long i = count - 1; i >= 0; --i) {
        int status = 0;
        EXPECT(waitpid(children[i], &status, 0) == children[i]);
        EXPECT(WIFEXITED(status) && WEXITSTATUS(status) == i);
    }
    printf("%ld children executed\n", count);
    return 0;
}
