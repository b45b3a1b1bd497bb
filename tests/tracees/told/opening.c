/* Calls that take paths and how to open, make, join and remove: flags of each kind, modes, and paths that are not there to be read. */
#define _GNU_SOURCE
#include <sys/stat.h>

#include "own_folder.h"

static const char* here(void) { return named_decimal(AT_FDCWD, "AT_FDCWD"); }
static const char* octal(unsigned mode) { return text("%#03o", mode); }

static const char* of_mode(unsigned mode, const char* name) {
    return style == in_names ? name : style == in_numbers ? text("%#03o", mode) : text("%#03o /* %s */", mode, name);
}
static const char* of_device(unsigned device, const char* name) { return named(device, name); }

static const struct {
    unsigned flags;
    const char* access; /* a value, not a bit */
    const char* names;
} open_cases[] = {{O_RDONLY, "O_RDONLY", NULL},
                  {O_WRONLY | O_TRUNC | O_APPEND, "O_WRONLY", "O_TRUNC|O_APPEND"},
                  {O_RDWR | O_NONBLOCK | O_CLOEXEC, "O_RDWR", "O_NONBLOCK|O_CLOEXEC"},
                  {O_ACCMODE | O_NOFOLLOW, "O_ACCMODE", "O_NOFOLLOW"},
                  {O_DIRECTORY | O_NOCTTY | O_EXCL, "O_RDONLY", "O_EXCL|O_NOCTTY|O_DIRECTORY"},
                  {O_SYNC | O_NOATIME, "O_RDONLY", "O_SYNC|O_NOATIME"},
                  {O_DSYNC | O_ASYNC | O_DIRECT, "O_RDONLY", "O_DSYNC|O_DIRECT|FASYNC"},
                  {0100000 | O_PATH, "O_RDONLY", "O_LARGEFILE|O_PATH"},
                  {0x80000000U | 4 | O_WRONLY, "O_WRONLY", "0x80000004"}};
enum { open_case_count = sizeof(open_cases) / sizeof(open_cases[0]) };

static const char* of_open(int i) {
    const unsigned flags = open_cases[i].flags;
    const char* access = named(flags & O_ACCMODE, open_cases[i].access);
    if (open_cases[i].names == NULL) {
        return access;
    }
    return style == in_names ? text("%s|%s", access, open_cases[i].names)
                             : named(flags, text("%s|%s", open_cases[i].access, open_cases[i].names));
}

static void tell_open(void) {
    for (int i = 0; i < open_case_count; ++i) {
        TELL(syscall(SYS_open, "absent", open_cases[i].flags), "open(\"absent\", %s)", of_open(i));
        TELL(syscall(SYS_openat, -1, "absent", open_cases[i].flags, 0644), "openat(-1, \"absent\", %s)", of_open(i));
    }
}

/* With a mode where something may be made. */
static void tell_creation(void) {
    static const unsigned modes[] = {0, 07, 0640, 07777, 0xffffffff};
    for (int i = 0; i < (int)(sizeof(modes) / sizeof(modes[0])); ++i) {
        const char* mode = octal(modes[i] & 0xffff);
        TELL(syscall(SYS_open, "", O_CREAT | O_RDWR, modes[i]), "open(\"\", %s, %s)", named(O_RDWR | O_CREAT, "O_RDWR|O_CREAT"), mode);
        TELL(syscall(SYS_openat, AT_FDCWD, "", O_TMPFILE, modes[i]), "openat(%s, \"\", %s, %s)", here(),
             named(O_TMPFILE, "O_RDONLY|O_TMPFILE"), mode);
        TELL(syscall(SYS_creat, "", modes[i]), "creat(\"\", %s)", mode);
        TELL(syscall(SYS_mkdir, "", modes[i]), "mkdir(\"\", %s)", mode);
        TELL(syscall(SYS_mkdirat, -1, "a", modes[i]), "mkdirat(-1, \"a\", %s)", mode);
        TELL(syscall(SYS_chmod, "", modes[i]), "chmod(\"\", %s)", mode);
        TELL(syscall(SYS_fchmod, -1, modes[i]), "fchmod(-1, %s)", mode);
        TELL(syscall(SYS_fchmodat, AT_FDCWD, "", modes[i]), "fchmodat(%s, \"\", %s)", here(), mode);
        TELL_AS(syscall(SYS_umask, 022), "umask(022) = 022");
    }
    TELL(syscall(SYS_openat, -1, "absent", 020000000 | O_ASYNC | O_DSYNC, 0600), "openat(-1, \"absent\", %s, 0600)",
         named(020000000 | O_ASYNC | O_DSYNC, "O_RDONLY|O_DSYNC|__O_TMPFILE|FASYNC"));
    TELL(syscall(452, -1, "a", 0640, AT_SYMLINK_NOFOLLOW), "fchmodat2(-1, \"a\", 0640, %s)", NAMED(AT_SYMLINK_NOFOLLOW));
    TELL(syscall(SYS_mknod, "", S_IFREG | 0640, 7), "mknod(\"\", %s)", of_mode(S_IFREG | 0640, "S_IFREG|0640"));
    TELL(syscall(SYS_mknod, "", S_IFCHR | 0640, 0x103), "mknod(\"\", %s, %s)", of_mode(S_IFCHR | 0640, "S_IFCHR|0640"),
         of_device(0x103, "makedev(0x1, 0x3)"));
    TELL(syscall(SYS_mknodat, -1, "a", S_IFBLK | S_ISUID | 04, 0xffffffff), "mknodat(-1, \"a\", %s, %s)",
         of_mode(S_IFBLK | S_ISUID | 04, "S_IFBLK|S_ISUID|004"), of_device(0xffffffff, "makedev(0xfff, 0xfffff)"));
    TELL(syscall(SYS_mknodat, -1, "a", 0, 0), "mknodat(-1, \"a\", %s)", of_mode(0, "000"));
    TELL(syscall(SYS_mknodat, -1, "a", 0xff0640, 0), "mknodat(-1, \"a\", %s)", of_mode(03100, "S_ISGID|S_ISVTX|0100"));
}

/* A call of one path, with what is behind it. */
#define TELL_PATHS(name, behind, ...)                                                                                                \
    do {                                                                                                                             \
        TELL(syscall(SYS_##name, NULL __VA_OPT__(, ) __VA_ARGS__), #name "(NULL%s)", behind);                                        \
        TELL(syscall(SYS_##name, unreadable() __VA_OPT__(, ) __VA_ARGS__), #name "(%s%s)", pointer(unreadable()), behind);           \
        const void* cut = put_at(1, "abc", 3);                                                                                       \
        TELL(syscall(SYS_##name, cut __VA_OPT__(, ) __VA_ARGS__), #name "(%s%s)", pointer(cut), behind);                             \
        TELL(syscall(SYS_##name, "" __VA_OPT__(, ) __VA_ARGS__), #name "(\"\"%s)", behind);                                          \
        TELL(syscall(SYS_##name, "a\"\n\\\001/é\1777" __VA_OPT__(, ) __VA_ARGS__), #name "(\"a\\\"\\n\\\\\\1/\\303\\251\\1777\"%s)", \
             behind);                                                                                                                \
    } while (0)

static void tell_paths(void) {
    TELL_PATHS(open, text(", %s", NAMED(O_RDONLY)), O_RDONLY);
    TELL_PATHS(creat, ", 0640", 0640);
    TELL_PATHS(mkdir, ", 0700", 0700);
    TELL_PATHS(rmdir, "");
    TELL_PATHS(unlink, "");
    TELL_PATHS(chdir, "");
    TELL_PATHS(chroot, "");
    TELL_PATHS(link, ", \"\"", "");
    TELL_PATHS(symlink, ", \"\"", "");
    TELL_PATHS(rename, ", \"\"", "");
    TELL_PATHS(access, text(", %s", NAMED(F_OK)), F_OK);
    TELL_PATHS(acct, "");
    TELL_PATHS(swapoff, "");
}

static void tell_calls(void) {
    tell_open();
    tell_creation();
    tell_paths();
}

int main(int argc, char** argv) {
    enter_own_folder();
    umask(022);
    const int status = tell_main(argc, argv, "");
    leave_own_folder();
    return status;
}
