/* clone3, unshare and setns with arguments that the kernel refuses. */
#define _GNU_SOURCE
#include <sched.h>
#include <signal.h>

#include "told.h"

/* linux/sched.h */
struct arguments {
    uint64_t flags, pidfd, child_tid, parent_tid, exit_signal, stack, stack_size, tls, set_tid, set_tid_size, cgroup;
    uint64_t more;
};

enum { whole_size = 88 };

#define CLONE3(arguments, size) syscall(SYS_clone3, (arguments), (size_t)(size))

/* A flag that a word of 32 bits has no room for. */
static const char* wide_flag(const char* number, const char* name) {
    return style == in_names ? name : style == in_numbers ? number : text("%s /* %s */", number, name);
}

static void tell_clone3(void) {
    const struct arguments none = {0};
    struct arguments set = none;
    TELL(CLONE3(NULL, 64), "clone3(NULL, 64)");
    TELL(CLONE3(unreadable(), whole_size), "clone3(%s, %d)", pointer(unreadable()), whole_size);
    TELL(CLONE3(PUT(1, none), 63), "clone3(%s, 63)", pointer(place_ends[1] - sizeof none));
    set.flags = 0x8000000000000000ULL;
    set.exit_signal = SIGCHLD;
    TELL(CLONE3(PUT_SHORT(1, set, 32), 64), "clone3({flags=%s, exit_signal=%s, stack=NULL, stack_size=0}, 64)",
         style == in_numbers ? "0x8000000000000000" : "0x8000000000000000 /* CLONE_??? */", named_decimal(SIGCHLD, "SIGCHLD"));
    set = none;
    set.flags = CLONE_VM | CLONE_SIGHAND | CLONE_PARENT_SETTID | CLONE_CHILD_SETTID | CLONE_PIDFD | CLONE_SETTLS | CLONE_DETACHED;
    set.pidfd = 1;
    set.child_tid = 2;
    set.parent_tid = 3;
    set.exit_signal = 0x1ff;
    set.stack = 4;
    set.stack_size = 5;
    set.tls = 6;
    TELL(CLONE3(PUT_SHORT(1, set, 8), whole_size),
         "clone3({flags=%s, pidfd=0x1, child_tid=0x2, parent_tid=0x3, exit_signal=511, stack=0x4, stack_size=0x5, tls=%s}, %d)",
         named(set.flags, "CLONE_VM|CLONE_SIGHAND|CLONE_PIDFD|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_SETTID|0x400000"), "0x6",
         whole_size);
    set = none;
    const int ids[] = {17, -1, 0x7fffffff};
    set.set_tid = (word)PUT(2, ids);
    set.set_tid_size = 3;
    set.exit_signal = ~0ULL;
    TELL(CLONE3(PUT_SHORT(1, set, 8), whole_size),
         "clone3({flags=0, exit_signal=%s, stack=NULL, stack_size=0, set_tid=[17, -1, 2147483647], set_tid_size=3}, %d)",
         "18446744073709551615", whole_size);
    set.set_tid_size = 33;
    TELL(CLONE3(PUT_SHORT(1, set, 16), 80),
         "clone3({flags=0, exit_signal=18446744073709551615, stack=NULL, stack_size=0, set_tid=%s, set_tid_size=33}, 80)",
         pointer(place_ends[2] - sizeof ids));
    set.set_tid = 0;
    set.set_tid_size = 1;
    set.flags = 0x200000000ULL;
    set.cgroup = 0xffffffff;
    set.exit_signal = 0;
    TELL(CLONE3(PUT_SHORT(1, set, 8), whole_size),
         "clone3({flags=%s, exit_signal=0, stack=NULL, stack_size=0, set_tid=NULL, set_tid_size=1, cgroup=4294967295}, %d)",
         wide_flag("0x200000000", "CLONE_INTO_CGROUP"), whole_size);
    set = none;
    set.stack = 0x1000;
    TELL(CLONE3(PUT(1, set), sizeof set), "clone3({flags=0, exit_signal=0, stack=0x1000, stack_size=0}, %zu)", sizeof set);
    set.more = 0x0102030405060708ULL;
    TELL(CLONE3(PUT(1, set), sizeof set),
         "clone3({flags=0, exit_signal=0, stack=0x1000, stack_size=0, /* bytes 88..95 */ "
         "\"\\x08\\x07\\x06\\x05\\x04\\x03\\x02\\x01\"}, %zu)",
         sizeof set);
    TELL(CLONE3(PUT_SHORT(1, set, 9), whole_size), "clone3(%s, %d)", pointer(place_ends[1] - whole_size + 1), whole_size);
    TELL(CLONE3(PUT_SHORT(1, set, 8), 4097), "clone3({flags=0, exit_signal=0, stack=0x1000, stack_size=0, ???}, 4097)");
}

static void tell_namespaces(void) {
    TELL(syscall(SYS_unshare, 0), "unshare(0)");
    TELL(syscall(SYS_unshare, 0x1000), "unshare(%s)", unnamed(0x1000, "CLONE"));
    TELL(syscall(SYS_unshare, CLONE_NEWNET | CLONE_PARENT), "unshare(%s)", named(CLONE_NEWNET | CLONE_PARENT, "CLONE_NEWNET|0x8000"));
    TELL(syscall(SYS_unshare, CLONE_NEWTIME | CLONE_THREAD), "unshare(%s)",
         named(CLONE_NEWTIME | CLONE_THREAD, "CLONE_NEWTIME|CLONE_THREAD"));
    TELL(syscall(SYS_setns, -1, CLONE_NEWUSER), "setns(-1, %s)", NAMED(CLONE_NEWUSER));
    TELL(syscall(SYS_setns, -100, 0), "setns(-100, 0)");
    TELL(syscall(SYS_setns, 99999, CLONE_NEWNS | CLONE_NEWPID | 1), "setns(99999, %s)",
         named(CLONE_NEWNS | CLONE_NEWPID | 1, "CLONE_NEWNS|CLONE_NEWPID|0x1"));
    TELL(syscall(SYS_setns, -1, 2), "setns(-1, %s)", style == in_numbers ? "0x2" : "0x2 /* CLONE_NEW??? */");
}

static void tell_calls(void) {
    tell_clone3();
    tell_namespaces();
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
