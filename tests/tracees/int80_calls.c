/* A 64-bit program that makes i386 calls by `int $0x80`: numbers, argument registers and 32-bit results of that ABI. */
#define _GNU_SOURCE
#include <sys/mman.h>
#include <sys/syscall.h>

#include "expect.h"

static long int80(long number, long b, long c, long d) {
    long result;
    __asm__ volatile("int $0x80" : "=a"(result) : "a"(number), "b"(b), "c"(c), "d"(d) : "memory", "r8", "r9", "r10", "r11");
    return result;
}

enum { i386_write = 4, i386_getpid = 20, i386_getppid = 64, i386_open = 5, i386_close = 6, i386_clock_gettime64 = 403 };

int main(int argc, char** argv) {
    static const char text[] = "written through int 0x80\n";
    long count = number_argument(argc, argv, 1, 100);
    char* low = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_32BIT, -1, 0);
    EXPECT(low != MAP_FAILED);
    for (long i = 0; i < count; ++i) {
        EXPECT((int)int80(i386_getppid, 0, 0, 0) == getppid());
        EXPECT(syscall(SYS_getppid) == getppid());
    }
    EXPECT((int)int80(i386_getpid, 0, 0, 0) == getpid());
    memcpy(low, text, sizeof text);
    EXPECT((int)int80(i386_write, 1, (long)low, sizeof text - 1) == (int)sizeof text - 1);
    /* the upper half of an argument register does not exist for this ABI */
    EXPECT((int)int80(i386_write, 0x700000001L, (long)low, 0x900000000L) == 0);
    strcpy(low, "/does/not/exist");
    EXPECT((int)int80(i386_open, (long)low, 0, 0) == -ENOENT);
    EXPECT((int)int80(i386_close, 12345, 0, 0) == -EBADF);
    EXPECT((int)int80(i386_clock_gettime64, 1, (long)low, 0) == 0);
    EXPECT((int)int80(9999, 0, 0, 0) == -ENOSYS);
    printf("%ld i386 calls answered\n", count);
    return 0;
}
