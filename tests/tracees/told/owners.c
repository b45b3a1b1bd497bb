/* Who owns files, on i386 also in 16 bits; attributes of inodes; paths of any length. */
#define _GNU_SOURCE
#include "own_folder.h"

/* Younger than many headers. */
enum { file_getattr = 468, file_setattr = 469 };

static const char* here(void) { return named_decimal(AT_FDCWD, "AT_FDCWD"); }

static void tell_owners(void) {
    TELL(syscall(SYS_chown, "absent", 0, -1), "chown(\"absent\", 0, -1)");
    TELL(syscall(SYS_lchown, NULL, 1000, 65534), "lchown(NULL, 1000, 65534)");
    TELL(syscall(SYS_fchown, -1, -1, 5), "fchown(-1, -1, 5)");
    TELL(syscall(SYS_fchownat, AT_FDCWD, "absent", 0x80000000U, 0x7fffffff, AT_SYMLINK_NOFOLLOW),
         "fchownat(%s, \"absent\", 2147483648, 2147483647, %s)", here(), NAMED(AT_SYMLINK_NOFOLLOW));
    TELL(syscall(SYS_fchownat, -1, unreadable(), -1, -1, 0x80000000U), "fchownat(-1, %s, -1, -1, %s)", pointer(unreadable()),
         unnamed(0x80000000U, "AT"));
#ifdef __i386__
    TELL(syscall(SYS_chown, "absent", 0x18000, 0xffff), "chown(\"absent\", 32768, -1)");
    TELL(syscall(SYS_chown32, "absent", 0x18000, 0xffff), "chown32(\"absent\", 98304, 65535)");
    TELL(syscall(SYS_lchown32, NULL, -1, -1), "lchown32(NULL, -1, -1)");
    TELL(syscall(SYS_fchown32, -1, 0x80000000U, 0), "fchown32(-1, 2147483648, 0)");
#endif
}

static void tell_attributes(void) {
    static const struct {
        uint64_t flags;
        uint32_t extent_size, extents, project, copied_extent_size;
    } attributes = {0x80000003, 4096, 5, 0xffffffff, 7};
    const void* place = PUT(1, attributes);
    const char* all = text("{fa_xflags=%s, fa_extsize=4096, fa_nextents=5, fa_projid=4294967295, fa_cowextsize=7}",
                           named(0x80000003, "FS_XFLAG_REALTIME|FS_XFLAG_PREALLOC|FS_XFLAG_HASATTR"));
    TELL(syscall(file_setattr, AT_FDCWD, "absent", place, 24, AT_SYMLINK_NOFOLLOW), "file_setattr(%s, \"absent\", %s, 24, %s)", here(), all,
         NAMED(AT_SYMLINK_NOFOLLOW));
    TELL(syscall(file_getattr, AT_FDCWD, "absent", place, 24, 0), "file_getattr(%s, \"absent\", %s, 24, 0)", here(), pointer(place));
    TELL(syscall(file_setattr, -1, "a", place, 23, 0), "file_setattr(-1, \"a\", %s, 23, 0)", pointer(place));
    TELL(syscall(file_setattr, -1, NULL, NULL, 24, 0x80000000U), "file_setattr(-1, NULL, NULL, 24, %s)", unnamed(0x80000000U, "AT"));
    TELL(syscall(file_getattr, -1, unreadable(), unreadable(), 0, AT_EMPTY_PATH), "file_getattr(-1, %s, %s, 0, %s)", pointer(unreadable()),
         pointer(unreadable()), NAMED(AT_EMPTY_PATH));
}

/* A path is shown whole to PATH_MAX, also where strings are cut. */
static void tell_long_paths(void) {
    static char path[5000];
    memset(path, 'x', sizeof(path));
    char* place = put_at(1, path, 4096);
    TELL(syscall(SYS_rmdir, place), "rmdir(\"%.4095s\"...)", path);
    place[4094] = '\0';
    TELL(syscall(SYS_rmdir, place), "rmdir(\"%.4094s\")", path);
    place[4094] = 'x';
    place[4095] = '\0';
    TELL(syscall(SYS_rmdir, place), "rmdir(\"%.4095s\")", path);
    place[300] = '\0';
    TELL(syscall(SYS_unlink, place), "unlink(\"%.300s\")", path);
    TELL(syscall(SYS_fsopen, place, 0), "fsopen(\"%.32s\"..., 0)", path);
}

static void tell_calls(void) {
    tell_owners();
    tell_attributes();
    tell_long_paths();
}

int main(int argc, char** argv) {
    enter_own_folder();
    const int status = tell_main(argc, argv, "");
    leave_own_folder();
    return status;
}
