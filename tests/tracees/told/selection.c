/* select, pselect6 and ppoll: sets, times and masks that are waited with. */
#define _GNU_SOURCE
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/select.h>

#include "told.h"

struct times {
    word seconds, fraction;
};
struct signals {
    const void* set;
    word size;
};

static const struct times moment = {0, 1}, odd = {1, 2000000000};
static const uint64_t usr1 = 1 << 9;
static int writable, silent; /* descriptors */

static void tell_select(void) {
    fd_set set;
    FD_ZERO(&set);
    FD_SET(writable, &set);
    FD_SET(silent, &set);
    void* wanted = PUT(1, set);
    void* other = PUT(2, set);
    const struct times* limit = PUT(3, moment);
    const char* both = text("[%d %d]", writable, silent);
#ifdef SYS__newselect
    enum { select_number = SYS__newselect };
    const char* call = "_newselect";
#else
    enum { select_number = SYS_select };
    const char* call = "select";
#endif
    TELL_AS(syscall(select_number, silent + 1, wanted, other, NULL, limit),
            "%s(%d, %s, %s, NULL, {tv_sec=0, tv_usec=1}) = 1 (out [%d], left {tv_sec=0, tv_usec=%lu})", call, silent + 1, both, both,
            writable, limit->fraction);
    fd_set none;
    FD_ZERO(&none);
    PUT(3, moment);
    TELL_AS(syscall(select_number, silent + 1, PUT(1, none), NULL, NULL, limit),
            "%s(%d, [], NULL, NULL, {tv_sec=0, tv_usec=1}) = 0 (Timeout)", call, silent + 1);
    TELL(syscall(select_number, -1, NULL, NULL, NULL, unreadable()), "%s(-1, NULL, NULL, NULL, %s)", call, pointer(unreadable()));
    TELL(syscall(select_number, -2, NULL, NULL, unreadable(), PUT(3, odd)), "%s(-2, NULL, NULL, %s, {tv_sec=1, tv_usec=2000000000})", call,
         pointer(unreadable()));
    TELL(syscall(select_number, 8, unreadable(), NULL, NULL, PUT(3, moment)), "%s(8, %s, NULL, NULL, {tv_sec=0, tv_usec=1})", call,
         pointer(unreadable()));
}

static void tell_pselect(void) {
    fd_set set;
    FD_ZERO(&set);
    FD_SET(silent, &set);
    void* wanted = PUT(1, set);
    const struct times* limit = PUT(3, moment);
    const struct signals signals = {PUT(4, usr1), 8};
    const char* mask = text("[%s]", named_decimal(10, "USR1"));
    TELL_AS(syscall(SYS_pselect6, silent + 1, wanted, NULL, NULL, limit, PUT(5, signals)),
            "pselect6(%d, [%d], NULL, NULL, {tv_sec=0, tv_nsec=1}, {sigmask=%s, sigsetsize=8}) = 0 (Timeout)", silent + 1, silent, mask);
    const struct signals no_set = {NULL, 8}, odd_size = {PUT(4, usr1), 3};
    TELL(syscall(SYS_pselect6, -1, NULL, NULL, NULL, PUT(3, odd), PUT(5, no_set)),
         "pselect6(-1, NULL, NULL, NULL, {tv_sec=1, tv_nsec=2000000000}, {sigmask=NULL, sigsetsize=8})");
    TELL(syscall(SYS_pselect6, -1, NULL, NULL, NULL, NULL, PUT(5, odd_size)),
         "pselect6(-1, NULL, NULL, NULL, NULL, {sigmask=%s, sigsetsize=3})", pointer(odd_size.set));
    TELL(syscall(SYS_pselect6, -1, NULL, NULL, NULL, NULL, unreadable()), "pselect6(-1, NULL, NULL, NULL, NULL, %s)",
         pointer(unreadable()));
}

static void tell_ppoll(void) {
    const struct pollfd polled[] = {{writable, POLLOUT | POLLRDHUP, 0}, {silent, POLLIN, 0}};
    const struct times* limit = PUT(3, moment);
    const void* signals = PUT(4, usr1);
    const char* mask = text("[%s]", named_decimal(10, "USR1"));
    const char* all =
        text("[{fd=%d, events=%s}, {fd=%d, events=%s}]", writable, named(POLLOUT | POLLRDHUP, "POLLOUT|POLLRDHUP"), silent, NAMED(POLLIN));
    TELL_AS(syscall(SYS_ppoll, PUT(1, polled), 2, limit, signals, 8),
            "ppoll(%s, 2, {tv_sec=0, tv_nsec=1}, %s, 8) = 1 ([{fd=%d, revents=%s}], left {tv_sec=0, tv_nsec=%lu})", all, mask, writable,
            NAMED(POLLOUT), limit->fraction);
    TELL(syscall(SYS_ppoll, NULL, 0, PUT(3, odd), NULL, 8), "ppoll(NULL, 0, {tv_sec=1, tv_nsec=2000000000}, NULL, 8)");
    TELL(syscall(SYS_ppoll, unreadable(), 1, unreadable(), unreadable(), 8), "ppoll(%s, 1, %s, %s, 8)", pointer(unreadable()),
         pointer(unreadable()), pointer(unreadable()));
    TELL(syscall(SYS_ppoll, NULL, 0, NULL, signals, 3), "ppoll(NULL, 0, NULL, %s, 3)", pointer(signals));
}

static void tell_calls(void) {
    tell_select();
    tell_pselect();
    tell_ppoll();
}

int main(int argc, char** argv) {
    int ends[2];
    EXPECT((writable = eventfd(0, 0)) >= 0 && pipe(ends) == 0);
    silent = ends[0];
    return tell_main(argc, argv, "");
}
