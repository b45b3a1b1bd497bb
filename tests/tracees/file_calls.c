/* Calls that touch the file FILE and calls that do not, by raw numbers, so that no library adds any. Some fail. All are made by a child in
   the end as well. Usage: file_calls FILE OTHER */
#define _GNU_SOURCE
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "expect.h"

/* Descriptors whose numbers the lines of a trace tell. */
enum { file = 40, other = 41, copy = 42 };

static void make_calls(const char* path) {
    char byte = 0;
    struct pollfd both[2] = {{other, POLLIN, 0}, {file, POLLIN, 0}};
    EXPECT(syscall(SYS_pread64, file, &byte, 1UL, 0L, 0L) >= 0);
    EXPECT(syscall(SYS_pread64, other, &byte, 1UL, 0L, 0L) >= 0);
    EXPECT(syscall(SYS_poll, both, 2, 0) >= 0);
    EXPECT(syscall(SYS_poll, both, 1, 0) >= 0);
    EXPECT(syscall(SYS_dup2, file, copy) == copy);
    EXPECT(syscall(SYS_fsync, copy) == 0);
    EXPECT(syscall(SYS_close, copy) == 0);
    EXPECT(syscall(SYS_chmod, path, 0600) == 0);
    EXPECT(syscall(SYS_chdir, path) == -1); /* no folder */
    EXPECT(syscall(SYS_fchdir, file) == -1);
    EXPECT(syscall(SYS_fchdir, other) == -1);
    EXPECT(syscall(SYS_chdir, "/nowhere") == -1);
    EXPECT(syscall(SYS_chdir, "/") == 0);
}

int main(int argc, char** argv) {
    EXPECT(argc == 3);
    EXPECT(dup2(open(argv[1], O_RDWR), file) == file);
    EXPECT(dup2(open(argv[2], O_RDWR), other) == other);
    make_calls(argv[1]);
    const pid_t child = fork();
    if (child == 0) {
        make_calls(argv[1]);
        _exit(0);
    }
    int status = 0;
    EXPECT(waitpid(child, &status, 0) == child && status == 0);
    return 0;
}
