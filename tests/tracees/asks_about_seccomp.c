/* What a program is told about seccomp and no_new_privs, before and after it asks for them itself. Usage: asks_about_seccomp [unprivileged]
 */
#define _GNU_SOURCE
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "expect.h"

static int install(void) {
    struct sock_filter rows[] = {BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
    struct sock_fprog program = {1, rows};
    return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program);
}

static void in_child(void (*check)(void)) {
    int status = 0;
    pid_t child = fork();
    EXPECT(child >= 0);
    if (child == 0) {
        check();
        _exit(0);
    }
    EXPECT(waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static void expect_nothing_set(void) {
    EXPECT(prctl(PR_GET_SECCOMP, 0, 0, 0, 0) == 0);
    EXPECT(syscall(SYS_prctl, PR_GET_SECCOMP, 7, 7, 7, 7) == 0);
    EXPECT(prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 0);
    EXPECT_FAILS(prctl(PR_GET_NO_NEW_PRIVS, 1, 0, 0, 0), EINVAL);
}

static void expect_no_new_privs(void) { EXPECT(prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1); }

static void expect_filter(void) { EXPECT(prctl(PR_GET_SECCOMP, 0, 0, 0, 0) == 2); }

int main(int argc, char** argv) {
    expect_nothing_set();
    in_child(expect_nothing_set);
    if (argc > 1 && strcmp(argv[1], "unprivileged") == 0) {
        EXPECT_FAILS(install(), EACCES);
    }
    expect_nothing_set();
    EXPECT(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0);
    expect_no_new_privs();
    in_child(expect_no_new_privs);
    EXPECT(prctl(PR_GET_SECCOMP, 0, 0, 0, 0) == 0);
    EXPECT(install() == 0);
    expect_filter();
    in_child(expect_filter);
    printf("told the truth\n");
    return 0;
}
