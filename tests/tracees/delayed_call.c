/* Tells whether a call took at least so many milliseconds. Usage: delayed_call MS */
#define _GNU_SOURCE
#include <sys/resource.h>
#include <sys/syscall.h>
#include <time.h>

#include "expect.h"

static double milliseconds(void) {
    struct timespec now;
    EXPECT(clock_gettime(CLOCK_MONOTONIC, &now) == 0);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

int main(int argc, char** argv) {
    double least = (double)number_argument(argc, argv, 1, 1);
    double before = milliseconds();
    EXPECT(syscall(SYS_getpriority, PRIO_PROCESS, 0) > 0);
    printf("%s\n", milliseconds() - before >= least ? "long enough" : "too short");
    return 0;
}
