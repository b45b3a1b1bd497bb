/* inotify and fanotify: what is watched, and for what. */
#define _GNU_SOURCE
#include <sys/fanotify.h>
#include <sys/inotify.h>

#include "own_folder.h"

static const char* here(void) { return named_decimal(AT_FDCWD, "AT_FDCWD"); }

/* On i386 a mask of 64 bits takes two arguments. */
#ifdef __i386__
#define WIDE(value) (long)(value), (long)((unsigned long long)(value) >> 32)
#else
#define WIDE(value) (long)(value)
#endif

static void tell_inotify(int queue) {
    TELL(syscall(SYS_inotify_init1, 0x80000000U), "inotify_init1(%s)", unnamed(0x80000000U, "IN"));
    TELL(syscall(SYS_inotify_init1, IN_CLOEXEC | IN_NONBLOCK | 1), "inotify_init1(%s)",
         named(IN_CLOEXEC | IN_NONBLOCK | 1, "IN_NONBLOCK|IN_CLOEXEC|0x1"));
    static const struct {
        unsigned mask;
        const char* names;
    } masks[] = {{0xfff,
                  "IN_ACCESS|IN_MODIFY|IN_ATTRIB|IN_CLOSE_WRITE|IN_CLOSE_NOWRITE|IN_OPEN|IN_MOVED_FROM|IN_MOVED_TO|IN_CREATE|IN_DELETE|IN_"
                  "DELETE_SELF|IN_MOVE_SELF"},
                 {0xe000, "IN_UNMOUNT|IN_Q_OVERFLOW|IN_IGNORED"},
                 {0xf7000000, "IN_ONLYDIR|IN_DONT_FOLLOW|IN_EXCL_UNLINK|IN_MASK_CREATE|IN_MASK_ADD|IN_ISDIR|IN_ONESHOT"},
                 {1 << 12 | 1, "IN_ACCESS|0x1000"},
                 {0x1000, NULL},
                 {0, "0"}};
    for (int i = 0; i < (int)(sizeof(masks) / sizeof(masks[0])); ++i) {
        const char* mask = masks[i].names == NULL ? unnamed(masks[i].mask, "IN")
                           : masks[i].mask == 0   ? "0"
                                                  : named(masks[i].mask, masks[i].names);
        TELL(syscall(SYS_inotify_add_watch, -1, "absent", masks[i].mask), "inotify_add_watch(-1, \"absent\", %s)", mask);
    }
    TELL_AS(syscall(SYS_inotify_add_watch, queue, ".", IN_DELETE_SELF), "inotify_add_watch(%d, \".\", %s) = 1", queue,
            NAMED(IN_DELETE_SELF));
    TELL_AS(syscall(SYS_inotify_rm_watch, queue, 1), "inotify_rm_watch(%d, 1) = 0", queue);
    TELL(syscall(SYS_inotify_add_watch, queue, NULL, IN_ACCESS), "inotify_add_watch(%d, NULL, %s)", queue, NAMED(IN_ACCESS));
    TELL(syscall(SYS_inotify_add_watch, -1, unreadable(), IN_ACCESS), "inotify_add_watch(-1, %s, %s)", pointer(unreadable()),
         NAMED(IN_ACCESS));
    TELL(syscall(SYS_inotify_rm_watch, -1, -5), "inotify_rm_watch(-1, -5)");
}

static const struct {
    unsigned flags;
    const char *kind, *names;
} groups[] = {
    {0, "FAN_CLASS_NOTIF", NULL},
    {3 | 4, "FAN_CLASS_CONTENT", "FAN_CLOEXEC|FAN_NONBLOCK"},
    {8 | 0x70, "FAN_CLASS_PRE_CONTENT", "FAN_UNLIMITED_QUEUE|FAN_UNLIMITED_MARKS|FAN_ENABLE_AUDIT"},
    {0x1f80, "FAN_CLASS_NOTIF", "FAN_REPORT_PIDFD|FAN_REPORT_TID|FAN_REPORT_FID|FAN_REPORT_DIR_FID|FAN_REPORT_NAME|FAN_REPORT_TARGET_FID"},
    {0x6000, "FAN_CLASS_NOTIF", "FAN_REPORT_FD_ERROR|FAN_REPORT_MNT"},
    {0x80000000U, "FAN_CLASS_NOTIF", NULL}};

static void tell_fanotify(void) {
    for (int i = 0; i < (int)(sizeof(groups) / sizeof(groups[0])); ++i) {
        const unsigned kind = groups[i].flags & 0xc;
        const unsigned rest = groups[i].flags & ~0xcU;
        const char* flags = named(kind, groups[i].kind);
        flags = rest == 0 ? flags : text("%s|%s", flags, groups[i].names == NULL ? unnamed(rest, "FAN") : named(rest, groups[i].names));
        TELL(syscall(SYS_fanotify_init, groups[i].flags, O_RDWR | 0100000 | O_CLOEXEC), "fanotify_init(%s, %s)", flags,
             named(O_RDWR | 0100000 | O_CLOEXEC, "O_RDWR|O_LARGEFILE|O_CLOEXEC"));
    }
    TELL(syscall(SYS_fanotify_mark, -1, FAN_MARK_ADD, WIDE(FAN_ACCESS | FAN_ONDIR), AT_FDCWD, "absent"),
         "fanotify_mark(-1, %s, %s, %s, \"absent\")", NAMED(FAN_MARK_ADD), named(FAN_ACCESS | FAN_ONDIR, "FAN_ACCESS|FAN_ONDIR"), here());
    TELL(syscall(SYS_fanotify_mark, -1, FAN_MARK_REMOVE | FAN_MARK_MOUNT, WIDE(0x0f0fffULL), -1, NULL),
         "fanotify_mark(-1, %s, %s, %s, NULL)", named(FAN_MARK_REMOVE | FAN_MARK_MOUNT, "FAN_MARK_REMOVE|FAN_MARK_MOUNT"),
         named(0xf0fff,
               "FAN_ACCESS|FAN_MODIFY|FAN_ATTRIB|FAN_CLOSE_WRITE|FAN_CLOSE_NOWRITE|FAN_OPEN|FAN_MOVED_FROM|FAN_MOVED_TO|FAN_CREATE|FAN_"
               "DELETE|FAN_DELETE_SELF|FAN_MOVE_SELF|FAN_OPEN_PERM|FAN_ACCESS_PERM|FAN_OPEN_EXEC_PERM|FAN_DIR_MODIFY"),
         named_decimal(-1, "FAN_NOFD"));
    TELL(syscall(SYS_fanotify_mark, -1, FAN_MARK_FLUSH | FAN_MARK_FILESYSTEM, WIDE(0), -1, unreadable()),
         "fanotify_mark(-1, %s, 0, %s, %s)", named(FAN_MARK_FLUSH | FAN_MARK_FILESYSTEM, "FAN_MARK_FLUSH|FAN_MARK_FILESYSTEM"),
         named_decimal(-1, "FAN_NOFD"), pointer(unreadable()));
    TELL(syscall(SYS_fanotify_mark, -1, 0x80000000U, WIDE(1ULL << 40), 5, "a"), "fanotify_mark(-1, %s, %s, 5, \"a\")",
         unnamed(0x80000000U, "FAN_MARK"), style == in_numbers ? "0x10000000000" : "0x10000000000 /* FAN_??? */");
    TELL(syscall(SYS_fanotify_mark, -1, 0x76c, WIDE(1), 5, "a"), "fanotify_mark(-1, %s, %s, 5, \"a\")",
         named(0x76c,
               "FAN_MARK_DONT_FOLLOW|FAN_MARK_ONLYDIR|FAN_MARK_IGNORED_MASK|FAN_MARK_IGNORED_SURV_MODIFY|FAN_MARK_FILESYSTEM|FAN_MARK_"
               "EVICTABLE|FAN_MARK_IGNORE"),
         NAMED(FAN_ACCESS));
}

static int queue;

static void tell_calls(void) {
    tell_inotify(queue);
    tell_fanotify();
}

int main(int argc, char** argv) {
    enter_own_folder();
    queue = inotify_init();
    EXPECT(queue >= 0);
    const int status = tell_main(argc, argv, "");
    leave_own_folder();
    return status;
}
