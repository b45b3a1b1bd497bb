/* Sending signals, waiting for them, stacks for handlers, and descriptors that tell of signals. */
#define _GNU_SOURCE
#include <signal.h>
#include <time.h>

#include "told.h"

enum { missing = 0x7fffffff, set_size = 8 };

#define SIGNAL(name) named_decimal(name, #name)

static void tell_sending(void) {
    TELL(syscall(SYS_kill, missing, SIGUSR1), "kill(%d, %s)", missing, SIGNAL(SIGUSR1));
    TELL(syscall(SYS_kill, 0, 0), "kill(0, 0)");
    TELL(syscall(SYS_kill, -missing, 65), "kill(-%d, 65)", missing);
    TELL(syscall(SYS_kill, missing, -1), "kill(%d, -1)", missing);
    TELL(syscall(SYS_tkill, missing, 32), "tkill(%d, %s)", missing, named_decimal(32, "SIGRTMIN"));
    TELL(syscall(SYS_tkill, -1, SIGTERM), "tkill(-1, %s)", SIGNAL(SIGTERM));
    TELL(syscall(SYS_tgkill, missing, -1, 64), "tgkill(%d, -1, %s)", missing, named_decimal(64, "SIGRT_32"));
    TELL(syscall(SYS_tgkill, -1, missing, 0x1234), "tgkill(-1, %d, 4660)", missing);

    siginfo_t info;
    memset(&info, 0, sizeof info);
    info.si_signo = SIGUSR2;
    info.si_code = SI_QUEUE;
    info.si_pid = 12;
    info.si_uid = 34;
    info.si_value.sival_ptr = (void*)0xdeadbee;
    TELL(syscall(SYS_rt_sigqueueinfo, missing, SIGUSR1, PUT(1, info)),
         "rt_sigqueueinfo(%d, %s, {si_signo=%s, si_code=%s, si_pid=12, si_uid=34, si_int=%d, si_ptr=0xdeadbee})", missing, SIGNAL(SIGUSR1),
         SIGNAL(SIGUSR2), named(0xffffffff, "SI_QUEUE"), 0xdeadbee);
    TELL(syscall(SYS_rt_tgsigqueueinfo, missing, -1, SIGUSR1, PUT(1, info)),
         "rt_tgsigqueueinfo(%d, -1, %s, {si_signo=%s, si_code=%s, si_pid=12, si_uid=34, si_int=%d, si_ptr=0xdeadbee})", missing,
         SIGNAL(SIGUSR1), SIGNAL(SIGUSR2), named(0xffffffff, "SI_QUEUE"), 0xdeadbee);
    TELL(syscall(SYS_rt_sigqueueinfo, missing, SIGUSR1, PUT_SHORT(1, info, 1)), "rt_sigqueueinfo(%d, %s, %s)", missing, SIGNAL(SIGUSR1),
         pointer(place_ends[1] - sizeof info + 1));
    TELL(syscall(SYS_rt_sigqueueinfo, missing, 99, NULL), "rt_sigqueueinfo(%d, 99, NULL)", missing);
    memset(&info, 0, sizeof info);
    TELL(syscall(SYS_rt_sigqueueinfo, missing, SIGUSR1, PUT(1, info)), "rt_sigqueueinfo(%d, %s, {})", missing, SIGNAL(SIGUSR1));
    info.si_signo = SIGSEGV;
    info.si_code = SEGV_ACCERR;
    info.si_errno = ENOENT;
    info.si_addr = (void*)0x1000;
    TELL(syscall(SYS_rt_sigqueueinfo, missing, SIGUSR1, PUT(1, info)),
         "rt_sigqueueinfo(%d, %s, {si_signo=%s, si_code=%s, si_errno=%s, si_addr=0x1000})", missing, SIGNAL(SIGUSR1), SIGNAL(SIGSEGV),
         NAMED(SEGV_ACCERR), named_decimal(ENOENT, "ENOENT"));
    info.si_code = 99;
    info.si_errno = 0;
    TELL(syscall(SYS_rt_sigqueueinfo, missing, SIGUSR1, PUT(1, info)), "rt_sigqueueinfo(%d, %s, {si_signo=%s, si_code=%s, si_addr=0x1000})",
         missing, SIGNAL(SIGUSR1), SIGNAL(SIGSEGV), "0x63");
}

/* Of signals that come from the kernel, with codes that it has and has not. */
static void tell_origins(void) {
    siginfo_t info;
    memset(&info, 0, sizeof info);
    info.si_signo = SIGUSR2;
    info.si_code = 1;
    TELL(syscall(SYS_rt_sigqueueinfo, missing, SIGUSR1, PUT(1, info)), "rt_sigqueueinfo(%d, %s, {si_signo=%s, si_code=0x1})", missing,
         SIGNAL(SIGUSR1), SIGNAL(SIGUSR2));
    info.si_uid = 5;
    TELL(syscall(SYS_rt_sigqueueinfo, missing, SIGUSR1, PUT(1, info)),
         "rt_sigqueueinfo(%d, %s, {si_signo=%s, si_code=0x1, si_pid=0, si_uid=5})", missing, SIGNAL(SIGUSR1), SIGNAL(SIGUSR2));
    memset(&info, 0, sizeof info);
    info.si_signo = SIGIO;
    info.si_code = 7;
    TELL(syscall(SYS_rt_sigqueueinfo, missing, SIGUSR1, PUT(1, info)), "rt_sigqueueinfo(%d, %s, {si_signo=%s, si_code=0x7})", missing,
         SIGNAL(SIGUSR1), SIGNAL(SIGIO));
    info.si_code = POLL_ERR;
    TELL(syscall(SYS_rt_sigqueueinfo, missing, SIGUSR1, PUT(1, info)),
         "rt_sigqueueinfo(%d, %s, {si_signo=%s, si_code=%s, si_band=0, si_fd=0})", missing, SIGNAL(SIGUSR1), SIGNAL(SIGIO),
         named(4, "POLL_ERR"));
    info.si_signo = SIGBUS;
    info.si_code = BUS_MCEERR_AO;
    info.si_addr_lsb = 12;
    TELL(syscall(SYS_rt_sigqueueinfo, missing, SIGUSR1, PUT(1, info)),
         "rt_sigqueueinfo(%d, %s, {si_signo=%s, si_code=%s, si_addr=NULL, si_addr_lsb=0xc})", missing, SIGNAL(SIGUSR1), SIGNAL(SIGBUS),
         named(5, "BUS_MCEERR_AO"));
    memset(&info, 0, sizeof info);
    info.si_signo = SIGSYS;
    info.si_code = 1;
    TELL(syscall(SYS_rt_sigqueueinfo, missing, SIGUSR1, PUT(1, info)),
         "rt_sigqueueinfo(%d, %s, {si_signo=%s, si_code=%s, si_call_addr=NULL, si_syscall=0, si_arch=%s})", missing, SIGNAL(SIGUSR1),
         SIGNAL(SIGSYS), named(1, "SYS_SECCOMP"), style == in_numbers ? "0" : "0 /* AUDIT_ARCH_??? */");
}

static void tell_waiting(void) {
    const uint64_t usr1 = UINT64_C(1) << (SIGUSR1 - 1);
    const struct timespec moment = {0, 1};
    const void* set = PUT(1, usr1);
    const void* limit = PUT(2, moment);
    const char* mask = named_decimal(10, "USR1");
    TELL(syscall(SYS_rt_sigtimedwait, set, NULL, limit, set_size), "rt_sigtimedwait([%s], NULL, {tv_sec=0, tv_nsec=1}, 8)", mask);
    TELL(syscall(SYS_rt_sigtimedwait, set, unreadable(), limit, set_size), "rt_sigtimedwait([%s], %s, {tv_sec=0, tv_nsec=1}, 8)", mask,
         pointer(unreadable()));
    const struct timespec odd = {-1, 2000000000};
    TELL(syscall(SYS_rt_sigtimedwait, set, NULL, PUT(2, odd), set_size), "rt_sigtimedwait([%s], NULL, {tv_sec=-1, tv_nsec=2000000000}, 8)",
         mask);
    TELL(syscall(SYS_rt_sigtimedwait, NULL, NULL, unreadable(), set_size), "rt_sigtimedwait(NULL, NULL, %s, 8)", pointer(unreadable()));
    TELL(syscall(SYS_rt_sigtimedwait, unreadable(), NULL, NULL, 3), "rt_sigtimedwait(%s, NULL, NULL, 3)", pointer(unreadable()));
    TELL(syscall(SYS_rt_sigsuspend, NULL, set_size), "rt_sigsuspend(NULL, 8)");
    TELL(syscall(SYS_rt_sigsuspend, set, 3), "rt_sigsuspend(%s, 3)", pointer(set));
    TELL(syscall(SYS_rt_sigsuspend, unreadable(), 9), "rt_sigsuspend(%s, 9)", pointer(unreadable()));
    TELL(syscall(SYS_signalfd4, -1, NULL, set_size, 0), "signalfd4(-1, NULL, 8, 0)");
    TELL(syscall(SYS_signalfd4, -2, set, set_size, 0x80800), "signalfd4(-2, [%s], 8, %s)", mask,
         named(0x80800, "SFD_CLOEXEC|SFD_NONBLOCK"));
    TELL(syscall(SYS_signalfd4, -1, set, set_size, 7), "signalfd4(-1, [%s], 8, %s)", mask, unnamed(7, "SFD"));
    TELL(syscall(SYS_signalfd4, 0, unreadable(), 7, 0), "signalfd4(0, %s, 7, 0)", pointer(unreadable()));
    TELL(syscall(SYS_signalfd, -2, set, set_size), "signalfd(-2, [%s], 8)", mask);
    TELL(syscall(SYS_signalfd, -1, NULL, 0), "signalfd(-1, NULL, 0)");
}

static void tell_stacks(void) {
    static char room[0x10000];
    const stack_t set = {room, 0, sizeof room};
    stack_t* old = PUT(2, set);
    TELL(syscall(SYS_sigaltstack, PUT(1, set), old),
         "sigaltstack({ss_sp=%s, ss_flags=0, ss_size=%zu}, {ss_sp=NULL, ss_flags=%s, ss_size=0})", pointer(room), sizeof room,
         NAMED(SS_DISABLE));
    const stack_t odd = {room, 0x40, 5};
    TELL(syscall(SYS_sigaltstack, PUT(1, odd), old), "sigaltstack({ss_sp=%s, ss_flags=%s, ss_size=5}, %s)", pointer(room),
         unnamed(0x40, "SS"), pointer(old));
    const stack_t flagged = {NULL, SS_ONSTACK | (int)0x80000000, 0};
    TELL(syscall(SYS_sigaltstack, PUT(1, flagged), NULL), "sigaltstack({ss_sp=NULL, ss_flags=%s, ss_size=0}, NULL)",
         named(0x80000001, "SS_ONSTACK|SS_AUTODISARM"));
    TELL(syscall(SYS_sigaltstack, NULL, NULL), "sigaltstack(NULL, NULL)");
    TELL(syscall(SYS_sigaltstack, unreadable(), unreadable()), "sigaltstack(%s, %s)", pointer(unreadable()), pointer(unreadable()));
    TELL(syscall(SYS_sigaltstack, PUT_SHORT(3, set, 1), NULL), "sigaltstack(%s, NULL)", pointer(place_ends[3] - sizeof set + 1));
    const stack_t disabled = {room, SS_DISABLE, 1};
    TELL(syscall(SYS_sigaltstack, PUT(1, disabled), NULL), "sigaltstack({ss_sp=%s, ss_flags=%s, ss_size=1}, NULL)", pointer(room),
         NAMED(SS_DISABLE));
}

static void tell_calls(void) {
    tell_sending();
    tell_origins();
    tell_waiting();
    tell_stacks();
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
