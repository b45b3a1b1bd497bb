/* Becomes a daemon in the usual way: fork, setsid, fork; the grandchild reports through a pipe after both parents are gone. */
#define _GNU_SOURCE
#include <sys/wait.h>

#include "expect.h"

int main(void) {
    int ends[2];
    char buffer[32];
    int status = 0;
    EXPECT(pipe(ends) == 0);
    pid_t child = fork();
    EXPECT(child >= 0);
    if (child == 0) {
        EXPECT(setsid() == getpid());
        pid_t between = getpid();
        pid_t grandchild = fork();
        EXPECT(grandchild >= 0);
        if (grandchild > 0) {
            _exit(0);
        }
        while (getppid() == between) {
            usleep(100);
        }
        EXPECT(write(ends[1], "adopted", 7) == 7);
        _exit(0);
    }
    close(ends[1]);
    EXPECT(waitpid(child, &status, 0) == child && status == 0);
    EXPECT(read(ends[0], buffer, sizeof buffer) == 7 && memcmp(buffer, "adopted", 7) == 0);
    EXPECT(read(ends[0], buffer, sizeof buffer) == 0); /* end of file: the grandchild is gone */
    printf("the daemon reported\n");
    return 0;
}
