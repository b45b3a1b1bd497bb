// floors THREADS calls|full PROGRAM [ARGUMENTS]: the cheapest tracers of many threads that there can be. One tracer for each CPU, which
// keeps its share of the tracees there; nothing is printed, no hook is asked, and no tracee waits for a turn. `calls` stops at getppid
// only, once, by a filter; `full` at each call, twice. THREADS is how many the program has while it makes its calls. 0: there is one
// tracer, bound to no CPU, for the program and all its children.
//
// A thread changes its tracer by being let go. What it calls until the other has it is missed: a few calls of the first thousands.
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include "filter.h"

enum { most_tracers = 64 };

struct tracer {
    pthread_t thread;
    int cpu;
    long expected;  // threads that come from the first tracer
    int brings[2];  // a pipe of their tids
};

static struct tracer tracers[most_tracers];
static int tracer_count;
static int full;
static int exit_status;

static void stay_on(pid_t tid, int cpu) {
    if (tracer_count == 1) {
        return;
    }
    cpu_set_t only;
    CPU_ZERO(&only);
    CPU_SET(cpu, &only);
    sched_setaffinity(tid, sizeof only, &only);
}

static int seize(pid_t tid, int more) {
    const int options = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACESECCOMP | PTRACE_O_EXITKILL | more;
    return ptrace(PTRACE_SEIZE, tid, 0, options) == 0;
}

static void go_on(pid_t tid, int signal) { ptrace(full ? PTRACE_SYSCALL : PTRACE_CONT, tid, 0, signal); }

// A thread that was just born, in its first stop. True: it is another tracer's now.
static int give_away(pid_t tid) {
    static long born;
    struct tracer* const to = &tracers[++born % tracer_count];
    if (to == &tracers[0]) {
        stay_on(tid, to->cpu);
        return 0;
    }
    ptrace(PTRACE_DETACH, tid, 0, 0);
    must(write(to->brings[1], &tid, sizeof tid) == sizeof tid, "write");
    return 1;
}

static void serve(int is_first, pid_t command) {
    for (;;) {
        int status = 0;
        const pid_t tid = waitpid(-1, &status, __WALL | __WNOTHREAD);
        if (tid < 0) {
            return;
        }
        if (!WIFSTOPPED(status)) {
            if (tid == command) {
                exit_status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
            }
            continue;
        }
        const int event = status >> 16;
        const int signal = WSTOPSIG(status);
        if (event == PTRACE_EVENT_STOP && is_first && tid != command && give_away(tid)) {
            continue;
        }
        if (event == PTRACE_EVENT_SECCOMP || signal == (SIGTRAP | 0x80)) {
            struct __ptrace_syscall_info info;
            ptrace(PTRACE_GET_SYSCALL_INFO, tid, sizeof info, &info);
        }
        go_on(tid, event != 0 || signal == (SIGTRAP | 0x80) ? 0 : signal);
    }
}

static void* trace(void* argument) {
    struct tracer* const self = argument;
    stay_on(0, self->cpu);
    for (long i = 0; i < self->expected; i++) {
        pid_t tid = 0;
        if (read(self->brings[0], &tid, sizeof tid) != sizeof tid) {
            break;  // the program is over
        }
        stay_on(tid, self->cpu);
        if (seize(tid, 0)) {
            ptrace(PTRACE_INTERRUPT, tid, 0, 0);
        }
    }
    serve(0, 0);
    return NULL;
}

static void make_tracers(long threads) {
    cpu_set_t allowed;
    must(sched_getaffinity(0, sizeof allowed, &allowed) == 0, "sched_getaffinity");
    const int most = threads == 0 ? 1 : most_tracers;
    for (int cpu = 0; cpu < CPU_SETSIZE && tracer_count < most; cpu++) {
        if (CPU_ISSET(cpu, &allowed)) {
            tracers[tracer_count++].cpu = cpu;
        }
    }
    for (int i = 1; i < tracer_count; i++) {
        struct tracer* const one = &tracers[i];
        one->expected = (threads + tracer_count - 1 - i) / tracer_count;
        must(pipe2(one->brings, O_CLOEXEC) == 0, "pipe2");
        must(pthread_create(&one->thread, NULL, trace, one) == 0, "pthread_create");
    }
    stay_on(0, tracers[0].cpu);
}

// The tracee waits for a byte, so that it is traced before its filter asks for a tracer.
static void become(char** command, int wait_here) {
    char byte;
    must(read(wait_here, &byte, 1) == 1, "read");
    if (!full) {
        filter_call(SYS_getppid);
    }
    execvp(command[0], command);
    perror(command[0]);
    _exit(127);
}

int main(int argc, char** argv) {
    if (argc < 4) {
        fprintf(stderr, "usage: %s THREADS calls|full PROGRAM [ARGUMENTS]\n", argv[0]);
        return 2;
    }
    full = strcmp(argv[2], "full") == 0;
    int gate[2];
    must(pipe2(gate, O_CLOEXEC) == 0, "pipe2");
    make_tracers(strtol(argv[1], NULL, 10));
    const pid_t command = fork();
    must(command >= 0, "fork");
    if (command == 0) {
        become(argv + 3, gate[0]);
    }
    must(seize(command, PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK), "PTRACE_SEIZE");
    if (full) {
        ptrace(PTRACE_INTERRUPT, command, 0, 0);
    }
    must(write(gate[1], "x", 1) == 1, "write");
    serve(1, command);
    for (int i = 1; i < tracer_count; i++) {
        close(tracers[i].brings[1]);
        pthread_join(tracers[i].thread, NULL);
    }
    return exit_status;
}
