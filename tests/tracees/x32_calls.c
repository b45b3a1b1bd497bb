/* Numbers with the x32 bit: a kernel without that ABI answers ENOSYS, one with it answers; ordinary calls beside them are untouched. */
#define _GNU_SOURCE
#include <sys/syscall.h>

#include "expect.h"

enum { x32_bit = 0x40000000 };

int main(int argc, char** argv) {
    long count = number_argument(argc, argv, 1, 50);
    for (long i = 0; i < count; ++i) {
        long result;
        errno = 0;
        result = syscall(x32_bit | SYS_getppid);
        EXPECT(result == getppid() || (result == -1 && errno == ENOSYS));
        EXPECT(syscall(SYS_getppid) == getppid());
        errno = 0;
        result = syscall(x32_bit | 520, "/does/not/exist", NULL, NULL); /* execve has an x32 number of its own */
        EXPECT(result == -1 && (errno == ENOSYS || errno == ENOENT));
        EXPECT_FAILS(syscall(x32_bit | 999), ENOSYS);
        EXPECT_FAILS(syscall(999), ENOSYS);
    }
    printf("%ld x32 calls answered\n", count);
    return 0;
}
