/* What is done with signals, and which are blocked: sets and actions in their forms, valid, NULL, unreadable, and of odd sizes. */
#define _GNU_SOURCE
#include <signal.h>

#include "told.h"

/* The kernel's, not the library's. */
struct action {
    word handler, flags, restorer;
    word mask[8 / sizeof(word)];
    char room[64];
};
enum { set_size = 8 };

static pid_t self;
static uid_t user;

static const char* signo(int number, const char* name) { return named_decimal(number, name); }
#define SIGNAL(name) signo(name, #name)

static uint64_t bit(int number) { return UINT64_C(1) << (number - 1); }
static uint64_t all_but(uint64_t signals) { return ~signals; }

static void tell_actions(void) {
    const struct action ignored = {1, SA_RESTART | SA_SIGINFO, 0, {0}, ""};
    struct action* old = PUT(2, ignored);
    struct action set = ignored;
    TELL(syscall(SYS_rt_sigaction, SIGUSR1, PUT(1, set), NULL, set_size),
         "rt_sigaction(%s, {sa_handler=%s, sa_mask=[], sa_flags=%s}, NULL, 8)", SIGNAL(SIGUSR1), named(1, "SIG_IGN"),
         named(SA_RESTART | SA_SIGINFO, "SA_RESTART|SA_SIGINFO"));
    TELL(syscall(SYS_rt_sigaction, SIGUSR1, NULL, old, set_size), "rt_sigaction(%s, NULL, {sa_handler=%s, sa_mask=[], sa_flags=%s}, 8)",
         SIGNAL(SIGUSR1), named(1, "SIG_IGN"), named(SA_RESTART | SA_SIGINFO, "SA_RESTART|SA_SIGINFO"));
    set.handler = 0;
    set.flags = SA_NOCLDSTOP | SA_NOCLDWAIT | SA_ONSTACK | SA_NODEFER | SA_RESETHAND | 0x04000000;
    set.restorer = 0x1234;
    memcpy(set.mask, (uint64_t[]){bit(SIGHUP) | bit(SIGUSR2) | bit(33) | bit(64)}, sizeof set.mask);
    const char* flags = named(set.flags, "SA_RESTORER|SA_ONSTACK|SA_NODEFER|SA_RESETHAND|SA_NOCLDSTOP|SA_NOCLDWAIT");
    TELL(syscall(SYS_rt_sigaction, SIGUSR2, PUT(1, set), old, set_size),
         "rt_sigaction(%s, {sa_handler=%s, sa_mask=[%s], sa_flags=%s, sa_restorer=0x1234}, {sa_handler=%s, sa_mask=[], sa_flags=0}, 8)",
         SIGNAL(SIGUSR2), named(0, "SIG_DFL"),
         text("%s %s %s %s", named_decimal(1, "HUP"), named_decimal(12, "USR2"), named_decimal(33, "RT_1"), named_decimal(64, "RT_32")),
         flags, named(0, "SIG_DFL"));
    set.handler = (word)-1;
    set.flags = 0x80000;
    memcpy(set.mask, (uint64_t[]){all_but(bit(SIGINT) | bit(SIGTERM))}, sizeof set.mask);
    TELL(syscall(SYS_rt_sigaction, SIGKILL, PUT(1, set), old, set_size),
         "rt_sigaction(%s, {sa_handler=%s, sa_mask=~[%s], sa_flags=%s}, %s, 8)", SIGNAL(SIGKILL),
         sizeof(word) == 4 ? hex((word)-1) : named((word)-1, "SIG_ERR"), text("%s %s", named_decimal(2, "INT"), named_decimal(15, "TERM")),
         unnamed(0x80000, "SA"), pointer(old));
    set.handler = 0x8000;
    set.flags = 0;
    memset(set.mask, 0xff, sizeof set.mask);
    TELL(syscall(SYS_rt_sigaction, 65, PUT(1, set), NULL, set_size),
         "rt_sigaction(65, {sa_handler=0x8000, sa_mask=~[], sa_flags=0}, NULL, 8)");
    TELL(syscall(SYS_rt_sigaction, 0, NULL, unreadable(), set_size), "rt_sigaction(0, NULL, %s, 8)", pointer(unreadable()));
    TELL(syscall(SYS_rt_sigaction, SIGUSR1, PUT_SHORT(3, set, sizeof set.room + 1), NULL, set_size), "rt_sigaction(%s, %s, NULL, 8)",
         SIGNAL(SIGUSR1), pointer(place_ends[3] - sizeof set + sizeof set.room + 1));
    TELL(syscall(SYS_rt_sigaction, SIGUSR1, NULL, old, 7), "rt_sigaction(%s, NULL, %s, 7)", SIGNAL(SIGUSR1), pointer(old));
    TELL(syscall(SYS_rt_sigaction, -1, NULL, NULL, -1L), "rt_sigaction(-1, NULL, NULL, %lu)", (word)-1);
}

static void tell_masks(void) {
    const char* mask = text("%s %s", named_decimal(10, "USR1"), named_decimal(40, "RT_8"));
    uint64_t signals = bit(SIGUSR1) | bit(40);
    void* set = PUT(1, signals);
    uint64_t* old = PUT(2, signals);
    TELL(syscall(SYS_rt_sigprocmask, SIG_BLOCK, set, old, set_size), "rt_sigprocmask(%s, [%s], [], 8)", NAMED(SIG_BLOCK), mask);
    TELL(syscall(SYS_rt_sigprocmask, 99, NULL, old, set_size), "rt_sigprocmask(%s, NULL, [%s], 8)", unnamed(99, "SIG"), mask);
    TELL(syscall(SYS_rt_sigprocmask, 99, set, old, set_size), "rt_sigprocmask(%s, [%s], %s, 8)", unnamed(99, "SIG"), mask, pointer(old));
    TELL(syscall(SYS_rt_sigprocmask, SIG_SETMASK, NULL, NULL, 4), "rt_sigprocmask(%s, NULL, NULL, 4)", NAMED(SIG_SETMASK));
    TELL(syscall(SYS_rt_sigprocmask, SIG_SETMASK, set, NULL, 16), "rt_sigprocmask(%s, %s, NULL, 16)", NAMED(SIG_SETMASK), pointer(set));
    TELL(syscall(SYS_rt_sigprocmask, SIG_UNBLOCK, unreadable(), unreadable(), set_size), "rt_sigprocmask(%s, %s, %s, 8)",
         NAMED(SIG_UNBLOCK), pointer(unreadable()), pointer(unreadable()));
    TELL(syscall(SYS_rt_sigprocmask, SIG_UNBLOCK, PUT_SHORT(3, signals, 1), NULL, set_size), "rt_sigprocmask(%s, %s, NULL, 8)",
         NAMED(SIG_UNBLOCK), pointer(place_ends[3] - 7));
    TELL(syscall(SYS_tgkill, self, self, SIGUSR1), "tgkill(%d, %d, %s)", self, self, SIGNAL(SIGUSR1));
    TELL(syscall(SYS_rt_sigpending, old, set_size), "rt_sigpending([%s], 8)", named_decimal(10, "USR1"));
    TELL(syscall(SYS_rt_sigpending, old, 4), "rt_sigpending([%s], 4)", named_decimal(10, "USR1"));
    TELL(syscall(SYS_rt_sigpending, NULL, set_size), "rt_sigpending(NULL, 8)");
    TELL(syscall(SYS_rt_sigpending, unreadable(), 9), "rt_sigpending(%s, 9)", pointer(unreadable()));
    const siginfo_t before = {0};
    const siginfo_t* info = PUT(4, before);
    TELL_AS(syscall(SYS_rt_sigtimedwait, set, info, NULL, set_size),
            "rt_sigtimedwait([%s], {si_signo=%s, si_code=%s, si_pid=%d, si_uid=%u}, NULL, 8) = %d (%s)", mask, SIGNAL(SIGUSR1),
            named(0xfffffffa, "SI_TKILL"), self, user, SIGUSR1, "SIGUSR1");
}

static void tell_calls(void) {
    tell_actions();
    tell_masks();
}

int main(int argc, char** argv) {
    self = getpid();
    user = getuid();
    return tell_main(argc, argv, "");
}
