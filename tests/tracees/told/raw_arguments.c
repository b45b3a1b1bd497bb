/* Calls whose arguments are shown raw (-e raw=…): hexadecimal numbers, whatever is behind them, also where a part of a call is none. */
#define _GNU_SOURCE
#include "own_folder.h"

static void tell_calls(void) {
    const char* path = "absent";
    TELL(syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC, 0), "openat(0xffffff9c, %s, %#x, 0)", pointer(path), O_RDWR | O_CLOEXEC);
    TELL(syscall(SYS_openat, -1, NULL, O_CREAT, 0644), "openat(0xffffffff, 0, %#x, 0x1a4)", O_CREAT);
    TELL(syscall(SYS_read, -1, NULL, 5), "read(0xffffffff, 0, 0x5)");
    TELL(syscall(SYS_fcntl, -1, F_SETFL, O_APPEND), "fcntl(0xffffffff, 0x4, 0x400)");
    TELL(syscall(SYS_fcntl, -1, F_GETFL, 7), "fcntl(0xffffffff, 0x3, 0x7)");
    TELL(syscall(SYS_mount, path, path, NULL, 5, NULL), "mount(%s, %s, 0, 0x5, 0)", pointer(path), pointer(path));
    TELL(syscall(SYS_lseek, -1, -1L, SEEK_END), "lseek(0xffffffff, %#lx, 0x2)", ~0UL);
    TELL(syscall(SYS_statx, AT_FDCWD, path, 0x100, 0x7ff, NULL), "statx(0xffffff9c, %s, 0x100, 0x7ff, 0)", pointer(path));
    TELL(syscall(SYS_renameat2, -1, path, -1, path, 1), "renameat2(0xffffffff, %s, 0xffffffff, %s, 0x1)", pointer(path), pointer(path));
}

int main(int argc, char** argv) { return tell_main(argc, argv, "-e raw=openat,read,fcntl,mount,lseek,statx,renameat2"); }
