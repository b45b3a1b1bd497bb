/* A child that a pidfd says has ended can be collected without waiting, in every way there is. */
#define _GNU_SOURCE
#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "expect.h"

static int readable_pidfd(pid_t child) {
    struct pollfd end = {(int)syscall(SYS_pidfd_open, child, 0), POLLIN, 0};
    EXPECT(end.fd >= 0);
    EXPECT(poll(&end, 1, -1) == 1);
    return end.fd;
}

int main(void) {
    enum { by_pidfd = 3 }; /* P_PIDFD */
    for (int i = 0; i < 100; ++i) {
        siginfo_t info;
        int status = 0;
        const pid_t child = fork();
        EXPECT(child >= 0);
        if (child == 0) {
            _exit(i);
        }
        const int fd = readable_pidfd(child);
        memset(&info, 0, sizeof info);
        switch (i % 4) {
            case 0:
                EXPECT(waitpid(child, &status, WNOHANG) == child && WEXITSTATUS(status) == i);
                break;
            case 1:
                EXPECT(waitpid(-1, &status, WNOHANG) == child && WEXITSTATUS(status) == i);
                break;
            case 2:
                EXPECT(waitid((idtype_t)by_pidfd, (id_t)fd, &info, WEXITED | WNOHANG) == 0);
                EXPECT(info.si_pid == child && info.si_status == i);
                break;
            default:
                EXPECT(waitid(P_PID, (id_t)child, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == child);
                EXPECT(waitpid(child, &status, 0) == child && WEXITSTATUS(status) == i);
        }
        close(fd);
    }
    printf("every ended child was there\n");
    return 0;
}
