// filtered PROGRAM [ARGUMENTS]: no tracer, but a seccomp filter that lets everything through but swapoff. What the kernel itself
// takes for that is part of every call of a tracee that has a filter, whatever its tracer does.
#define _GNU_SOURCE
#include <unistd.h>

#include "filter.h"

int main(int argc, char** argv) {
    if (argc < 2) {
        fprintf(stderr, "usage: %s PROGRAM [ARGUMENTS]\n", argv[0]);
        return 2;
    }
    filter_call(SYS_swapoff);
    execvp(argv[1], argv + 1);
    perror(argv[1]);
    return 127;
}
