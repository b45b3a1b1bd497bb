/* Rules that processes put on themselves: landlock and filters of calls, with what the kernel refuses. */
#define _GNU_SOURCE
#include <linux/filter.h>
#include <linux/seccomp.h>

#include "told.h"

enum { create_ruleset = 444, add_rule, restrict_self };

static void tell_rulesets(void) {
    const uint64_t rights[4] = {0x3, 0x1, 0x80000000, 0};
    const uint64_t* here = PUT(1, rights);
    const char* files = named(0x3, "LANDLOCK_ACCESS_FS_EXECUTE|LANDLOCK_ACCESS_FS_WRITE_FILE");
    TELL(syscall(create_ruleset, here, 8L, 2), "landlock_create_ruleset({handled_access_fs=%s}, 8, %s)", files,
         named(2, "LANDLOCK_CREATE_RULESET_ERRATA"));
    TELL(syscall(create_ruleset, here, 16L, 0), "landlock_create_ruleset({handled_access_fs=%s, handled_access_net=%s}, 16, 0)", files,
         named(1, "LANDLOCK_ACCESS_NET_BIND_TCP"));
    TELL(syscall(create_ruleset, here, 24L, 0x70),
         "landlock_create_ruleset({handled_access_fs=%s, handled_access_net=%s, scoped=%s}, 24, %s)", files,
         named(1, "LANDLOCK_ACCESS_NET_BIND_TCP"), unnamed(0x80000000, "LANDLOCK_SCOPE"), unnamed(0x70, "LANDLOCK_CREATE_RULESET"));
    TELL(syscall(create_ruleset, here, 32L, 0x70),
         "landlock_create_ruleset({handled_access_fs=%s, handled_access_net=%s, scoped=%s, ...}, 32, %s)", files,
         named(1, "LANDLOCK_ACCESS_NET_BIND_TCP"), unnamed(0x80000000, "LANDLOCK_SCOPE"), unnamed(0x70, "LANDLOCK_CREATE_RULESET"));
    TELL(syscall(create_ruleset, here, 7L, 0), "landlock_create_ruleset(%s, 7, 0)", pointer(here));
    TELL(syscall(create_ruleset, place_ends[1] - 8, 16L, 0), "landlock_create_ruleset(%s, 16, 0)", pointer(place_ends[1] - 8));
    TELL_AS(syscall(create_ruleset, NULL, 0L, 1), "landlock_create_ruleset(NULL, 0, %s) = %s", named(1, "LANDLOCK_CREATE_RULESET_VERSION"),
            result == -1 ? text("-1 %s (%s)", strerrorname_np(error), strerror(error)) : text("%ld", result));
    TELL(syscall(create_ruleset, unreadable(), -1L, 0), "landlock_create_ruleset(%s, %lu, 0)", pointer(unreadable()), (word)-1);
}

static void tell_rules(void) {
    const struct {
        uint64_t allowed;
        int32_t parent;
    } __attribute__((packed)) path = {0x8000000000000004ULL, -100};
    TELL(syscall(add_rule, -1, 1, PUT(1, path), 0), "landlock_add_rule(-1, %s, {allowed_access=%s, parent_fd=%s}, 0)",
         named(1, "LANDLOCK_RULE_PATH_BENEATH"),
         style == in_names     ? "LANDLOCK_ACCESS_FS_READ_FILE|0x8000000000000000"
         : style == in_numbers ? "0x8000000000000004"
                               : "0x8000000000000004 /* LANDLOCK_ACCESS_FS_READ_FILE|0x8000000000000000 */",
         "-100");
    TELL(syscall(add_rule, -2, 1, PUT_SHORT(1, path, 1), 7), "landlock_add_rule(-2, %s, %s, 0x7)", named(1, "LANDLOCK_RULE_PATH_BENEATH"),
         pointer(place_ends[1] - 11));
    const uint64_t port[2] = {3, 70000};
    TELL(syscall(add_rule, -1, 2, PUT(1, port), 0), "landlock_add_rule(-1, %s, {allowed_access=%s, port=70000}, 0)",
         named(2, "LANDLOCK_RULE_NET_PORT"), named(3, "LANDLOCK_ACCESS_NET_BIND_TCP|LANDLOCK_ACCESS_NET_CONNECT_TCP"));
    TELL(syscall(add_rule, -1, 99, place_ends[1] - 16, -1), "landlock_add_rule(-1, %s, %s, 0xffffffff)", unnamed(99, "LANDLOCK_RULE"),
         pointer(place_ends[1] - 16));
    TELL(syscall(add_rule, -1, 2, NULL, 0), "landlock_add_rule(-1, %s, NULL, 0)", named(2, "LANDLOCK_RULE_NET_PORT"));
    TELL(syscall(restrict_self, -1, 0), "landlock_restrict_self(-1, 0)");
    TELL(
        syscall(restrict_self, -2, 7), "landlock_restrict_self(-2, %s)",
        named(7,
              "LANDLOCK_RESTRICT_SELF_LOG_SAME_EXEC_OFF|LANDLOCK_RESTRICT_SELF_LOG_NEW_EXEC_ON|LANDLOCK_RESTRICT_SELF_LOG_SUBDOMAINS_OFF"));
}

static void tell_filters(void) {
    /* The first of them is none: the kernel refuses the program. */
    struct sock_filter statements[] = {
        {0xffff, 0, 0, 1}, {0x20, 0, 0, 4}, {0x15, 1, 2, 0xc000003e}, {6, 0, 0, 0x7fff0000}, {6, 0, 0, 0x50001}};
    const struct sock_fprog program = {5, statements};
    const char* all = text(
        "[BPF_STMT(%s|%s|%s, 0x1), BPF_STMT(%s|%s|%s, 0x4), BPF_JUMP(%s|%s|%s, 0xc000003e, 0x1, 0x2), BPF_STMT(%s|%s, %s), "
        "BPF_STMT(%s|%s, %s|0x1)]",
        named(7, "BPF_MISC"), unnamed(0xf8, "BPF"), "0xff00 /* BPF_??? */", named(0, "BPF_LD"), named(0, "BPF_W"), named(0x20, "BPF_ABS"),
        named(5, "BPF_JMP"), named(0, "BPF_K"), named(0x10, "BPF_JEQ"), named(6, "BPF_RET"), named(0, "BPF_K"),
        named(0x7fff0000, "SECCOMP_RET_ALLOW"), named(6, "BPF_RET"), named(0, "BPF_K"), named(0x50000, "SECCOMP_RET_ERRNO"));
    TELL(syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0x2, PUT(1, program)), "seccomp(%s, %s, {len=5, filter=%s})",
         named(1, "SECCOMP_SET_MODE_FILTER"), named(2, "SECCOMP_FILTER_FLAG_LOG"), either(pointer(statements), all));
    TELL(syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0x80, NULL), "seccomp(%s, %s, NULL)", named(1, "SECCOMP_SET_MODE_FILTER"),
         unnamed(0x80, "SECCOMP_FILTER_FLAG"));
    TELL(syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 1, unreadable()), "seccomp(%s, %s, %s)", named(1, "SECCOMP_SET_MODE_FILTER"),
         named(1, "SECCOMP_FILTER_FLAG_TSYNC"), pointer(unreadable()));
    TELL(syscall(SYS_seccomp, SECCOMP_SET_MODE_STRICT, 1, 5L), "seccomp(%s, 0x1, 0x5)", named(0, "SECCOMP_SET_MODE_STRICT"));
    const uint32_t action = 0x7ffc0000;
    TELL(syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, PUT(2, action)), "seccomp(%s, 0, [%s])", named(2, "SECCOMP_GET_ACTION_AVAIL"),
         named(0x7ffc0000, "SECCOMP_RET_LOG"));
    TELL(syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 5, NULL), "seccomp(%s, 0x5, NULL)", named(2, "SECCOMP_GET_ACTION_AVAIL"));
    const struct { uint16_t notif, response, data; } sizes = {1, 2, 3};
    const uint16_t* got = PUT(3, sizes);
    TELL(syscall(SYS_seccomp, SECCOMP_GET_NOTIF_SIZES, 0, got),
         "seccomp(%s, 0, {seccomp_notif=%u, seccomp_notif_resp=%u, seccomp_data=%u})", named(3, "SECCOMP_GET_NOTIF_SIZES"), got[0], got[1],
         got[2]);
    TELL(syscall(SYS_seccomp, SECCOMP_GET_NOTIF_SIZES, 0, unreadable()), "seccomp(%s, 0, %s)", named(3, "SECCOMP_GET_NOTIF_SIZES"),
         pointer(unreadable()));
    TELL(syscall(SYS_seccomp, 99, -1, 5L), "seccomp(%s, 0xffffffff, 0x5)", unnamed(99, "SECCOMP_SET_MODE"));
}

static void tell_calls(void) {
    tell_rulesets();
    tell_rules();
    tell_filters();
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
