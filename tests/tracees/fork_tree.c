/* A tree of processes: each forks FANOUT children down to DEPTH and waits for all; exit codes carry how many there were. */
#include <sys/wait.h>

#include "expect.h"

static int grow(long depth, long fanout) {
    int descendants = 0;
    if (depth == 0) {
        return 0;
    }
    for (long i = 0; i < fanout; ++i) {
        pid_t child = fork();
        EXPECT(child >= 0);
        if (child == 0) {
            _exit(grow(depth - 1, fanout));
        }
    }
    for (long i = 0; i < fanout; ++i) {
        int status = 0;
        EXPECT(wait(&status) > 0);
        EXPECT(WIFEXITED(status));
        descendants += 1 + WEXITSTATUS(status);
    }
    EXPECT_FAILS(wait(NULL), ECHILD);
    return descendants;
}

int main(int argc, char** argv) {
    long depth = number_argument(argc, argv, 1, 3);
    long fanout = number_argument(argc, argv, 2, 3);
    long expected = 0;
    long level = 1;
    for (long i = 0; i < depth; ++i) {
        level *= fanout;
        expected += level;
    }
    EXPECT(expected < 99);
    EXPECT(grow(depth, fanout) == expected);
    printf("%ld descendants\n", expected);
    return 0;
}
