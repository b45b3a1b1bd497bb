/* Calls that take paths from a descriptor on, two of them, or where to put one; openat2 and its structure. */
#define _GNU_SOURCE
#include <linux/openat2.h>

#include "own_folder.h"

static const char* here(void) { return named_decimal(AT_FDCWD, "AT_FDCWD"); }
static const char* odd_flags(const char* prefix) { return unnamed(0x80000000U, prefix); }

static void tell_joining(void) {
    TELL(syscall(SYS_linkat, AT_FDCWD, "absent", -1, NULL, AT_SYMLINK_FOLLOW), "linkat(%s, \"absent\", -1, NULL, %s)", here(),
         NAMED(AT_SYMLINK_FOLLOW));
    TELL(syscall(SYS_linkat, 0x7fffffff, "", AT_FDCWD, unreadable(), 0x80000000U), "linkat(2147483647, \"\", %s, %s, %s)", here(),
         pointer(unreadable()), odd_flags("AT"));
    TELL(syscall(SYS_linkat, -1, "a", -2, "b", 0), "linkat(-1, \"a\", -2, \"b\", 0)");
    TELL(syscall(SYS_symlinkat, "", AT_FDCWD, NULL), "symlinkat(\"\", %s, NULL)", here());
    TELL(syscall(SYS_symlinkat, NULL, -1, "a"), "symlinkat(NULL, -1, \"a\")");
    TELL(syscall(SYS_renameat, AT_FDCWD, "absent", AT_FDCWD, "b"), "renameat(%s, \"absent\", %s, \"b\")", here(), here());
    TELL(syscall(SYS_renameat2, AT_FDCWD, "absent", -1, "b", 7), "renameat2(%s, \"absent\", -1, \"b\", %s)", here(),
         named(7, "RENAME_NOREPLACE|RENAME_EXCHANGE|RENAME_WHITEOUT"));
    TELL(syscall(SYS_renameat2, -1, "a", -1, "b", 0), "renameat2(-1, \"a\", -1, \"b\", 0)");
    TELL(syscall(SYS_renameat2, -1, NULL, -1, NULL, 0x80000000U), "renameat2(-1, NULL, -1, NULL, %s)",
         style == in_numbers ? "0x80000000" : "0x80000000 /* RENAME_?? */");
    TELL(syscall(SYS_unlinkat, AT_FDCWD, "absent", 0), "unlinkat(%s, \"absent\", 0)", here());
    TELL(syscall(SYS_unlinkat, AT_FDCWD, "absent", AT_REMOVEDIR), "unlinkat(%s, \"absent\", %s)", here(), NAMED(AT_REMOVEDIR));
    TELL(syscall(SYS_unlinkat, -1, "a", 0x80000000U), "unlinkat(-1, \"a\", %s)", odd_flags("AT"));
}

static void tell_access(void) {
    TELL(syscall(SYS_access, ".", R_OK | W_OK | X_OK), "access(\".\", %s)", named(7, "R_OK|W_OK|X_OK"));
    TELL(syscall(SYS_access, "a", 0xfffffff8U), "access(\"a\", %s)", style == in_numbers ? "0xfffffff8" : "0xfffffff8 /* ?_OK */");
    TELL(syscall(SYS_access, "a", 9), "access(\"a\", %s)", named(9, "X_OK|0x8"));
    TELL(syscall(SYS_faccessat, AT_FDCWD, "absent", F_OK, 0xff), "faccessat(%s, \"absent\", %s)", here(), NAMED(F_OK));
    TELL(syscall(439, AT_FDCWD, "absent", R_OK, AT_EACCESS | AT_SYMLINK_NOFOLLOW), "faccessat2(%s, \"absent\", %s, %s)", here(),
         NAMED(R_OK), named(AT_EACCESS | AT_SYMLINK_NOFOLLOW, "AT_SYMLINK_NOFOLLOW|AT_EACCESS"));
    TELL(syscall(439, -1, NULL, 0, 0), "faccessat2(-1, NULL, %s, 0)", NAMED(F_OK));
    TELL(syscall(439, -1, "a", 0, 0x80000000U), "faccessat2(-1, \"a\", %s, %s)", NAMED(F_OK), odd_flags("AT"));
}

static void tell_links(void) {
    char letters[] = "????????";
    char* place = PUT(1, letters);
    TELL_AS(syscall(SYS_readlink, "link", place, 8), "readlink(\"link\", \"to/there\", 8) = 8");
    place = PUT(1, letters);
    TELL_AS(syscall(SYS_readlink, "link", place, 3), "readlink(\"link\", \"to/\", 3) = 3");
    TELL_AS(syscall(SYS_readlinkat, AT_FDCWD, "link", place, 0x7fffffff), "readlinkat(%s, \"link\", \"to/there\", 2147483647) = 8", here());
    TELL_AS(syscall(SYS_readlink, "long", place_ends[2] - 64, 64), "readlink(\"long\", \"%.32s\"..., 64) = 40", place_ends[2] - 64);
    TELL(syscall(SYS_readlink, "link", place, 0), "readlink(\"link\", %s, 0)", pointer(place));
    TELL(syscall(SYS_readlink, "link", NULL, 8), "readlink(\"link\", NULL, 8)");
    TELL(syscall(SYS_readlink, "link", unreadable(), 0xffffffffU), "readlink(\"link\", %s, 4294967295)", pointer(unreadable()));
    TELL(syscall(SYS_readlinkat, -1, "a", place, 8), "readlinkat(-1, \"a\", %s, 8)", pointer(place));
    TELL(syscall(SYS_readlink, ".", place, 8), "readlink(\".\", %s, 8)", pointer(place));
    TELL(syscall(SYS_readlink, NULL, place, 8), "readlink(NULL, %s, 8)", pointer(place));
}

static const char* of_how(const struct open_how* how, const char* flags, const char* mode, const char* resolve, const char* more) {
    return text("{flags=%s%s, resolve=%s%s}", named((word)how->flags, flags), mode,
                how->resolve == 0 ? "0" : named((word)how->resolve, resolve), more);
}

static void tell_openat2(void) {
    const struct open_how read_only = {.resolve = RESOLVE_NO_XDEV | RESOLVE_NO_MAGICLINKS | RESOLVE_NO_SYMLINKS | RESOLVE_BENEATH |
                                                  RESOLVE_IN_ROOT | 0x20 | 0x100};
    const char* resolves = "RESOLVE_NO_XDEV|RESOLVE_NO_MAGICLINKS|RESOLVE_NO_SYMLINKS|RESOLVE_BENEATH|RESOLVE_IN_ROOT|RESOLVE_CACHED|0x100";
    const struct open_how* how = PUT(1, read_only);
    TELL(syscall(SYS_openat2, AT_FDCWD, "absent", how, sizeof(*how)), "openat2(%s, \"absent\", %s, 24)", here(),
         of_how(how, "O_RDONLY", "", resolves, ""));
    const struct open_how made = {.flags = O_CREAT | O_WRONLY, .mode = 0640};
    how = PUT(1, made);
    TELL(syscall(SYS_openat2, -1, "a", how, sizeof(*how)), "openat2(-1, \"a\", %s, 24)",
         of_how(how, "O_WRONLY|O_CREAT", ", mode=0640", "", ""));
    const struct open_how odd = {.mode = 0x100000000, .resolve = 0x8000000000000000};
    how = PUT(1, odd);
    TELL(syscall(SYS_openat2, -1, "a", how, sizeof(*how)), "openat2(-1, \"a\", {flags=%s, mode=040000000000, resolve=%s}, 24)",
         NAMED(O_RDONLY), style == in_numbers ? "0x8000000000000000" : "0x8000000000000000 /* RESOLVE_??? */");
    TELL(syscall(SYS_openat2, -1, "a", how, 23), "openat2(-1, \"a\", %s, 23)", pointer(how));
    TELL(syscall(SYS_openat2, -1, "a", how, 0), "openat2(-1, \"a\", %s, 0)", pointer(how));
    TELL(syscall(SYS_openat2, -1, NULL, NULL, 24), "openat2(-1, NULL, NULL, 24)");
    TELL(syscall(SYS_openat2, -1, "a", unreadable(), 24), "openat2(-1, \"a\", %s, 24)", pointer(unreadable()));
    const void* half = PUT_SHORT(2, made, 1);
    TELL(syscall(SYS_openat2, -1, "a", half, 24), "openat2(-1, \"a\", %s, 24)", pointer(half));
    struct {
        struct open_how how;
        unsigned char more[8];
    } longer = {made, {0}};
    const void* long_place = PUT(3, longer);
    TELL(syscall(SYS_openat2, -1, "a", long_place, sizeof(longer)), "openat2(-1, \"a\", %s, 32)",
         of_how(&made, "O_WRONLY|O_CREAT", ", mode=0640", "", ""));
    longer.more[3] = 0xff;
    long_place = PUT(3, longer);
    TELL(syscall(SYS_openat2, -1, "a", long_place, sizeof(longer)), "openat2(-1, \"a\", %s, 32)",
         of_how(&made, "O_WRONLY|O_CREAT", ", mode=0640", "", ", /* bytes 24..31 */ \"\\x00\\x00\\x00\\xff\\x00\\x00\\x00\\x00\""));
    how = PUT(1, made);
    TELL(syscall(SYS_openat2, -1, "a", how, 32), "openat2(-1, \"a\", %s, 32)",
         of_how(&made, "O_WRONLY|O_CREAT", ", mode=0640", "", ", ???"));
}

static void tell_calls(void) {
    tell_joining();
    tell_access();
    tell_links();
    tell_openat2();
}

int main(int argc, char** argv) {
    enter_own_folder();
    EXPECT(symlink("to/there", "link") == 0 && symlink("0123456789012345678901234567890123456789", "long") == 0);
    const int status = tell_main(argc, argv, "");
    leave_own_folder();
    return status;
}
