/* A command that makes calls soon after each other, in its main thread, until it finds itself kept on one CPU. Its status in /proc shows
   that; it is told the CPUs that it asked for. Says "kept", and gives up after many rounds. */
#define _GNU_SOURCE
#include <sched.h>
#include <sys/syscall.h>

#include "expect.h"

static int cpus_of_status(void) {
    char line[8192];
    int cpus = -1;
    FILE* status = fopen("/proc/self/status", "r");
    EXPECT(status != NULL);
    while (fgets(line, sizeof line, status) != NULL) {
        if (strncmp(line, "Cpus_allowed_list:", 18) == 0) {
            cpus = strpbrk(line + 18, ",-") == NULL ? 1 : 2;
        }
    }
    fclose(status);
    return cpus;
}

int main(void) {
    enum { rounds = 500, calls = 300 };
    for (int round = 0; round < rounds; ++round) {
        for (int i = 0; i < calls; ++i) {
            syscall(SYS_getppid);
        }
        if (cpus_of_status() == 1) {
            cpu_set_t told;
            EXPECT(sched_getaffinity(0, sizeof told, &told) == 0 && CPU_COUNT(&told) > 1);
            printf("kept\n");
            return 0;
        }
    }
    printf("not kept\n");
    return 1;
}
