/* prctl, each code with what it takes, with nothing, with too much, and with memory that cannot be read. */
#define _GNU_SOURCE
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <linux/securebits.h>
#include <signal.h>
#include <sys/prctl.h>

#include "told.h"

struct code {
    unsigned number;
    const char* name;
};

#define CODE(name) \
    { name, #name }

static const struct code alone[] = {CODE(PR_GET_KEEPCAPS),
                                    CODE(PR_GET_TIMING),
                                    CODE(PR_GET_SECCOMP),
                                    CODE(PR_GET_TIMERSLACK),
                                    CODE(PR_GET_FP_MODE),
                                    CODE(PR_SVE_GET_VL),
                                    CODE(PR_TASK_PERF_EVENTS_DISABLE),
                                    CODE(PR_TASK_PERF_EVENTS_ENABLE)};
static const struct code numbers[] = {CODE(PR_SET_KEEPCAPS), CODE(PR_SET_TIMING), CODE(PR_SET_FPEMU),
                                      CODE(PR_SET_FPEXC),    CODE(PR_SET_ENDIAN), CODE(PR_SET_CHILD_SUBREAPER)};
static const struct code strict_numbers[] = {CODE(PR_SET_NO_NEW_PRIVS), CODE(PR_SET_THP_DISABLE), CODE(PR_SET_IO_FLUSHER)};
static const struct code strict[] = {CODE(PR_GET_NO_NEW_PRIVS),      CODE(PR_GET_THP_DISABLE),        CODE(PR_GET_IO_FLUSHER),
                                     CODE(PR_MPX_ENABLE_MANAGEMENT), CODE(PR_MPX_DISABLE_MANAGEMENT), CODE(PR_GET_TAGGED_ADDR_CTRL),
                                     CODE(PR_PAC_GET_ENABLED_KEYS)};
static const struct code behind[] = {CODE(PR_GET_FPEMU),     CODE(PR_GET_FPEXC),           CODE(PR_GET_ENDIAN), CODE(PR_GET_UNALIGN),
                                     CODE(PR_GET_PDEATHSIG), CODE(PR_GET_CHILD_SUBREAPER), CODE(PR_GET_TSC)};
static const word odd = (word)-3;

#define EACH(code, codes) for (const struct code* code = (codes); code != (codes) + sizeof(codes) / sizeof *(codes); ++(code))

static void tell_codes_without_arguments(void) {
    EACH(code, alone) { TELL(syscall(SYS_prctl, code->number, odd, 2, 3, 4), "prctl(%s)", named(code->number, code->name)); }
    EACH(code, strict) {
        TELL(syscall(SYS_prctl, code->number, odd, 0, 0, 4), "prctl(%s, %#lx, 0, 0, 0x4)", named(code->number, code->name), odd);
    }
}

static void tell_codes_with_numbers(void) {
    EACH(code, numbers) { TELL(syscall(SYS_prctl, code->number, odd, 2, 3, 4), "prctl(%s, %lu)", named(code->number, code->name), odd); }
    EACH(code, strict_numbers) {
        TELL(syscall(SYS_prctl, code->number, odd, 2, 3, 4), "prctl(%s, %lu, 0x2, 0x3, 0x4)", named(code->number, code->name), odd);
    }
    TELL(syscall(SYS_prctl, PR_SET_TIMERSLACK, 70000, 2), "prctl(%s, 70000)", NAMED(PR_SET_TIMERSLACK));
    TELL(syscall(SYS_prctl, PR_SET_TIMERSLACK, odd, 2), "prctl(%s, %s)", NAMED(PR_SET_TIMERSLACK), sizeof(word) == 8 ? "-3" : "4294967293");
    TELL(syscall(SYS_prctl, 0xdeadU, 1, 2, 3, odd), "prctl(%s, 0x1, 0x2, 0x3, %#lx)", unnamed(0xdead, "PR"), odd);
    TELL(syscall(SYS_prctl, -1, 0, 0, 0, 0), "prctl(%s, 0, 0, 0, 0)", unnamed(0xffffffffU, "PR"));
}

static void tell_codes_with_pointers(void) {
    EACH(code, behind) {
        TELL(syscall(SYS_prctl, code->number, NULL, 2), "prctl(%s, NULL)", named(code->number, code->name));
        TELL(syscall(SYS_prctl, code->number, unreadable(), 2), "prctl(%s, %s)", named(code->number, code->name), pointer(unreadable()));
    }
    const int before = -1;
    const int* got = PUT(1, before);
    TELL(syscall(SYS_prctl, PR_SET_PDEATHSIG, SIGUSR1), "prctl(%s, %s)", NAMED(PR_SET_PDEATHSIG), named_decimal(SIGUSR1, "SIGUSR1"));
    TELL(syscall(SYS_prctl, PR_GET_PDEATHSIG, got), "prctl(%s, [%s])", NAMED(PR_GET_PDEATHSIG), named_decimal(SIGUSR1, "SIGUSR1"));
    TELL(syscall(SYS_prctl, PR_SET_PDEATHSIG, 0), "prctl(%s, 0)", NAMED(PR_SET_PDEATHSIG));
    TELL(syscall(SYS_prctl, PR_SET_PDEATHSIG, 12345), "prctl(%s, 12345)", NAMED(PR_SET_PDEATHSIG));
    TELL(syscall(SYS_prctl, PR_SET_PDEATHSIG, 0), "prctl(%s, 0)", NAMED(PR_SET_PDEATHSIG));
    TELL(syscall(SYS_prctl, PR_GET_CHILD_SUBREAPER, got), "prctl(%s, [%d])", NAMED(PR_GET_CHILD_SUBREAPER), *got);
    TELL(syscall(SYS_prctl, PR_GET_TSC, got), "prctl(%s, [%s])", NAMED(PR_GET_TSC), NAMED(PR_TSC_ENABLE));
    TELL(syscall(SYS_prctl, PR_SET_TSC, 5), "prctl(%s, %s)", NAMED(PR_SET_TSC), unnamed(5, "PR_TSC"));
    TELL(syscall(SYS_prctl, PR_SET_TSC, PR_TSC_ENABLE), "prctl(%s, %s)", NAMED(PR_SET_TSC), NAMED(PR_TSC_ENABLE));
    TELL(syscall(SYS_prctl, PR_GET_TID_ADDRESS, NULL), "prctl(%s, NULL)", NAMED(PR_GET_TID_ADDRESS));
    TELL(syscall(SYS_prctl, PR_GET_TID_ADDRESS, unreadable()), "prctl(%s, %s)", NAMED(PR_GET_TID_ADDRESS), pointer(unreadable()));
    const uint64_t nothing = 0;
    const void* const* address = PUT(2, nothing);
    TELL(syscall(SYS_prctl, PR_GET_TID_ADDRESS, address), "prctl(%s, [%s])", NAMED(PR_GET_TID_ADDRESS), pointer(*address));
}

static void tell_names(void) {
    const char* name = "a name for it";
    TELL(syscall(SYS_prctl, PR_SET_NAME, name, 2), "prctl(%s, \"%s\")", NAMED(PR_SET_NAME), name);
    char* got = PUT(1, "0123456789abcdef");
    TELL(syscall(SYS_prctl, PR_GET_NAME, got, 2), "prctl(%s, \"%s\")", NAMED(PR_GET_NAME), name);
    TELL(syscall(SYS_prctl, PR_SET_NAME, "0123456789abcdef", 2), "prctl(%s, \"0123456789abcde\"...)", NAMED(PR_SET_NAME));
    TELL(syscall(SYS_prctl, PR_GET_NAME, got, 2), "prctl(%s, \"0123456789abcde\")", NAMED(PR_GET_NAME));
    TELL(syscall(SYS_prctl, PR_SET_NAME, "", 2), "prctl(%s, \"\")", NAMED(PR_SET_NAME));
    const char no_end[3] = "abc";
    const void* short_name = PUT(2, no_end);
    TELL(syscall(SYS_prctl, PR_SET_NAME, short_name, 2), "prctl(%s, %s)", NAMED(PR_SET_NAME), pointer(short_name));
    TELL(syscall(SYS_prctl, PR_GET_NAME, short_name, 2), "prctl(%s, %s)", NAMED(PR_GET_NAME), pointer(short_name));
    TELL(syscall(SYS_prctl, PR_SET_NAME, NULL), "prctl(%s, NULL)", NAMED(PR_SET_NAME));
    TELL(syscall(SYS_prctl, PR_GET_NAME, unreadable()), "prctl(%s, %s)", NAMED(PR_GET_NAME), pointer(unreadable()));
}

/* What a code takes, and what that is called: numbers that are no settings here. */
struct setting {
    struct code code;
    unsigned value;
    const char* name;    /* or NULL, where there is none */
    const char* unknown; /* what stands before _??? then */
    const char* more;    /* further arguments */
};

static const struct setting settings[] = {
    {CODE(PR_SET_DUMPABLE), 2, "SUID_DUMP_ROOT", NULL, ""},
    {CODE(PR_SET_DUMPABLE), 3, NULL, "SUID_DUMP", ""},
    {CODE(PR_SET_UNALIGN), 3, "PR_UNALIGN_NOPRINT|PR_UNALIGN_SIGBUS", NULL, ""},
    {CODE(PR_SET_UNALIGN), 0x30, NULL, "PR_UNALIGN", ""},
    {CODE(PR_CAPBSET_READ), 99, NULL, "CAP", ""},
    {CODE(PR_CAPBSET_DROP), 99, NULL, "CAP", ""},
    {CODE(PR_MCE_KILL), 9, NULL, "PR_MCE_KILL", ", 0x1, 0x2, 0x3"},
    {CODE(PR_SET_MM), 1, "PR_SET_MM_START_CODE", NULL, ", 0x1, 0x2, 0x3"},
    {CODE(PR_SET_MM), 77, NULL, "PR_SET_MM", ", 0x1, 0x2, 0x3"},
    {CODE(PR_CAP_AMBIENT), 4, "PR_CAP_AMBIENT_CLEAR_ALL", NULL, ", 0x1, 0x2, 0x3"},
    {CODE(PR_CAP_AMBIENT), 77, NULL, "PR_CAP_AMBIENT", ", 0x1, 0x2, 0x3"},
    {CODE(PR_SET_FP_MODE), 1, "PR_FP_MODE_FR", NULL, ""},
    {CODE(PR_SET_FP_MODE), 0x40, NULL, "PR_FP_MODE", ""},
    {CODE(PR_GET_SPECULATION_CTRL), 9, NULL, "PR_SPEC", ""},
    {CODE(PR_SET_SPECULATION_CTRL), 9, NULL, "PR_SPEC", ", 0x1"},
    {CODE(PR_PAC_RESET_KEYS), 0x11, "PR_PAC_APIAKEY|PR_PAC_APGAKEY", NULL, ", 0x1, 0x2, 0x3"},
    {CODE(PR_PAC_RESET_KEYS), 0x60, NULL, "PR_PAC", ", 0x1, 0x2, 0x3"},
    {CODE(PR_SET_SECCOMP), 9, NULL, "SECCOMP_MODE", ", 0x1, 0x2, 0x3"},
    {CODE(PR_SET_SYSCALL_USER_DISPATCH), 9, NULL, "PR_SYS_DISPATCH", ", 0x1, 0x2, 0x3"},
};

static void tell_settings(void) {
    for (size_t i = 0; i < sizeof settings / sizeof *settings; ++i) {
        const struct setting* it = &settings[i];
        TELL(syscall(SYS_prctl, it->code.number, it->value, 1, 2, 3), "prctl(%s, %s%s)", named(it->code.number, it->code.name),
             it->name ? named(it->value, it->name) : unnamed(it->value, it->unknown), it->more);
    }
}

static void tell_deeper_arguments(void) {
    TELL(syscall(SYS_prctl, PR_MCE_KILL, 1, 2, 0, 1), "prctl(%s, %s, %s, 0, 0x1)", NAMED(PR_MCE_KILL), NAMED(PR_MCE_KILL_SET),
         NAMED(PR_MCE_KILL_DEFAULT));
    TELL(syscall(SYS_prctl, PR_MCE_KILL, 1, 7, 0, 1), "prctl(%s, %s, %s, 0, 0x1)", NAMED(PR_MCE_KILL), NAMED(PR_MCE_KILL_SET),
         unnamed(7, "PR_MCE_KILL"));
    TELL(syscall(SYS_prctl, PR_CAP_AMBIENT, 1, 0, 0, 1), "prctl(%s, %s, %s, 0, 0x1)", NAMED(PR_CAP_AMBIENT), NAMED(PR_CAP_AMBIENT_IS_SET),
         named(0, "CAP_CHOWN"));
    TELL(syscall(SYS_prctl, PR_CAP_AMBIENT, 2, 99, 0, 0), "prctl(%s, %s, %s, 0, 0)", NAMED(PR_CAP_AMBIENT), NAMED(PR_CAP_AMBIENT_RAISE),
         unnamed(99, "CAP"));
    TELL(syscall(SYS_prctl, PR_SET_SPECULATION_CTRL, 0, 3), "prctl(%s, %s, %s)", NAMED(PR_SET_SPECULATION_CTRL),
         NAMED(PR_SPEC_STORE_BYPASS), unnamed(3, "PR_SPEC"));
    TELL(syscall(SYS_prctl, PR_SET_SECCOMP, 2, NULL, 3, 4), "prctl(%s, %s, NULL)", NAMED(PR_SET_SECCOMP), NAMED(SECCOMP_MODE_FILTER));
    TELL(syscall(SYS_prctl, PR_SET_SECCOMP, 2, unreadable(), 3, 4), "prctl(%s, %s, %s)", NAMED(PR_SET_SECCOMP), NAMED(SECCOMP_MODE_FILTER),
         pointer(unreadable()));
    const struct sock_fprog empty = {0, (void*)0x18}, behind_nothing = {2, unreadable()};
    TELL(syscall(SYS_prctl, PR_SET_SECCOMP, 2, PUT(1, empty)), "prctl(%s, %s, {len=0, filter=%s})", NAMED(PR_SET_SECCOMP),
         NAMED(SECCOMP_MODE_FILTER), either("0x18", "[]"));
    TELL(syscall(SYS_prctl, PR_SET_SECCOMP, 2, PUT(1, behind_nothing)), "prctl(%s, %s, {len=2, filter=%s})", NAMED(PR_SET_SECCOMP),
         NAMED(SECCOMP_MODE_FILTER), pointer(unreadable()));
    struct sock_filter impossible[] = {{0xffff, 1, 2, 3}};
    const struct sock_fprog program = {1, impossible};
    TELL(syscall(SYS_prctl, PR_SET_SECCOMP, 2, PUT(1, program)), "prctl(%s, %s, {len=1, filter=%s})", NAMED(PR_SET_SECCOMP),
         NAMED(SECCOMP_MODE_FILTER),
         either(pointer(impossible),
                text("[BPF_JUMP(%s|%s|%s, 0x3, 0x1, 0x2)]", NAMED(BPF_MISC), unnamed(0xf8, "BPF"), "0xff00 /* BPF_??? */")));
    TELL(syscall(SYS_prctl, PR_SET_SYSCALL_USER_DISPATCH, 0, odd, 5, unreadable()), "prctl(%s, %s, %#lx, 0x5, %s)",
         NAMED(PR_SET_SYSCALL_USER_DISPATCH), NAMED(PR_SYS_DISPATCH_OFF), odd, pointer(unreadable()));
    TELL(syscall(SYS_prctl, 62, 9, -3, 9, unreadable()), "prctl(%s, %s, -3, %s, %s)", named(62, "PR_SCHED_CORE"),
         unnamed(9, "PR_SCHED_CORE"), unnamed(9, "PIDTYPE"), pointer(unreadable()));
    TELL(syscall(SYS_prctl, PR_SET_PTRACER, -1), "prctl(%s, %s)", NAMED(PR_SET_PTRACER), named_decimal(-1, "PR_SET_PTRACER_ANY"));
    TELL(syscall(SYS_prctl, PR_SET_PTRACER, 0), "prctl(%s, 0)", NAMED(PR_SET_PTRACER));
    TELL(syscall(SYS_prctl, 0x53564d41, 0, 4096, 1, "a name"), "prctl(%s, %s, 0x1000, 1, \"a name\")", named(0x53564d41, "PR_SET_VMA"),
         named(0, "PR_SET_VMA_ANON_NAME"));
    TELL(syscall(SYS_prctl, 0x53564d41, 0, 4097, 1, NULL), "prctl(%s, %s, 0x1001, 1, NULL)", named(0x53564d41, "PR_SET_VMA"),
         named(0, "PR_SET_VMA_ANON_NAME"));
    TELL(syscall(SYS_prctl, 0x53564d41, 0, NULL, odd, unreadable()), "prctl(%s, %s, NULL, %lu, %s)", named(0x53564d41, "PR_SET_VMA"),
         named(0, "PR_SET_VMA_ANON_NAME"), odd, pointer(unreadable()));
    TELL(syscall(SYS_prctl, 0x53564d41, 1, 2, 3, 4), "prctl(%s, %s, 0x2, 0x3, 0x4)", named(0x53564d41, "PR_SET_VMA"),
         unnamed(1, "PR_SET_VMA"));
}

static void tell_results(void) {
    TELL_AS(syscall(SYS_prctl, PR_GET_DUMPABLE, 1), "prctl(%s) = %s", NAMED(PR_GET_DUMPABLE), "1 (SUID_DUMP_USER)");
    TELL_AS(syscall(SYS_prctl, PR_GET_SECUREBITS, 1), "prctl(%s) = 0", NAMED(PR_GET_SECUREBITS));
    TELL(syscall(SYS_prctl, PR_SET_SECUREBITS, 0x40), "prctl(%s, %s)", NAMED(PR_SET_SECUREBITS), NAMED(SECBIT_NO_CAP_AMBIENT_RAISE));
    TELL_AS(syscall(SYS_prctl, PR_GET_SECUREBITS, 1), "prctl(%s) = 0x40%s", NAMED(PR_GET_SECUREBITS),
            style == in_numbers ? "" : " (SECBIT_NO_CAP_AMBIENT_RAISE)");
    TELL_AS(syscall(SYS_prctl, PR_MCE_KILL_GET, 0, 0, 0, 0), "prctl(%s, 0, 0, 0, 0) = %s", NAMED(PR_MCE_KILL_GET),
            "2 (PR_MCE_KILL_DEFAULT)");
    TELL(syscall(SYS_prctl, PR_CAPBSET_READ, 5), "prctl(%s, %s)", NAMED(PR_CAPBSET_READ), named(5, "CAP_KILL"));
}

static void tell_calls(void) {
    tell_deeper_arguments();
    tell_results();
    tell_codes_without_arguments();
    tell_codes_with_numbers();
    tell_codes_with_pointers();
    tell_names();
    tell_settings();
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
