/* Policies, priorities and processors that processes run on: valid, NULL, unreadable, short, long, and odd. */
#define _GNU_SOURCE
#include <sched.h>
#include <sys/resource.h>

#include "told.h"

/* linux/sched/types.h */
struct attributes {
    uint32_t size, sched_policy;
    uint64_t sched_flags;
    int32_t sched_nice;
    uint32_t sched_priority;
    uint64_t sched_runtime, sched_deadline, sched_period;
    uint32_t sched_util_min, sched_util_max;
    uint64_t more;
};

enum { missing = 0x7fffffff };

static void tell_policies(void) {
    const struct sched_param nine = {9};
    const void* parameters = PUT(1, nine);
    TELL(syscall(SYS_sched_setscheduler, missing, SCHED_FIFO, parameters), "sched_setscheduler(%d, %s, {sched_priority=9})", missing,
         NAMED(SCHED_FIFO));
    TELL(syscall(SYS_sched_setscheduler, missing, SCHED_BATCH | 0x40000000, parameters), "sched_setscheduler(%d, %s, {sched_priority=9})",
         missing, unnamed(0x40000003, "SCHED"));
    TELL(syscall(SYS_sched_setscheduler, -1, 0x77, NULL), "sched_setscheduler(-1, %s, NULL)", unnamed(0x77, "SCHED"));
    TELL(syscall(SYS_sched_setscheduler, 0, SCHED_IDLE, unreadable()), "sched_setscheduler(0, %s, %s)", NAMED(SCHED_IDLE),
         pointer(unreadable()));
    TELL(syscall(SYS_sched_setparam, 0, parameters), "sched_setparam(0, {sched_priority=9})");
    TELL(syscall(SYS_sched_setparam, 0, PUT_SHORT(2, nine, 1)), "sched_setparam(0, %s)", pointer(place_ends[2] - 3));
    TELL(syscall(SYS_sched_setparam, -1, NULL), "sched_setparam(-1, NULL)");
    TELL(syscall(SYS_sched_getparam, 0, parameters), "sched_getparam(0, {sched_priority=0})");
    TELL(syscall(SYS_sched_getparam, 0, NULL), "sched_getparam(0, NULL)");
    TELL(syscall(SYS_sched_getparam, missing, parameters), "sched_getparam(%d, %s)", missing, pointer(parameters));
    TELL_AS(syscall(SYS_sched_getscheduler, 0), "sched_getscheduler(0) = 0 (SCHED_OTHER)");
    TELL(syscall(SYS_sched_getscheduler, -1), "sched_getscheduler(-1)");
    TELL(syscall(SYS_sched_get_priority_max, SCHED_RR), "sched_get_priority_max(%s)", NAMED(SCHED_RR));
    TELL(syscall(SYS_sched_get_priority_min, 0x99), "sched_get_priority_min(%s)", unnamed(0x99, "SCHED"));
    TELL(syscall(SYS_sched_rr_get_interval, 0, NULL), "sched_rr_get_interval(0, NULL)");
    TELL(syscall(SYS_sched_rr_get_interval, -1, unreadable()), "sched_rr_get_interval(-1, %s)", pointer(unreadable()));
}

static void tell_attributes(void) {
    const struct attributes all = {56, SCHED_DEADLINE, 0x7f, -5, 77, ~0ULL, 2, 3, 4, 0xffffffff, 0};
    struct attributes set = all;
    TELL(syscall(SYS_sched_setattr, missing, PUT(1, set), 0),
         "sched_setattr(%d, {size=56, sched_flags=%s, sched_util_min=4, sched_util_max=4294967295}, 0)", missing,
         named(0x7f,
               "SCHED_FLAG_RESET_ON_FORK|SCHED_FLAG_RECLAIM|SCHED_FLAG_DL_OVERRUN|SCHED_FLAG_KEEP_POLICY|SCHED_FLAG_KEEP_PARAMS|"
               "SCHED_FLAG_UTIL_CLAMP_MIN|SCHED_FLAG_UTIL_CLAMP_MAX"));
    set.size = 48;
    set.sched_policy = 0xbad;
    set.sched_flags = 0x8000000000000000ULL;
    TELL(syscall(SYS_sched_setattr, missing, PUT_SHORT(1, set, 16), 7),
         "sched_setattr(%d, {size=48, sched_policy=%s, sched_flags=%s, sched_nice=-5, sched_priority=77, "
         "sched_runtime=18446744073709551615, "
         "sched_deadline=2, sched_period=3}, 7)",
         missing, unnamed(0xbad, "SCHED"), style == in_numbers ? "0x8000000000000000" : "0x8000000000000000 /* SCHED_FLAG_??? */");
    set = all;
    set.size = 0;
    set.sched_flags = 0;
    TELL(syscall(SYS_sched_setattr, missing, PUT_SHORT(1, set, 16), 0),
         "sched_setattr(%d, {size=0, sched_policy=%s, sched_flags=0, sched_nice=-5, sched_priority=77, sched_runtime=18446744073709551615, "
         "sched_deadline=2, sched_period=3}, 0)",
         missing, NAMED(SCHED_DEADLINE));
    set.size = 47;
    char* here = PUT(1, set);
    TELL(syscall(SYS_sched_setattr, missing, here, 0), "sched_setattr(%d, {size=47} => {size=56}, 0)", missing);
    set.size = 64;
    TELL(
        syscall(SYS_sched_setattr, missing, PUT(1, set), 0),
        "sched_setattr(%d, {size=64, sched_policy=%s, sched_flags=0, sched_nice=-5, sched_priority=77, sched_runtime=18446744073709551615, "
        "sched_deadline=2, sched_period=3, sched_util_min=4, sched_util_max=4294967295, ...}, 0)",
        missing, NAMED(SCHED_DEADLINE));
    set.size = 48;
    TELL(syscall(SYS_sched_setattr, missing, here = PUT_SHORT(1, set, 17), 0), "sched_setattr(%d, %s, 0)", missing, pointer(here));
    TELL(syscall(SYS_sched_setattr, 0, NULL, 1), "sched_setattr(0, NULL, 1)");
    TELL(syscall(SYS_sched_setattr, -1, unreadable(), -1), "sched_setattr(-1, %s, 4294967295)", pointer(unreadable()));
    TELL(syscall(SYS_sched_getattr, 0, NULL, 48, 0), "sched_getattr(0, NULL, 48, 0)");
    TELL(syscall(SYS_sched_getattr, 0, unreadable(), 48, 0), "sched_getattr(0, %s, 48, 0)", pointer(unreadable()));
    TELL(syscall(SYS_sched_getattr, 0, here, 47, 1), "sched_getattr(0, %s, 47, 1)", pointer(here));
    TELL(syscall(SYS_sched_getattr, -1, here, 48, 0), "sched_getattr(-1, %s, 48, 0)", pointer(here));
    TELL(syscall(SYS_sched_getattr, missing, here, -1, -1), "sched_getattr(%d, %s, 4294967295, 4294967295)", missing, pointer(here));
}

static void tell_processors(void) {
    const unsigned long first[16] = {1};
    unsigned long* mask = PUT(1, first);
    TELL(syscall(SYS_sched_setaffinity, missing, 8, mask), "sched_setaffinity(%d, 8, [0])", missing);
    TELL(syscall(SYS_sched_setaffinity, missing, 0, mask), "sched_setaffinity(%d, 0, [])", missing);
    TELL(syscall(SYS_sched_setaffinity, missing, 8, NULL), "sched_setaffinity(%d, 8, NULL)", missing);
    TELL(syscall(SYS_sched_setaffinity, missing, 8, unreadable()), "sched_setaffinity(%d, 8, %s)", missing, pointer(unreadable()));
    const unsigned char some[] = {0x83, 0, 0, 0, 0, 0, 0, 0x80};
    TELL(syscall(SYS_sched_setaffinity, missing, 8, PUT(2, some)), "sched_setaffinity(%d, 8, [0 1 7 63])", missing);
    TELL(syscall(SYS_sched_setaffinity, missing, 9, place_ends[2] - 8), "sched_setaffinity(%d, 9, %s)", missing,
         pointer(place_ends[2] - 8));
    TELL(syscall(SYS_sched_getaffinity, 0, 128, NULL), "sched_getaffinity(0, 128, NULL)");
    TELL(syscall(SYS_sched_getaffinity, 0, 3, mask), "sched_getaffinity(0, 3, %s)", pointer(mask));
    TELL(syscall(SYS_sched_getaffinity, missing, 128, mask), "sched_getaffinity(%d, 128, %s)", missing, pointer(mask));
    TELL(syscall(SYS_sched_getaffinity, 0, 128, unreadable()), "sched_getaffinity(0, 128, %s)", pointer(unreadable()));
    unsigned* processor = PUT(3, first[0]);
    unsigned* node = PUT(4, first[0]);
    TELL(syscall(SYS_getcpu, processor, node, NULL), "getcpu([%u], [%u], NULL)", *processor, *node);
    TELL(syscall(SYS_getcpu, NULL, NULL, unreadable()), "getcpu(NULL, NULL, %s)", pointer(unreadable()));
    TELL(syscall(SYS_getcpu, unreadable(), node, NULL), "getcpu(%s, %s, NULL)", pointer(unreadable()), pointer(node));
}

static const char* priority(int value, const char* class, int data) {
    return named_decimal(value, text("IOPRIO_PRIO_VALUE(%s, %d)", class, data));
}

static void tell_priorities(void) {
    TELL(syscall(SYS_getpriority, PRIO_PROCESS, 0), "getpriority(%s, 0)", NAMED(PRIO_PROCESS));
    TELL(syscall(SYS_getpriority, PRIO_PGRP, missing), "getpriority(%s, %d)", NAMED(PRIO_PGRP), missing);
    TELL(syscall(SYS_getpriority, 3, -1), "getpriority(%s, -1)", unnamed(3, "PRIO"));
    TELL(syscall(SYS_setpriority, PRIO_USER, missing, -20), "setpriority(%s, %d, -20)", NAMED(PRIO_USER), missing);
    TELL(syscall(SYS_setpriority, -1, -2, 99), "setpriority(%s, -2, 99)", unnamed(0xffffffff, "PRIO"));
    TELL(syscall(SYS_ioprio_get, 1, missing), "ioprio_get(%s, %d)", named(1, "IOPRIO_WHO_PROCESS"), missing);
    TELL(syscall(SYS_ioprio_get, 4, -1), "ioprio_get(%s, -1)", unnamed(4, "IOPRIO_WHO"));
    TELL(syscall(SYS_ioprio_set, 2, missing, 0x4003), "ioprio_set(%s, %d, %s)", named(2, "IOPRIO_WHO_PGRP"), missing,
         priority(0x4003, named(2, "IOPRIO_CLASS_BE"), 3));
    TELL(syscall(SYS_ioprio_set, 3, missing, -1), "ioprio_set(%s, %d, %s)", named(3, "IOPRIO_WHO_USER"), missing,
         priority(-1, unnamed(0x7ffff, "IOPRIO_CLASS"), 8191));
}

static void tell_calls(void) {
    tell_policies();
    tell_attributes();
    tell_processors();
    tell_priorities();
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
