/* Requests of ptrace to a process that is not there, each with what it takes. */
#define _GNU_SOURCE
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/uio.h>

#include "told.h"

enum { missing = 0x7fffffff };

#define PTRACE(request, address, data) syscall(SYS_ptrace, (long)(request), (long)missing, (address), (data))

struct request {
    int number;
    const char* name;
};
/* Those that take nothing but a signal. */
static const struct request with_signal[] = {{7, "PTRACE_CONT"}, {24, "PTRACE_SYSCALL"}, {9, "PTRACE_SINGLESTEP"}, {17, "PTRACE_DETACH"}};
static const struct request with_nothing[] = {
    {8, "PTRACE_KILL"}, {16, "PTRACE_ATTACH"}, {0x4207, "PTRACE_INTERRUPT"}, {0x4208, "PTRACE_LISTEN"}};
#define EACH(it, array) for (const struct request* it = (array); it != (array) + sizeof(array) / sizeof *(array); ++(it))

static void tell_plain_requests(void) {
    EACH(it, with_signal) {
        TELL(PTRACE(it->number, 5L, SIGUSR1), "ptrace(%s, %d, 0x5, %s)", named((word)it->number, it->name), missing,
             named_decimal(SIGUSR1, "SIGUSR1"));
        TELL(PTRACE(it->number, 0L, 0L), "ptrace(%s, %d, NULL, 0)", named((word)it->number, it->name), missing);
    }
    EACH(it, with_nothing) { TELL(PTRACE(it->number, 5L, 6L), "ptrace(%s, %d)", named((word)it->number, it->name), missing); }
}

static void tell_requests(void) {
    TELL(PTRACE(1, 0x10L, 0x20L), "ptrace(%s, %d, 0x10, 0x20)", named(1, "PTRACE_PEEKTEXT"), missing);
    TELL(PTRACE(2, NULL, NULL), "ptrace(%s, %d, NULL, NULL)", named(2, "PTRACE_PEEKDATA"), missing);
    TELL(PTRACE(3, 84L, NULL), "ptrace(%s, %d, %s, NULL)", named(3, "PTRACE_PEEKUSER"), missing, named(84, "8*RAX+4"));
    TELL(PTRACE(6, 9999L, -1L), "ptrace(%s, %d, 0x270f, %#lx)", named(6, "PTRACE_POKEUSER"), missing, (word)-1);
    TELL(PTRACE(4, 0x10L, 0x20L), "ptrace(%s, %d, 0x10, 0x20)", named(4, "PTRACE_POKETEXT"), missing);
    TELL(PTRACE(5, NULL, -1L), "ptrace(%s, %d, NULL, %#lx)", named(5, "PTRACE_POKEDATA"), missing, (word)-1);
    TELL(PTRACE(0x4200, 5L, 0x100001L), "ptrace(%s, %d, 0x5, %s)", named(0x4200, "PTRACE_SETOPTIONS"), missing,
         named(0x100001, "PTRACE_O_TRACESYSGOOD|PTRACE_O_EXITKILL"));
    TELL(PTRACE(0x4206, 0L, 0x40000000L), "ptrace(%s, %d, NULL, %s)", named(0x4206, "PTRACE_SEIZE"), missing,
         unnamed(0x40000000, "PTRACE_O"));
    TELL(PTRACE(0x4201, 5L, unreadable()), "ptrace(%s, %d, 0x5, %s)", named(0x4201, "PTRACE_GETEVENTMSG"), missing, pointer(unreadable()));
    TELL(PTRACE(0x4202, 5L, NULL), "ptrace(%s, %d, 0x5, NULL)", named(0x4202, "PTRACE_GETSIGINFO"), missing);
    siginfo_t info;
    memset(&info, 0, sizeof info);
    info.si_signo = SIGUSR2;
    info.si_code = SI_USER;
    info.si_pid = 3;
    info.si_uid = 4;
    TELL(PTRACE(0x4203, 5L, PUT(1, info)), "ptrace(%s, %d, 0x5, {si_signo=%s, si_code=%s, si_pid=3, si_uid=4})",
         named(0x4203, "PTRACE_SETSIGINFO"), missing, named_decimal(SIGUSR2, "SIGUSR2"), named(0, "SI_USER"));
    const uint64_t signals = 1 << 9;
    TELL(PTRACE(0x420b, 8L, PUT(2, signals)), "ptrace(%s, %d, 8, [%s])", named(0x420b, "PTRACE_SETSIGMASK"), missing,
         named_decimal(10, "USR1"));
    TELL(PTRACE(0x420a, 8L, NULL), "ptrace(%s, %d, 8, NULL)", named(0x420a, "PTRACE_GETSIGMASK"), missing);
    const struct iovec room = {(void*)0x10, 7};
    TELL(PTRACE(0x4204, 1L, PUT(3, room)), "ptrace(%s, %d, %s, {iov_base=0x10, iov_len=7})", named(0x4204, "PTRACE_GETREGSET"), missing,
         named(1, "NT_PRSTATUS"));
    TELL(PTRACE(0x4204, 0x7777L, NULL), "ptrace(%s, %d, %s, NULL)", named(0x4204, "PTRACE_GETREGSET"), missing, unnamed(0x7777, "NT"));
    TELL(PTRACE(0x4205, 2L, unreadable()), "ptrace(%s, %d, %s, %s)", named(0x4205, "PTRACE_SETREGSET"), missing, named(2, "NT_FPREGSET"),
         pointer(unreadable()));
    TELL(PTRACE(0x4204, 10L, NULL), "ptrace(%s, %d, %s, NULL)", named(0x4204, "PTRACE_GETREGSET"), missing, named(10, "NT_PSTATUS"));
    const struct {
        uint64_t offset;
        uint32_t flags;
        int32_t count;
    } peek = {1, 1, 3};
    TELL(PTRACE(0x4209, PUT(4, peek), 0x10L), "ptrace(%s, %d, {off=1, flags=%s, nr=3}, 0x10)", named(0x4209, "PTRACE_PEEKSIGINFO"), missing,
         named(1, "PTRACE_PEEKSIGINFO_SHARED"));
    TELL(PTRACE(0x4209, unreadable(), NULL), "ptrace(%s, %d, %s, NULL)", named(0x4209, "PTRACE_PEEKSIGINFO"), missing,
         pointer(unreadable()));
    TELL(PTRACE(0x420c, 5L, 6L), "ptrace(%s, %d, 5, 0x6)", named(0x420c, "PTRACE_SECCOMP_GET_FILTER"), missing);
    TELL(PTRACE(0x420e, 88L, NULL), "ptrace(%s, %d, 88, NULL)", named(0x420e, "PTRACE_GET_SYSCALL_INFO"), missing);
    TELL(PTRACE(0x7777, 5L, -1L), "ptrace(%s, %d, 0x5, %#lx)", unnamed(0x7777, "PTRACE"), missing, (word)-1);
}

static void tell_calls(void) {
    tell_plain_requests();
    tell_requests();
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
