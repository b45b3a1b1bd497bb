/* Processes by descriptor, and comparisons of what they have. */
#define _GNU_SOURCE
#include <signal.h>

#include "told.h"

enum { missing = 0x7fffffff };

static void tell_descriptors(void) {
    TELL(syscall(SYS_pidfd_open, missing, 0), "pidfd_open(%d, 0)", missing);
    TELL(syscall(SYS_pidfd_open, -1, 0x800), "pidfd_open(-1, %s)", named(0x800, "PIDFD_NONBLOCK"));
    TELL(syscall(SYS_pidfd_open, 0, 0xffffff7f), "pidfd_open(0, %s)", named(0xffffff7f, "PIDFD_NONBLOCK|0xfffff77f"));
    TELL(syscall(SYS_pidfd_getfd, -1, -2, 0), "pidfd_getfd(-1, -2, 0)");
    TELL(syscall(SYS_pidfd_getfd, missing, 0, 0xdead), "pidfd_getfd(%d, 0, 0xdead)", missing);
    TELL(syscall(SYS_process_mrelease, -1, 0), "process_mrelease(-1, 0)");
    TELL(syscall(SYS_process_mrelease, -100, 0xfffffffe), "process_mrelease(-100, 0xfffffffe)");
    TELL(syscall(SYS_pidfd_send_signal, -1, SIGUSR1, NULL, 0), "pidfd_send_signal(-1, %s, NULL, 0)", named_decimal(SIGUSR1, "SIGUSR1"));
    TELL(syscall(SYS_pidfd_send_signal, missing, 0, unreadable(), 0x10), "pidfd_send_signal(%d, 0, %s, %s)", missing, pointer(unreadable()),
         unnamed(0x10, "PIDFD_SIGNAL"));
    TELL(syscall(SYS_pidfd_send_signal, -1, 99, NULL, 0), "pidfd_send_signal(-1, 99, NULL, 0)");
    TELL(syscall(SYS_pidfd_send_signal, -1, 1, NULL, 7), "pidfd_send_signal(-1, %s, NULL, %s)", named_decimal(1, "SIGHUP"),
         named(7, "PIDFD_SIGNAL_THREAD|PIDFD_SIGNAL_THREAD_GROUP|PIDFD_SIGNAL_PROCESS_GROUP"));
    siginfo_t info;
    memset(&info, 0, sizeof info);
    info.si_signo = SIGTERM;
    info.si_code = SI_QUEUE;
    info.si_pid = 12;
    info.si_uid = 34;
    info.si_value.sival_int = 56;
    info.si_value.sival_ptr = (void*)0x38;
    TELL(syscall(SYS_pidfd_send_signal, -1, SIGTERM, PUT(1, info), 0),
         "pidfd_send_signal(-1, %s, {si_signo=%s, si_code=%s, si_pid=12, si_uid=34, si_int=56, si_ptr=0x38}, 0)",
         named_decimal(SIGTERM, "SIGTERM"), named_decimal(SIGTERM, "SIGTERM"), named(0xffffffff, "SI_QUEUE"));
    TELL(syscall(SYS_pidfd_send_signal, -1, SIGTERM, PUT_SHORT(1, info, 1), 0), "pidfd_send_signal(-1, %s, %s, 0)",
         named_decimal(SIGTERM, "SIGTERM"), pointer(place_ends[1] - sizeof info + 1));
}

struct slot {
    uint32_t descriptor, target, offset;
};

static void tell_comparisons(void) {
    static const struct {
        unsigned number;
        const char* name;
    } kinds[] = {{1, "KCMP_VM"}, {2, "KCMP_FILES"}, {3, "KCMP_FS"}, {4, "KCMP_SIGHAND"}, {5, "KCMP_IO"}, {6, "KCMP_SYSVSEM"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; ++i) {
        TELL(syscall(SYS_kcmp, missing, -1, kinds[i].number, 1, 2), "kcmp(%d, -1, %s)", missing, named(kinds[i].number, kinds[i].name));
    }
    TELL(syscall(SYS_kcmp, missing, missing, 0, -1L, 5L), "kcmp(%d, %d, %s, -1, 5)", missing, missing, named(0, "KCMP_FILE"));
    TELL(syscall(SYS_kcmp, missing, missing, 99, -1L, 5L), "kcmp(%d, %d, %s, %#lx, 0x5)", missing, missing, unnamed(99, "KCMP"), (word)-1);
    const struct slot slot = {3, 4, 5};
    TELL(syscall(SYS_kcmp, missing, missing, 7, 6L, PUT(1, slot)), "kcmp(%d, %d, %s, 6, {efd=3, tfd=4, toff=5})", missing, missing,
         named(7, "KCMP_EPOLL_TFD"));
    TELL(syscall(SYS_kcmp, missing, missing, 7, 6L, NULL), "kcmp(%d, %d, %s, 6, NULL)", missing, missing, named(7, "KCMP_EPOLL_TFD"));
    TELL(syscall(SYS_kcmp, missing, missing, 7, 6L, PUT_SHORT(1, slot, 1)), "kcmp(%d, %d, %s, 6, %s)", missing, missing,
         named(7, "KCMP_EPOLL_TFD"), pointer(place_ends[1] - sizeof slot + 1));
}

static void tell_calls(void) {
    tell_descriptors();
    tell_comparisons();
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
