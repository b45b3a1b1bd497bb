/* Users, groups and capabilities of processes: asked for, and set to what cannot be set. */
#define _GNU_SOURCE
#include "told.h"

enum { missing = 0x7fffffff };

#ifdef SYS_setresuid32
#define OF_32(name) SYS_##name##32
#define SUFFIX "32"
#else
#define OF_32(name) SYS_##name
#define SUFFIX ""
#endif

static void tell_ids(void) {
    const unsigned none = 0;
    unsigned* real = PUT(1, none);
    unsigned* effective = PUT(2, none);
    unsigned* saved = PUT(3, none);
    TELL(syscall(OF_32(getresuid), real, effective, saved), "getresuid" SUFFIX "([%u], [%u], [%u])", *real, *effective, *saved);
    TELL(syscall(OF_32(getresgid), real, effective, saved), "getresgid" SUFFIX "([%u], [%u], [%u])", *real, *effective, *saved);
    TELL(syscall(OF_32(getresuid), NULL, effective, saved), "getresuid" SUFFIX "(NULL, %s, %s)", pointer(effective), pointer(saved));
    TELL(syscall(OF_32(getresgid), real, unreadable(), NULL), "getresgid" SUFFIX "(%s, %s, NULL)", pointer(real), pointer(unreadable()));
    TELL(syscall(OF_32(setresuid), -1, -1, -1), "setresuid" SUFFIX "(-1, -1, -1)");
    TELL(syscall(OF_32(setresgid), -1, -1, -1), "setresgid" SUFFIX "(-1, -1, -1)");
    TELL(syscall(OF_32(setreuid), -1, -1), "setreuid" SUFFIX "(-1, -1)");
    TELL(syscall(OF_32(setregid), -1, -1), "setregid" SUFFIX "(-1, -1)");
    TELL(syscall(OF_32(setfsuid), -1), "setfsuid" SUFFIX "(-1)");
    TELL(syscall(OF_32(setfsgid), -1), "setfsgid" SUFFIX "(-1)");
    TELL(syscall(OF_32(setuid), -1), "setuid" SUFFIX "(-1)");
    TELL(syscall(OF_32(setgid), -1), "setgid" SUFFIX "(-1)");
#ifdef SYS_setresuid32
    TELL(syscall(SYS_setresuid, 0xffff, 0xffff, 0xffff), "setresuid(-1, -1, -1)");
    TELL(syscall(SYS_setreuid, 0xffff, 0xffff), "setreuid(-1, -1)");
    const unsigned short short_id = 7;
    unsigned short* first = PUT(1, short_id);
    unsigned short* second = PUT(2, short_id);
    unsigned short* third = PUT(3, short_id);
    TELL(syscall(SYS_getresuid, first, second, third), "getresuid([%u], [%u], [%u])", *first, *second, *third);
#endif
    TELL(syscall(SYS_getpgid, missing), "getpgid(%d)", missing);
    TELL(syscall(SYS_getsid, -1), "getsid(-1)");
    TELL(syscall(SYS_setpgid, missing, 1), "setpgid(%d, 1)", missing);
    TELL(syscall(SYS_setpgid, 0, -1), "setpgid(0, -1)");
}

static void tell_groups(void) {
    const unsigned ids[] = {0, 1, 0xffffffff};
    const void* list = PUT(1, ids);
    TELL(syscall(OF_32(setgroups), 65537, list), "setgroups" SUFFIX "(65537, %s)", pointer(list));
    TELL(syscall(OF_32(setgroups), 2, unreadable()), "setgroups" SUFFIX "(2, %s)", pointer(unreadable()));
    TELL(syscall(OF_32(setgroups), -1, NULL), "setgroups" SUFFIX "(-1, NULL)");
    TELL(syscall(OF_32(getgroups), -1, list), "getgroups" SUFFIX "(-1, %s)", pointer(list));
    TELL(syscall(OF_32(getgroups), 0, NULL), "getgroups" SUFFIX "(0, NULL)");
}

struct header {
    uint32_t version;
    int32_t pid;
};
struct capabilities {
    uint32_t effective, permitted, inheritable;
};

static void tell_capabilities(void) {
    const struct header third = {0x20080522, 0}, first = {0x19980330, missing}, odd = {0x77, -1};
    const struct capabilities none[2] = {{0, 0, 0}, {0, 0, 0}};
    const struct capabilities* data = PUT(2, none);
    const char* version_3 = named(0x20080522, "_LINUX_CAPABILITY_VERSION_3");
    TELL(syscall(SYS_capget, PUT(1, third), NULL), "capget({version=%s, pid=0}, NULL)", version_3);
    TELL(syscall(SYS_capget, PUT(1, first), data), "capget({version=%s, pid=%d}, %s)", named(0x19980330, "_LINUX_CAPABILITY_VERSION_1"),
         missing, pointer(data));
    const struct header* changed = PUT(1, odd);
    TELL(syscall(SYS_capget, changed, data), "capget({version=%s, pid=-1}, %s)", unnamed(0x77, "_LINUX_CAPABILITY_VERSION"), pointer(data));
    TELL(syscall(SYS_capget, NULL, data), "capget(NULL, %s)", pointer(data));
    TELL(syscall(SYS_capget, unreadable(), unreadable()), "capget(%s, %s)", pointer(unreadable()), pointer(unreadable()));
    const struct header other = {0x20080522, missing};
    TELL(syscall(SYS_capset, PUT(1, other), PUT(2, none)), "capset({version=%s, pid=%d}, {effective=0, permitted=0, inheritable=0})",
         version_3, missing);
    const struct capabilities few[2] = {{0x21, 0x80000000, 2}, {0x300, 0, 0x100}};
    TELL(syscall(SYS_capset, PUT(1, other), PUT(2, few)), "capset({version=%s, pid=%d}, {effective=%s, permitted=%s, inheritable=%s})",
         version_3, missing, text("%s|%s", named(0x21, "1<<CAP_CHOWN|1<<CAP_KILL"), named(0x300, "1<<CAP_CHECKPOINT_RESTORE|0x200")),
         named(0x80000000, "1<<CAP_SETFCAP"), text("%s|%s", named(2, "1<<CAP_DAC_OVERRIDE"), named(0x100, "1<<CAP_CHECKPOINT_RESTORE")));
    TELL(syscall(SYS_capset, PUT(1, other), unreadable()), "capset({version=%s, pid=%d}, %s)", version_3, missing, pointer(unreadable()));
    TELL(syscall(SYS_capset, NULL, NULL), "capset(NULL, NULL)");
}

static void tell_calls(void) {
    tell_ids();
    tell_groups();
    tell_capabilities();
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
