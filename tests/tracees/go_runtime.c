/* What the runtime of Go does to a tracer, without Go: threads made by a bare clone that no C library knows of, a signal stack for each,
   and a monitor that preempts them with SIGURG as fast as they take it, while they compute and make calls. Every signal is handled once, on
   the thread that it was sent to and on its own stack. Usage: go_runtime [ROUNDS, 0: until a line on stdin] */
#define _GNU_SOURCE
#include <linux/futex.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/select.h>
#include <sys/syscall.h>
#include <time.h>

#include "expect.h"

enum { count = 6, stack_size = 64 * 1024 };

static struct machine {
    pid_t tid;
    char* signal_stack;
    int preempted;
    int asked;
    int wrong;
} machines[count];

static int running;
static int gone;
static volatile int finished;
static struct timespec rest; /* between steps of a run without end: others want to run, too */
static pid_t process;

/* Threads that libc did not make share their parent's errno: nothing that they call may need it. */
static pid_t own_tid(void) { return (pid_t)syscall(SYS_gettid); }

static void preempt(int number, siginfo_t* info, void* context) {
    char here;
    pid_t tid = own_tid();
    (void)number;
    (void)context;
    for (int i = 0; i < count; ++i) {
        struct machine* machine = &machines[i];
        if (machine->tid != tid) {
            continue;
        }
        if (&here < machine->signal_stack || &here >= machine->signal_stack + stack_size || info->si_code != SI_TKILL) {
            ++machine->wrong;
        }
        __atomic_add_fetch(&machine->preempted, 1, __ATOMIC_SEQ_CST);
        syscall(SYS_futex, &machine->preempted, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
        return;
    }
    machines[0].wrong = 1;
}

static int run_machine(void* argument) {
    struct machine* machine = argument;
    stack_t stack = {.ss_sp = machine->signal_stack, .ss_size = stack_size};
    syscall(SYS_sigaltstack, &stack, NULL);
    __atomic_store_n(&machine->tid, own_tid(), __ATOMIC_SEQ_CST);
    __atomic_add_fetch(&running, 1, __ATOMIC_SEQ_CST);
    for (unsigned step = 0; !finished; ++step) {
        for (volatile int i = 0; i < 2000; ++i) {
        }
        if (step % 4 == 0 && own_tid() != machine->tid) {
            ++machine->wrong;
        }
        if (step % 8 == 0) {
            syscall(SYS_getppid); /* not sched_yield: threads that compute and yield starve everybody else on Linux 6.18 */
        }
        if (rest.tv_nsec != 0) {
            syscall(SYS_nanosleep, &rest, NULL);
        }
    }
    __atomic_add_fetch(&gone, 1, __ATOMIC_SEQ_CST);
    syscall(SYS_exit, 0);
    return 0;
}

static void make_machine(struct machine* machine) {
    const int flags = CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_SYSVSEM | CLONE_THREAD;
    char* stack = mmap(NULL, 2 * stack_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    EXPECT(stack != MAP_FAILED);
    machine->signal_stack = stack;
    EXPECT(clone(run_machine, stack + 2 * stack_size, flags, machine) > 0);
}

/* Sends one and waits until it was handled. */
static void ask(struct machine* machine) {
    int before = machine->asked++;
    EXPECT(syscall(SYS_tgkill, process, machine->tid, SIGURG) == 0);
    while (__atomic_load_n(&machine->preempted, __ATOMIC_SEQ_CST) == before) {
        syscall(SYS_futex, &machine->preempted, FUTEX_WAIT_PRIVATE, before, NULL, NULL, 0);
    }
}

static int line_on_stdin(void) {
    struct timeval now = {0, 0};
    fd_set input;
    FD_ZERO(&input);
    FD_SET(0, &input);
    return select(1, &input, NULL, NULL, &now) == 1;
}

int main(int argc, char** argv) {
    long rounds = number_argument(argc, argv, 1, 10);
    struct sigaction action = {0};
    process = getpid();
    rest.tv_nsec = rounds == 0 ? 1000000 : 0;
    action.sa_sigaction = preempt;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART;
    EXPECT(sigaction(SIGURG, &action, NULL) == 0);
    for (int i = 0; i < count; ++i) {
        make_machine(&machines[i]);
    }
    while (__atomic_load_n(&running, __ATOMIC_SEQ_CST) < count) {
        usleep(100);
    }
    if (rounds == 0) {
        printf("ready\n");
        fflush(stdout);
    }
    for (long i = 0; rounds == 0 ? !line_on_stdin() : i < rounds; ++i) {
        for (int j = 0; j < count; ++j) {
            ask(&machines[j]);
        }
        if (rounds == 0) {
            usleep(1000);
        }
    }
    finished = 1;
    while (__atomic_load_n(&gone, __ATOMIC_SEQ_CST) < count) {
        usleep(100);
    }
    for (int i = 0; i < count; ++i) {
        EXPECT(machines[i].wrong == 0);
        EXPECT(machines[i].preempted == machines[i].asked);
    }
    printf("every machine was preempted as often as asked\n");
    return 0;
}
