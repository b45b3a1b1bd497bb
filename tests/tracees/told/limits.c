/* Limits of resources, and what was used of them. */
#define _GNU_SOURCE
#include <sys/resource.h>

#include "told.h"

enum { missing = 0x7fffffff };

struct limits_64 {
    uint64_t current, most;
};
struct limits {
    word current, most;
};

static const char* of_64(uint64_t value) {
    if (value == UINT64_MAX) {
        return style == in_numbers ? "18446744073709551615"
                                   : text(style == in_names ? "RLIM64_INFINITY" : "18446744073709551615 /* RLIM64_INFINITY */");
    }
    if (value > 1024 && value % 1024 == 0) {
        const char* kilobytes = text("%llu*1024", (unsigned long long)(value / 1024));
        return style == in_names     ? kilobytes
               : style == in_numbers ? text("%llu", (unsigned long long)value)
                                     : text("%llu /* %s */", (unsigned long long)value, kilobytes);
    }
    return text("%llu", (unsigned long long)value);
}
static const char* of_word(word value) {
    if (value != (word)-1) {
        return of_64(value);
    }
    return sizeof(word) == 8     ? of_64(UINT64_MAX)
           : style == in_names   ? "RLIM_INFINITY"
           : style == in_numbers ? "4294967295"
                                 : "4294967295 /* RLIM_INFINITY */";
}

static void tell_limits(void) {
    const struct limits_64 some = {4096, UINT64_MAX};
    const struct limits_64* set = PUT(1, some);
    struct limits_64* old = PUT(2, some);
    TELL(syscall(SYS_prlimit64, 0, RLIMIT_CORE, NULL, old), "prlimit64(0, %s, NULL, {rlim_cur=%s, rlim_max=%s})", NAMED(RLIMIT_CORE),
         of_64(old->current), of_64(old->most));
    TELL(syscall(SYS_prlimit64, missing, RLIMIT_STACK, set, old), "prlimit64(%d, %s, {rlim_cur=%s, rlim_max=%s}, %s)", missing,
         NAMED(RLIMIT_STACK), of_64(4096), of_64(UINT64_MAX), pointer(old));
    const struct limits_64 others = {1023, 1025};
    TELL(syscall(SYS_prlimit64, missing, RLIMIT_RTTIME, PUT(1, others), NULL), "prlimit64(%d, %s, {rlim_cur=1023, rlim_max=1025}, NULL)",
         missing, NAMED(RLIMIT_RTTIME));
    const struct limits_64 edges = {1024, 2048};
    TELL(syscall(SYS_prlimit64, missing, RLIMIT_RTTIME, PUT(1, edges), NULL), "prlimit64(%d, %s, {rlim_cur=1024, rlim_max=%s}, NULL)",
         missing, NAMED(RLIMIT_RTTIME), of_64(2048));
    TELL(syscall(SYS_prlimit64, -1, 77, NULL, unreadable()), "prlimit64(-1, %s, NULL, %s)", unnamed(77, "RLIMIT"), pointer(unreadable()));
    TELL(syscall(SYS_prlimit64, 0, RLIMIT_AS, unreadable(), old), "prlimit64(0, %s, %s, %s)", NAMED(RLIMIT_AS), pointer(unreadable()),
         pointer(old));
    TELL(syscall(SYS_prlimit64, 0, -1, PUT_SHORT(3, some, 1), NULL), "prlimit64(0, %s, %s, NULL)", unnamed(0xffffffff, "RLIMIT"),
         pointer(place_ends[3] - 15));

    const struct limits words = {4096, (word)-1};
    struct limits* got = PUT(4, words);
    TELL(syscall(SYS_setrlimit, 77, got), "setrlimit(%s, {rlim_cur=%s, rlim_max=%s})", unnamed(77, "RLIMIT"), of_word(4096),
         of_word((word)-1));
#ifdef SYS_ugetrlimit
    TELL(syscall(SYS_ugetrlimit, RLIMIT_NOFILE, got), "ugetrlimit(%s, {rlim_cur=%s, rlim_max=%s})", NAMED(RLIMIT_NOFILE),
         of_word(got->current), of_word(got->most));
    TELL(syscall(SYS_ugetrlimit, 99, got), "ugetrlimit(%s, %s)", unnamed(99, "RLIMIT"), pointer(got));
#endif
    TELL(syscall(SYS_getrlimit, RLIMIT_NOFILE, got), "getrlimit(%s, {rlim_cur=%s, rlim_max=%s})", NAMED(RLIMIT_NOFILE),
         of_word(got->current), of_word(got->most));
    TELL(syscall(SYS_getrlimit, RLIMIT_DATA, NULL), "getrlimit(%s, NULL)", NAMED(RLIMIT_DATA));
    TELL(syscall(SYS_getrlimit, 99, got), "getrlimit(%s, %s)", unnamed(99, "RLIMIT"), pointer(got));
    TELL(syscall(SYS_setrlimit, RLIMIT_DATA, unreadable()), "setrlimit(%s, %s)", NAMED(RLIMIT_DATA), pointer(unreadable()));
}

static const char* of_usage(const struct rusage* it) {
    const char* times = text("{ru_utime={tv_sec=%ld, tv_usec=%ld}, ru_stime={tv_sec=%ld, tv_usec=%ld}", (long)it->ru_utime.tv_sec,
                             (long)it->ru_utime.tv_usec, (long)it->ru_stime.tv_sec, (long)it->ru_stime.tv_usec);
    const char* counts = text(
        "ru_maxrss=%ld, ru_ixrss=%ld, ru_idrss=%ld, ru_isrss=%ld, ru_minflt=%ld, ru_majflt=%ld, ru_nswap=%ld, ru_inblock=%ld, "
        "ru_oublock=%ld, ru_msgsnd=%ld, ru_msgrcv=%ld, ru_nsignals=%ld, ru_nvcsw=%ld, ru_nivcsw=%ld",
        it->ru_maxrss, it->ru_ixrss, it->ru_idrss, it->ru_isrss, it->ru_minflt, it->ru_majflt, it->ru_nswap, it->ru_inblock, it->ru_oublock,
        it->ru_msgsnd, it->ru_msgrcv, it->ru_nsignals, it->ru_nvcsw, it->ru_nivcsw);
    return text("%s, %s}", times, either("...", counts));
}

static void tell_usage(void) {
    const struct rusage before = {{0, 0}, {0, 0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}};
    struct rusage* got = PUT(1, before);
    TELL(syscall(SYS_getrusage, RUSAGE_SELF, got), "getrusage(%s, %s)", NAMED(RUSAGE_SELF), of_usage(got));
    TELL(syscall(SYS_getrusage, RUSAGE_CHILDREN, got), "getrusage(%s, %s)", named(0xffffffff, "RUSAGE_CHILDREN"), of_usage(got));
    TELL(syscall(SYS_getrusage, RUSAGE_THREAD, NULL), "getrusage(%s, NULL)", NAMED(RUSAGE_THREAD));
    TELL(syscall(SYS_getrusage, RUSAGE_SELF, unreadable()), "getrusage(%s, %s)", NAMED(RUSAGE_SELF), pointer(unreadable()));
    TELL(syscall(SYS_getrusage, 7, got), "getrusage(%s, %s)", unnamed(7, "RUSAGE"), pointer(got));
}

static void tell_calls(void) {
    tell_limits();
    tell_usage();
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
