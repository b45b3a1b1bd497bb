/* Calls of the two interfaces to mounts. None is made: what is asked for is not there. */
#define _GNU_SOURCE
#include <sys/mount.h>

#include "own_folder.h"

/* Younger than many headers. */
enum { open_tree_attr = 467 };

static const char* here(void) { return named_decimal(AT_FDCWD, "AT_FDCWD"); }

static void tell_old(void) {
    static const struct {
        word flags;
        const char* names;
    } cases[] = {
        {MS_RDONLY | MS_NOSUID | MS_NODEV | MS_NOEXEC | MS_SYNCHRONOUS, "MS_RDONLY|MS_NOSUID|MS_NODEV|MS_NOEXEC|MS_SYNCHRONOUS"},
        {MS_MANDLOCK | MS_DIRSYNC | 256 | MS_NOATIME | MS_NODIRATIME, "MS_MANDLOCK|MS_DIRSYNC|MS_NOSYMFOLLOW|MS_NOATIME|MS_NODIRATIME"},
        {MS_SILENT | MS_POSIXACL | MS_RELATIME | MS_KERNMOUNT | MS_I_VERSION | MS_STRICTATIME | MS_LAZYTIME,
         "MS_SILENT|MS_POSIXACL|MS_RELATIME|MS_KERNMOUNT|MS_I_VERSION|MS_STRICTATIME|MS_LAZYTIME"},
        {0xe8000000U, "MS_NOREMOTELOCK|MS_BORN|MS_ACTIVE|MS_NOUSER"}};
    for (int i = 0; i < (int)(sizeof(cases) / sizeof(cases[0])); ++i) {
        TELL(syscall(SYS_mount, "from", "absent", "type", cases[i].flags, "data"), "mount(\"from\", \"absent\", \"type\", %s, \"data\")",
             named(cases[i].flags, cases[i].names));
    }
    TELL(syscall(SYS_mount, "from", "absent", "type", 0xc0ed0000 | MS_RDONLY, "data"),
         "mount(\"from\", \"absent\", \"type\", %s|%s, \"data\")", named(0xc0ed0000, "MS_MGC_VAL"), NAMED(MS_RDONLY));
    TELL(syscall(SYS_mount, NULL, "absent", NULL, 0, NULL), "mount(NULL, \"absent\", NULL, 0, NULL)");
    TELL(syscall(SYS_mount, "from", "absent", "type", MS_REMOUNT | MS_BIND, "data"), "mount(\"from\", \"absent\", %s, %s, \"data\")",
         pointer("type"), named(MS_REMOUNT | MS_BIND, "MS_REMOUNT|MS_BIND"));
    TELL(syscall(SYS_mount, "from", "absent", "type", MS_BIND | MS_REC, "data"), "mount(\"from\", \"absent\", %s, %s, %s)", pointer("type"),
         named(MS_BIND | MS_REC, "MS_BIND|MS_REC"), pointer("data"));
    TELL(syscall(SYS_mount, "from", "absent", NULL, MS_MOVE, NULL), "mount(\"from\", \"absent\", NULL, %s, NULL)", NAMED(MS_MOVE));
    TELL(syscall(SYS_mount, "from", "absent", NULL, MS_PRIVATE | MS_REC, NULL), "mount(\"from\", \"absent\", NULL, %s, NULL)",
         named(MS_PRIVATE | MS_REC, "MS_REC|MS_PRIVATE"));
    TELL(syscall(SYS_mount, "from", "absent", unreadable(), MS_SHARED, unreadable()), "mount(\"from\", \"absent\", %s, %s, %s)",
         pointer(unreadable()), NAMED(MS_SHARED), pointer(unreadable()));
    TELL(syscall(SYS_mount, unreadable(), unreadable(), unreadable(), 0, unreadable()), "mount(%s, %s, %s, 0, %s)", pointer(unreadable()),
         pointer(unreadable()), pointer(unreadable()), pointer(unreadable()));
    TELL(syscall(SYS_umount2, "absent", 0), "umount2(\"absent\", 0)");
    TELL(syscall(SYS_umount2, "absent", 0xf), "umount2(\"absent\", %s)", named(0xf, "MNT_FORCE|MNT_DETACH|MNT_EXPIRE|UMOUNT_NOFOLLOW"));
    TELL(syscall(SYS_umount2, NULL, 0x80000000U), "umount2(NULL, %s)", unnamed(0x80000000U, "MNT"));
#ifdef __i386__
    TELL(syscall(SYS_umount, "absent"), "umount(\"absent\")");
    TELL(syscall(SYS_umount, unreadable()), "umount(%s)", pointer(unreadable()));
#endif
    TELL(syscall(SYS_pivot_root, "absent", NULL), "pivot_root(\"absent\", NULL)");
    TELL(syscall(SYS_pivot_root, unreadable(), ""), "pivot_root(%s, \"\")", pointer(unreadable()));
    TELL(syscall(SYS_swapon, "absent", 0x38001), "swapon(\"absent\", %s|1)",
         named(0x38000, "SWAP_FLAG_PREFER|SWAP_FLAG_DISCARD|SWAP_FLAG_DISCARD_ONCE"));
}

static void tell_configuration(void) {
    TELL(syscall(SYS_fsopen, "no such type", 1), "fsopen(\"no such type\", %s)", NAMED(FSOPEN_CLOEXEC));
    TELL(syscall(SYS_fsopen, NULL, 0), "fsopen(NULL, 0)");
    TELL(syscall(SYS_fsopen, unreadable(), 0x80000000U), "fsopen(%s, %s)", pointer(unreadable()), unnamed(0x80000000U, "FSOPEN"));
    TELL(syscall(SYS_fspick, AT_FDCWD, "absent", 0xf), "fspick(%s, \"absent\", %s)", here(),
         named(0xf, "FSPICK_CLOEXEC|FSPICK_SYMLINK_NOFOLLOW|FSPICK_NO_AUTOMOUNT|FSPICK_EMPTY_PATH"));
    TELL(syscall(SYS_fspick, -1, NULL, 0x80000000U), "fspick(-1, NULL, %s)", unnamed(0x80000000U, "FSPICK"));
    TELL(syscall(SYS_fsconfig, -1, FSCONFIG_SET_FLAG, "ro", NULL, 0), "fsconfig(-1, %s, \"ro\", NULL, 0)", NAMED(FSCONFIG_SET_FLAG));
    TELL(syscall(SYS_fsconfig, -1, FSCONFIG_SET_STRING, "source", "value", 0), "fsconfig(-1, %s, \"source\", \"value\", 0)",
         NAMED(FSCONFIG_SET_STRING));
    TELL(syscall(SYS_fsconfig, -1, FSCONFIG_SET_BINARY, "key", "\1\2\377", 3), "fsconfig(-1, %s, \"key\", \"\\x01\\x02\\xff\", 3)",
         NAMED(FSCONFIG_SET_BINARY));
    TELL(syscall(SYS_fsconfig, -1, FSCONFIG_SET_PATH, "key", "path", AT_FDCWD), "fsconfig(-1, %s, \"key\", \"path\", %s)",
         NAMED(FSCONFIG_SET_PATH), here());
    TELL(syscall(SYS_fsconfig, -1, FSCONFIG_SET_PATH_EMPTY, "key", "", 5), "fsconfig(-1, %s, \"key\", \"\", 5)",
         NAMED(FSCONFIG_SET_PATH_EMPTY));
    TELL(syscall(SYS_fsconfig, -1, FSCONFIG_SET_FD, "key", NULL, 5), "fsconfig(-1, %s, \"key\", NULL, 5)", NAMED(FSCONFIG_SET_FD));
    TELL(syscall(SYS_fsconfig, -1, FSCONFIG_CMD_CREATE, NULL, NULL, 0), "fsconfig(-1, %s, NULL, NULL, 0)", NAMED(FSCONFIG_CMD_CREATE));
    TELL(syscall(SYS_fsconfig, -1, FSCONFIG_CMD_RECONFIGURE, unreadable(), unreadable(), 1), "fsconfig(-1, %s, %s, %s, 1)",
         NAMED(FSCONFIG_CMD_RECONFIGURE), pointer(unreadable()), pointer(unreadable()));
    TELL(syscall(SYS_fsconfig, -1, 8, NULL, NULL, 0), "fsconfig(-1, %s, NULL, NULL, 0)", named(8, "FSCONFIG_CMD_CREATE_EXCL"));
    TELL(syscall(SYS_fsconfig, -1, 99, NULL, "a", -1), "fsconfig(-1, %s, NULL, %s, -1)", unnamed(99, "FSCONFIG"), pointer("a"));
    TELL(syscall(SYS_fsconfig, -1, FSCONFIG_SET_STRING, unreadable(), unreadable(), 0), "fsconfig(-1, %s, %s, %s, 0)",
         NAMED(FSCONFIG_SET_STRING), pointer(unreadable()), pointer(unreadable()));
    TELL(
        syscall(SYS_fsmount, -1, FSMOUNT_CLOEXEC, 0x10003f), "fsmount(-1, %s, %s)", NAMED(FSMOUNT_CLOEXEC),
        named(0x10003f,
              "MOUNT_ATTR_RDONLY|MOUNT_ATTR_NOSUID|MOUNT_ATTR_NODEV|MOUNT_ATTR_NOEXEC|MOUNT_ATTR_NOATIME|MOUNT_ATTR_STRICTATIME|0x100000"));
    TELL(syscall(SYS_fsmount, -1, 0x80000000U, 0x80000000U), "fsmount(-1, %s, %s)", unnamed(0x80000000U, "FSMOUNT"),
         unnamed(0x80000000U, "MOUNT_ATTR"));
}

static void tell_trees(void) {
    TELL(syscall(SYS_open_tree, AT_FDCWD, "absent", 0x89901), "open_tree(%s, \"absent\", %s)", here(),
         named(0x89901, "OPEN_TREE_CLONE|OPEN_TREE_CLOEXEC|AT_SYMLINK_NOFOLLOW|AT_NO_AUTOMOUNT|AT_EMPTY_PATH|AT_RECURSIVE"));
    TELL(syscall(SYS_open_tree, -1, NULL, 0x40000000), "open_tree(-1, NULL, %s)", unnamed(0x40000000, "OPEN_TREE"));
    TELL(syscall(SYS_move_mount, AT_FDCWD, "absent", -1, "b", 0x377), "move_mount(%s, \"absent\", -1, \"b\", %s)", here(),
         named(0x377,
               "MOVE_MOUNT_F_SYMLINKS|MOVE_MOUNT_F_AUTOMOUNTS|MOVE_MOUNT_F_EMPTY_PATH|MOVE_MOUNT_T_SYMLINKS|MOVE_MOUNT_T_AUTOMOUNTS|MOVE_"
               "MOUNT_T_EMPTY_PATH|MOVE_MOUNT_SET_GROUP|MOVE_MOUNT_BENEATH"));
    TELL(syscall(SYS_move_mount, -1, NULL, AT_FDCWD, unreadable(), 0x80000000U), "move_mount(-1, NULL, %s, %s, %s)", here(),
         pointer(unreadable()), unnamed(0x80000000U, "MOVE_MOUNT"));
    const unsigned long long attributes[4] = {1, 0x2e, 1 << 18, 0xffffffff};
    const void* place = PUT(1, attributes);
    const char* all = text("{attr_set=%s, attr_clr=%s, propagation=%s, userns_fd=4294967295}", NAMED(MOUNT_ATTR_RDONLY),
                           named(0x2e, "MOUNT_ATTR_NOSUID|MOUNT_ATTR_NODEV|MOUNT_ATTR_NOEXEC|MOUNT_ATTR_STRICTATIME"), NAMED(MS_PRIVATE));
    TELL(syscall(SYS_mount_setattr, AT_FDCWD, "absent", AT_RECURSIVE, place, 32), "mount_setattr(%s, \"absent\", %s, %s, 32)", here(),
         NAMED(AT_RECURSIVE), all);
    TELL(syscall(SYS_mount_setattr, -1, "a", 0x80000000U, place, 31), "mount_setattr(-1, \"a\", %s, %s, 31)", unnamed(0x80000000U, "AT"),
         pointer(place));
    TELL(syscall(SYS_mount_setattr, -1, "a", 0, place, 33), "mount_setattr(-1, \"a\", 0, %.*s, ???}, 33)", (int)strlen(all) - 1, all);
    TELL(syscall(SYS_mount_setattr, -1, NULL, 0, NULL, 32), "mount_setattr(-1, NULL, 0, NULL, 32)");
    const void* half = PUT_SHORT(2, attributes, 1);
    TELL(syscall(SYS_mount_setattr, -1, unreadable(), 0, half, 32), "mount_setattr(-1, %s, 0, %s, 32)", pointer(unreadable()),
         pointer(half));
    TELL(syscall(open_tree_attr, -1, "a", 0, place, 32), "open_tree_attr(-1, \"a\", 0, %s, 32)", all);
    TELL(syscall(open_tree_attr, -1, "a", 0, place, 5), "open_tree_attr(-1, \"a\", 0, %s, 5)", pointer(place));
}

static void tell_calls(void) {
    tell_old();
    tell_configuration();
    tell_trees();
}

int main(int argc, char** argv) {
    enter_own_folder();
    const int status = tell_main(argc, argv, "");
    leave_own_folder();
    return status;
}
