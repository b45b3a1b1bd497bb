// floor PROGRAM [ARGUMENTS]: the cheapest tracer there can be. One tracee; its getppid stops once, in a seccomp filter; the
// tracer asks what the call is and lets it go on. Both run on the first CPU that we may use. No tracer of this kind is faster, so
// others are measured by how much slower they are.
#define _GNU_SOURCE
#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include "filter.h"

static void stay_on_one_cpu(void) {
    cpu_set_t allowed;
    must(sched_getaffinity(0, sizeof allowed, &allowed) == 0, "sched_getaffinity");
    int cpu = 0;
    while (!CPU_ISSET(cpu, &allowed)) {
        cpu++;
    }
    CPU_ZERO(&allowed);
    CPU_SET(cpu, &allowed);
    must(sched_setaffinity(0, sizeof allowed, &allowed) == 0, "sched_setaffinity");
}

// The tracee waits for a byte, so that it is traced before its filter asks for a tracer.
static void become(char** command, int wait_here) {
    char byte;
    must(read(wait_here, &byte, 1) == 1, "read");
    filter_call(SYS_getppid);
    execvp(command[0], command);
    perror(command[0]);
    _exit(127);
}

static int trace(pid_t tracee) {
    for (;;) {
        int status = 0;
        must(waitpid(tracee, &status, __WALL | __WNOTHREAD) == tracee, "waitpid");
        if (WIFEXITED(status)) {
            return WEXITSTATUS(status);
        }
        if (WIFSIGNALED(status)) {
            return 128 + WTERMSIG(status);
        }
        const int event = status >> 16;
        struct __ptrace_syscall_info info;
        ptrace(PTRACE_GET_SYSCALL_INFO, tracee, sizeof info, &info);
        ptrace(PTRACE_CONT, tracee, 0, event != 0 ? 0 : WSTOPSIG(status));
    }
}

int main(int argc, char** argv) {
    if (argc < 2) {
        fprintf(stderr, "usage: %s PROGRAM [ARGUMENTS]\n", argv[0]);
        return 2;
    }
    stay_on_one_cpu();
    int gate[2];
    must(pipe(gate) == 0, "pipe");
    const pid_t tracee = fork();
    must(tracee >= 0, "fork");
    if (tracee == 0) {
        become(argv + 1, gate[0]);
    }
    must(ptrace(PTRACE_SEIZE, tracee, 0, PTRACE_O_TRACESECCOMP | PTRACE_O_EXITKILL) == 0, "PTRACE_SEIZE");
    must(write(gate[1], "x", 1) == 1, "write");
    return trace(tracee);
}
