/* Extended attributes: of paths, links and descriptors, and from a directory on. They are set where the file system can, else not at all.
 */
#define _GNU_SOURCE
#include <sys/xattr.h>

#include "own_folder.h"

/* Their own calls are younger than many headers. */
enum { setxattrat = 463, getxattrat = 464, listxattrat = 465, removexattrat = 466 };

static int file;

static void tell_setting(void) {
    static const struct {
        int flags;
        const char* name;
    } flags[] = {
        {0, NULL}, {XATTR_CREATE, "XATTR_CREATE"}, {XATTR_CREATE | XATTR_REPLACE, "XATTR_CREATE|XATTR_REPLACE"}, {5, "XATTR_CREATE|0x4"}};
    for (int i = 0; i < 4; ++i) {
        const char* name = flags[i].flags == 0 ? "0" : named((word)flags[i].flags, flags[i].name);
        TELL(syscall(SYS_setxattr, "absent", "user.a", "value", 5, flags[i].flags), "setxattr(\"absent\", \"user.a\", \"value\", 5, %s)",
             name);
        TELL(syscall(SYS_lsetxattr, "absent", "user.a", "va\0ue", 6, flags[i].flags),
             "lsetxattr(\"absent\", \"user.a\", \"va\\0ue\", 6, %s)", name);
        TELL(syscall(SYS_fsetxattr, -1, "", "", 0, flags[i].flags), "fsetxattr(-1, \"\", \"\", 0, %s)", name);
    }
    TELL(syscall(SYS_fsetxattr, -1, NULL, NULL, 5, 0x80000000U), "fsetxattr(-1, NULL, NULL, 5, %s)", unnamed(0x80000000U, "XATTR"));
    TELL(syscall(SYS_setxattr, NULL, unreadable(), unreadable(), 5, 0), "setxattr(NULL, %s, %s, 5, 0)", pointer(unreadable()),
         pointer(unreadable()));
    const void* half = put_at(1, "abc", 3);
    TELL(syscall(SYS_setxattr, "absent", half, half, 4, 0), "setxattr(\"absent\", %s, %s, 4, 0)", pointer(half), pointer(half));
    TELL(syscall(SYS_setxattr, "absent", "a", half, 3, 0), "setxattr(\"absent\", \"a\", \"abc\", 3, 0)");
    TELL(syscall(SYS_setxattr, "absent", "a", "0123456789012345678901234567890123456789", 40, 0),
         "setxattr(\"absent\", \"a\", \"%s, 40, 0)", "01234567890123456789012345678901\"...");
}

static void tell_getting(void) {
    char space[16] = "";
    char* place = PUT(1, space);
    TELL(syscall(SYS_getxattr, "absent", "user.a", place, 16), "getxattr(\"absent\", \"user.a\", %s, 16)", pointer(place));
    TELL(syscall(SYS_lgetxattr, "absent", NULL, NULL, 0), "lgetxattr(\"absent\", NULL, NULL, 0)");
    TELL(syscall(SYS_fgetxattr, -1, "user.a", unreadable(), -1L), "fgetxattr(-1, \"user.a\", %s, %lu)", pointer(unreadable()), ~0UL);
    TELL(syscall(SYS_listxattr, "absent", place, 16), "listxattr(\"absent\", %s, 16)", pointer(place));
    TELL(syscall(SYS_llistxattr, NULL, NULL, 0), "llistxattr(NULL, NULL, 0)");
    TELL(syscall(SYS_flistxattr, -1, unreadable(), 5), "flistxattr(-1, %s, 5)", pointer(unreadable()));
    TELL(syscall(SYS_removexattr, "absent", "user.a"), "removexattr(\"absent\", \"user.a\")");
    TELL(syscall(SYS_lremovexattr, unreadable(), NULL), "lremovexattr(%s, NULL)", pointer(unreadable()));
    TELL(syscall(SYS_fremovexattr, -1, ""), "fremovexattr(-1, \"\")");
}

/* A file in memory has attributes of the system, of root: what is set is told only where it can be. */
static void tell_answers(void) {
    char space[16];
    memset(space, '?', sizeof(space));
    char* place = PUT(1, space);
    TELL_AS(syscall(SYS_getxattr, "file", "user.told", place, 16), "getxattr(\"file\", \"user.told\", \"va\\0ue\", 16) = 5");
    TELL_AS(syscall(SYS_fgetxattr, file, "user.told", NULL, 0), "fgetxattr(%d, \"user.told\", NULL, 0) = 5", file);
    TELL(syscall(SYS_fgetxattr, file, "user.told", place, 2), "fgetxattr(%d, \"user.told\", %s, 2)", file, pointer(place));
    place = PUT(1, space);
    TELL_AS(syscall(SYS_flistxattr, file, place, 16), "flistxattr(%d, \"user.told\\0\", 16) = 10", file);
    TELL_AS(syscall(SYS_listxattr, "file", NULL, 0), "listxattr(\"file\", NULL, 0) = 10");
    TELL(syscall(SYS_listxattr, "file", place, 3), "listxattr(\"file\", %s, 3)", pointer(place));
}

struct attribute {
    uint64_t value;
    uint32_t size, flags;
};

static void tell_at(void) {
    const char* here = named_decimal(AT_FDCWD, "AT_FDCWD");
    struct attribute plain = {(uintptr_t) "value", 5, XATTR_REPLACE};
    const void* place = PUT(1, plain);
    TELL(syscall(setxattrat, AT_FDCWD, "absent", AT_SYMLINK_NOFOLLOW, "user.a", place, 16),
         "setxattrat(%s, \"absent\", %s, \"user.a\", {value=\"value\", size=5, flags=%s}, 16)", here, NAMED(AT_SYMLINK_NOFOLLOW),
         NAMED(XATTR_REPLACE));
    TELL(syscall(setxattrat, -1, "a", 0, NULL, place, 15), "setxattrat(-1, \"a\", 0, NULL, %s, 15)", pointer(place));
    TELL(syscall(setxattrat, -1, "a", 0x80000000U, "", unreadable(), 16), "setxattrat(-1, \"a\", %s, \"\", %s, 16)",
         unnamed(0x80000000U, "AT"), pointer(unreadable()));
    TELL(syscall(getxattrat, -1, "a", 0, "a", NULL, 16), "getxattrat(-1, \"a\", 0, \"a\", NULL, 16)");
    TELL(syscall(listxattrat, -1, "a", AT_EMPTY_PATH, NULL, 5), "listxattrat(-1, \"a\", %s, NULL, 5)", NAMED(AT_EMPTY_PATH));
    TELL(syscall(listxattrat, AT_FDCWD, "absent", 0, place, 5), "listxattrat(%s, \"absent\", 0, %s, 5)", here, pointer(place));
    TELL(syscall(removexattrat, AT_FDCWD, "absent", 0, "user.a"), "removexattrat(%s, \"absent\", 0, \"user.a\")", here);
    TELL(syscall(removexattrat, -1, NULL, AT_SYMLINK_NOFOLLOW, unreadable()), "removexattrat(-1, NULL, %s, %s)", NAMED(AT_SYMLINK_NOFOLLOW),
         pointer(unreadable()));
}

static void tell_calls(void) {
    tell_setting();
    tell_getting();
    if (syscall(SYS_fsetxattr, file, "user.told", "va\0ue", 5, 0) == 0) {
        fprintf(telling, "fsetxattr(%d, \"user.told\", \"va\\0ue\", 5, 0) = 0\n", file);
        tell_answers();
    } else {
        fprintf(telling, "fsetxattr(%d, \"user.told\", \"va\\0ue\", 5, 0)", file);
        tell_result(-1, errno);
    }
    tell_at();
}

int main(int argc, char** argv) {
    enter_own_folder();
    file = open("file", O_CREAT | O_RDWR, 0600);
    EXPECT(file >= 0);
    const int status = tell_main(argc, argv, "");
    leave_own_folder();
    return status;
}
