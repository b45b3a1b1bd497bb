/* Calls about processes and signals that few programs make any more: those that i386 alone has, and lists of robust futexes. */
#define _GNU_SOURCE
#include <signal.h>
#include <sys/wait.h>

#include "told.h"

enum { missing = 0x7fffffff };

#ifdef __i386__
struct old_action {
    word handler, mask, flags, restorer;
};

static void tell_calls_of_32_bits(void) {
    const word usr1_and_rt = 1 << 9 | 1 << 31;
    const char* mask = text("%s %s", named_decimal(10, "USR1"), named_decimal(32, "RTMIN"));
    const struct old_action action = {1, usr1_and_rt, SA_RESTART | 0x70, 0};
    struct old_action* old = PUT(2, action);
    const char* flags = named(SA_RESTART | 0x70, "SA_RESTART|0x70");
    TELL(syscall(SYS_sigaction, SIGUSR1, PUT(1, action), old),
         "sigaction(%s, {sa_handler=%s, sa_mask=[%s], sa_flags=%s}, {sa_handler=%s, sa_mask=[], sa_flags=0})",
         named_decimal(SIGUSR1, "SIGUSR1"), named(1, "SIG_IGN"), mask, flags, named(0, "SIG_DFL"));
    TELL(syscall(SYS_sigaction, 99, NULL, unreadable()), "sigaction(99, NULL, %s)", pointer(unreadable()));
    TELL(syscall(SYS_sigaction, SIGUSR1, PUT_SHORT(1, action, 1), NULL), "sigaction(%s, %s, NULL)", named_decimal(SIGUSR1, "SIGUSR1"),
         pointer(place_ends[1] - 15));
    const word* before = PUT(4, usr1_and_rt);
    TELL(syscall(SYS_sigprocmask, SIG_BLOCK, PUT(3, usr1_and_rt), before), "sigprocmask(%s, [%s], [])", NAMED(SIG_BLOCK), mask);
    TELL(syscall(SYS_sigprocmask, 77, NULL, unreadable()), "sigprocmask(%s, NULL, %s)", unnamed(77, "SIG"), pointer(unreadable()));
    TELL(syscall(SYS_sigprocmask, 77, PUT(3, usr1_and_rt), NULL), "sigprocmask(%s, [%s], NULL)", unnamed(77, "SIG"), mask);
    TELL(syscall(SYS_sigpending, before), "sigpending([])");
    TELL(syscall(SYS_sigpending, NULL), "sigpending(NULL)");
    TELL_AS(syscall(SYS_signal, SIGUSR2, 1L), "signal(%s, %s) = 0 (SIG_DFL)", named_decimal(SIGUSR2, "SIGUSR2"), named(1, "SIG_IGN"));
    TELL(syscall(SYS_signal, 99, 0x1234L), "signal(99, 0x1234)");
    const int status = -1;
    TELL(syscall(SYS_waitpid, missing, PUT(5, status), WNOHANG | WUNTRACED), "waitpid(%d, %s, %s)", missing, pointer(place_ends[5] - 4),
         named(WNOHANG | WUNTRACED, "WNOHANG|WSTOPPED"));
    TELL(syscall(SYS_nice, 0), "nice(0)");
    TELL(syscall(SYS_stime, unreadable()), "stime(%s)", pointer(unreadable()));
    TELL(syscall(SYS_stime, NULL), "stime(NULL)");
}
#else
static void tell_calls_of_32_bits(void) {}
#endif

static void tell_lists(void) {
    const struct {
        const void* list;
        long offset;
        const void* pending;
    } head = {NULL, 0, NULL};
    TELL(syscall(SYS_set_robust_list, place_ends[1] - sizeof head, 5L), "set_robust_list(%s, 5)", pointer(place_ends[1] - sizeof head));
    TELL(syscall(SYS_set_robust_list, NULL, -1L), "set_robust_list(NULL, %lu)", (word)-1);
    TELL(syscall(SYS_get_robust_list, missing, unreadable(), NULL), "get_robust_list(%d, %s, NULL)", missing, pointer(unreadable()));
    TELL(syscall(SYS_get_robust_list, -1, NULL, unreadable()), "get_robust_list(-1, NULL, %s)", pointer(unreadable()));
    TELL(syscall(SYS_sched_yield), "sched_yield()");
}

static void tell_calls(void) {
    tell_calls_of_32_bits();
    tell_lists();
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
