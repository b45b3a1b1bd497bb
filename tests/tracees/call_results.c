/* Prints what a few simple calls gave, and which signals came: a tracer that tampers with them reads it here. Checks nothing itself. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/utsname.h>

#include "expect.h"

static volatile sig_atomic_t usr1;
static volatile sig_atomic_t usr2;

static void count(int number) {
    usr1 += number == SIGUSR1;
    usr2 += number == SIGUSR2;
}

static void report(const char* name, long result) {
    if (result == -1) {
        printf("%s: -1 errno %d\n", name, errno);
    } else {
        printf("%s: %ld\n", name, result);
    }
    errno = 0;
}

int main(void) {
    struct utsname names;
    signal(SIGUSR1, count);
    signal(SIGUSR2, count);
    report("getpgid", syscall(SYS_getpgid, 0) == getpgrp() ? 0 : syscall(SYS_getpgid, 0));
    report("getsid", syscall(SYS_getsid, 0));
    report("access", syscall(SYS_access, "/dev/null", R_OK));
    report("close", syscall(SYS_close, -1));
    report("umask", syscall(SYS_umask, 022) & 0);
    int before = usr1;
    report("sched_yield", syscall(SYS_sched_yield));
    printf("signals inside sched_yield: %d\n", usr1 - before);
    report("getpriority", syscall(SYS_getpriority, 0, 0));
    names.sysname[0] = '\0';
    report("uname", uname(&names));
    printf("system: %s\n", names.sysname);
    printf("SIGUSR1: %d, SIGUSR2: %d\n", usr1, usr2);
    return 0;
}
