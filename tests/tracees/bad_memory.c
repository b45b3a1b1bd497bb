/* Arguments that point nowhere: null, unmapped, PROT_NONE, kernel addresses, strings and structures that run into a hole, huge lengths
   and counts. Each call fails as the kernel says, and the program goes on. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>

#include "expect.h"

static void try_bad_pointer(void* bad) {
    struct iovec vector = {bad, 100};
    EXPECT_FAILS(open(bad, O_RDONLY), EFAULT);
    EXPECT_FAILS(syscall(SYS_openat, AT_FDCWD, bad, O_RDONLY), EFAULT);
    EXPECT_FAILS(syscall(SYS_pipe2, bad, 0), EFAULT);
    EXPECT_FAILS(syscall(SYS_uname, bad), EFAULT);
    EXPECT_FAILS(syscall(SYS_execve, bad, bad, bad), EFAULT);
    EXPECT_FAILS(syscall(SYS_execve, "/proc/self/exe", bad, NULL), EFAULT);
    EXPECT_FAILS(syscall(SYS_execve, "/does/not/exist", bad, bad), ENOENT);
    EXPECT_FAILS(syscall(SYS_rt_sigaction, SIGUSR1, bad, NULL, 8), EFAULT);
    EXPECT_FAILS(syscall(SYS_readv, 0, bad, 3), EFAULT);
    EXPECT_FAILS(syscall(SYS_readlink, bad, bad, 100), EFAULT);
    EXPECT_FAILS(syscall(SYS_nanosleep, bad, NULL), EFAULT);
    EXPECT_FAILS(syscall(SYS_futex, bad, 0, 0, NULL), (uintptr_t)bad % 4 == 0 ? EFAULT : EINVAL);
    int zero = open("/dev/zero", O_RDONLY);
    int nothing[2];
    EXPECT(zero >= 0 && pipe(nothing) == 0);
    EXPECT_FAILS(read(zero, bad, 100), EFAULT);
    EXPECT_FAILS(readv(zero, &vector, 1), EFAULT);
    EXPECT_FAILS(write(nothing[1], bad, 100), EFAULT);
    EXPECT_FAILS(writev(nothing[1], &vector, 1), EFAULT);
    close(zero);
    close(nothing[0]);
    close(nothing[1]);
}

int main(void) {
    long page = sysconf(_SC_PAGESIZE);
    char* pages = mmap(NULL, (size_t)page * 3, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    EXPECT(pages != MAP_FAILED);
    char* hole = pages + page;
    EXPECT(munmap(hole, (size_t)page) == 0);
    EXPECT(mprotect(pages + 2 * page, (size_t)page, PROT_NONE) == 0);

    try_bad_pointer(hole);
    try_bad_pointer(pages + 2 * page);
    try_bad_pointer((void*)-4096L);
    try_bad_pointer((void*)8);
    EXPECT_FAILS(syscall(SYS_openat, AT_FDCWD, NULL, O_RDONLY), EFAULT);

    /* a string without an end, then one that ends with the page */
    memset(pages, 'a', (size_t)page);
    EXPECT_FAILS(open(hole - 100, O_RDONLY), EFAULT);
    EXPECT_FAILS(open(hole - 1, O_RDONLY), EFAULT);
    hole[-1] = '\0';
    EXPECT_FAILS(open(hole - 100, O_RDONLY), ENOENT);
    EXPECT_FAILS(open(hole - page, O_RDONLY), ENAMETOOLONG);
    EXPECT_FAILS(open(hole - 1, O_RDONLY), ENOENT);

    /* structures and arrays of which only the beginning can be read */
    EXPECT_FAILS(syscall(SYS_nanosleep, hole - sizeof(long), NULL), EFAULT);
    EXPECT_FAILS(syscall(SYS_uname, hole - 10), EFAULT);
    EXPECT_FAILS(syscall(SYS_poll, hole - sizeof(struct pollfd), 1000, 0), EFAULT);
    ((struct iovec*)hole)[-1] = (struct iovec){hole - 100, 10};
    EXPECT_FAILS(writev(1, (struct iovec*)hole - 1, 2), EFAULT);
    char** arguments = (char**)hole - 1;
    arguments[0] = hole - 200;
    EXPECT_FAILS(syscall(SYS_execve, "/proc/self/exe", arguments, NULL), EFAULT);

    /* huge lengths and counts */
    int null = open("/dev/null", O_WRONLY);
    EXPECT(null >= 0);
    EXPECT(write(null, hole - 100, (size_t)INT_MAX) > 0); /* /dev/null never looks */
    EXPECT_FAILS(syscall(SYS_writev, null, (struct iovec*)hole - 1, INT_MAX), EINVAL);
    EXPECT_FAILS(syscall(SYS_poll, hole - 8, UINT_MAX, 0), EINVAL);
    EXPECT(syscall(SYS_getrandom, pages, (size_t)page - 200, 0) == page - 200);
    EXPECT_FAILS(syscall(SYS_sendmmsg, -1, hole, UINT_MAX, 0), EBADF);
    EXPECT_FAILS(syscall(SYS_rt_sigprocmask, 0, pages, NULL, (size_t)LONG_MAX), EINVAL);
    printf("bad memory refused\n");
    return 0;
}
