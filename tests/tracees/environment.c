/* Prints all that a program can see of the surroundings that it was started with. Two runs of it are compared. */
#define _GNU_SOURCE
#include <dirent.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>

#include "expect.h"

extern char** environ;

static void print_signals(void) {
    sigset_t blocked;
    sigset_t pending;
    EXPECT(sigprocmask(SIG_BLOCK, NULL, &blocked) == 0);
    EXPECT(sigpending(&pending) == 0);
    for (int number = 1; number < 65; ++number) {
        struct sigaction action;
        if (sigismember(&blocked, number) == 1) {
            printf("blocked: %d\n", number);
        }
        if (sigismember(&pending, number) == 1) {
            printf("pending: %d\n", number);
        }
        if (sigaction(number, NULL, &action) == 0 && action.sa_handler != SIG_DFL) {
            printf("ignored: %d\n", number);
        }
    }
}

static void print_descriptors(void) {
    DIR* folder = opendir("/proc/self/fd");
    EXPECT(folder != NULL);
    for (struct dirent* entry; (entry = readdir(folder)) != NULL;) {
        if (entry->d_name[0] != '.' && atoi(entry->d_name) != dirfd(folder)) {
            printf("descriptor: %s\n", entry->d_name);
        }
    }
    closedir(folder);
}

static void print_limits(void) {
    for (int limit = 0; limit < 16; ++limit) {
        struct rlimit value;
        if (getrlimit(limit, &value) == 0) {
            printf("limit %d: %lld %lld\n", limit, (long long)value.rlim_cur, (long long)value.rlim_max);
        }
    }
}

/* Lines of /proc/self/status that tell about rights and masks. */
static void print_status_lines(void) {
    static const char* const wanted[] = {"CapInh:", "CapPrm:", "CapEff:", "CapBnd:", "CapAmb:", "NoNewPrivs:", "Mems_allowed:", "Threads:"};
    char line[512];
    FILE* status = fopen("/proc/self/status", "r");
    EXPECT(status != NULL);
    while (fgets(line, sizeof line, status) != NULL) {
        for (size_t i = 0; i < sizeof wanted / sizeof *wanted; ++i) {
            if (strncmp(line, wanted[i], strlen(wanted[i])) == 0) {
                fputs(line, stdout);
            }
        }
    }
    fclose(status);
}

int main(int argc, char** argv) {
    char folder[4096];
    char name[17] = "";
    int death_signal = -1;
    struct itimerval timer;
    for (int i = 0; i < argc; ++i) {
        printf("argument: %s\n", argv[i]);
    }
    for (char** variable = environ; *variable != NULL; ++variable) {
        printf("variable: %s\n", *variable);
    }
    EXPECT(getcwd(folder, sizeof folder) != NULL);
    printf("folder: %s\n", folder);
    printf("own group: %d, own session: %d\n", getpgrp() == getpid(), getsid(0) == getpid());
    printf("user: %d %d, group: %d %d\n", (int)getuid(), (int)geteuid(), (int)getgid(), (int)getegid());
    printf("mask: %03o\n", (unsigned)umask(0));
    printf("priority: %d, policy: %d\n", getpriority(PRIO_PROCESS, 0), sched_getscheduler(0));
    EXPECT(prctl(PR_GET_NAME, name) == 0);
    printf("name: %s\n", name);
    EXPECT(prctl(PR_GET_PDEATHSIG, &death_signal) == 0);
    printf("death signal: %d, dumpable: %d, subreaper and keepcaps: %d\n", death_signal, prctl(PR_GET_DUMPABLE), prctl(PR_GET_KEEPCAPS));
    printf("slack: %d\n", prctl(PR_GET_TIMERSLACK));
    EXPECT(getitimer(ITIMER_REAL, &timer) == 0);
    printf("timer: %ld\n", (long)timer.it_value.tv_sec);
    print_signals();
    print_descriptors();
    print_limits();
    print_status_lines();
    printf("that is all\n");
    return 0;
}
