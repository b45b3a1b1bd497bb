/* Waiting for events of descriptors: epoll, poll, select, and counters of events. */
#define _GNU_SOURCE
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>

#include "told.h"

static const uint64_t usr1 = 1 << 9;

static void tell_epoll(int epoll, int end) {
    TELL(syscall(SYS_epoll_create, -1), "epoll_create(-1)");
    TELL(syscall(SYS_epoll_create1, 0x7ffff), "epoll_create1(%s)", unnamed(0x7ffff, "EPOLL"));
    TELL(syscall(SYS_epoll_create1, EPOLL_CLOEXEC | 1), "epoll_create1(%s)", named(EPOLL_CLOEXEC | 1, "EPOLL_CLOEXEC|0x1"));
    const struct epoll_event wanted = {EPOLLIN | EPOLLET | EPOLLONESHOT, {.u64 = 0xfeedfacecafe}};
    const struct epoll_event* event = PUT(1, wanted);
    const char* shown = text("{events=%s, data=0xfeedfacecafe}", named(wanted.events, "EPOLLIN|EPOLLONESHOT|EPOLLET"));
    TELL(syscall(SYS_epoll_ctl, epoll, EPOLL_CTL_ADD, end, event), "epoll_ctl(%d, %s, %d, %s)", epoll, NAMED(EPOLL_CTL_ADD), end, shown);
    TELL(syscall(SYS_epoll_ctl, epoll, EPOLL_CTL_DEL, end, event), "epoll_ctl(%d, %s, %d, %s)", epoll, NAMED(EPOLL_CTL_DEL), end,
         pointer(event));
    TELL(syscall(SYS_epoll_ctl, -1, EPOLL_CTL_MOD, -2, NULL), "epoll_ctl(-1, %s, -2, NULL)", NAMED(EPOLL_CTL_MOD));
    TELL(syscall(SYS_epoll_ctl, -1, 99, -2, event), "epoll_ctl(-1, %s, -2, %s)", unnamed(99, "EPOLL_CTL"), shown);
    TELL(syscall(SYS_epoll_ctl, -1, EPOLL_CTL_ADD, -2, unreadable()), "epoll_ctl(-1, %s, -2, %s)", NAMED(EPOLL_CTL_ADD),
         pointer(unreadable()));
    const void* few = PUT_SHORT(2, wanted, 1);
    TELL(syscall(SYS_epoll_ctl, -1, EPOLL_CTL_ADD, -2, few), "epoll_ctl(-1, %s, -2, %s)", NAMED(EPOLL_CTL_ADD), pointer(few));
    const struct epoll_event odd = {0x40, {.u64 = 0}};
    TELL(syscall(SYS_epoll_ctl, -1, EPOLL_CTL_ADD, -2, PUT(2, odd)), "epoll_ctl(-1, %s, -2, {events=%s, data=0})", NAMED(EPOLL_CTL_ADD),
         named(0x40, "EPOLLRDNORM"));

    const struct epoll_event none[2] = {{0, {.u64 = 0}}, {0, {.u64 = 0}}};
    struct epoll_event* got = PUT(3, none);
    TELL(syscall(SYS_epoll_wait, epoll, got, 2, 0), "epoll_wait(%d, [], 2, 0)", epoll);
    TELL(syscall(SYS_epoll_wait, -1, got, -1, -1), "epoll_wait(-1, %s, -1, -1)", pointer(got));
    TELL(syscall(SYS_epoll_wait, epoll, NULL, 1, 0), "epoll_wait(%d, NULL, 1, 0)", epoll);
    const void* signals = PUT(4, usr1);
    TELL(syscall(SYS_epoll_pwait, -1, unreadable(), 0x7fffffff, 5, signals, 8), "epoll_pwait(-1, %s, 2147483647, 5, %s, 8)",
         pointer(unreadable()), pointer(signals));
    TELL(syscall(SYS_epoll_pwait, epoll, got, 1, 0, signals, 8), "epoll_pwait(%d, [], 1, 0, [%s], 8)", epoll, named_decimal(10, "USR1"));
    TELL(syscall(SYS_epoll_pwait, -1, NULL, 1, 5, NULL, 4), "epoll_pwait(-1, NULL, 1, 5, NULL, 4)");
    const struct { int64_t seconds, nanoseconds; } past = {0, 1}, odd_time = {-1, 1000000000};
    enum { epoll_pwait2_number = 441 };
    TELL(syscall(epoll_pwait2_number, epoll, got, 1, PUT(5, past), NULL, 8), "epoll_pwait2(%d, [], 1, {tv_sec=0, tv_nsec=1}, NULL, 8)",
         epoll);
    TELL(syscall(epoll_pwait2_number, -1, NULL, 1, PUT(5, odd_time), unreadable(), 8), "epoll_pwait2(-1, NULL, 1, %s, %s, 8)",
         pointer(place_ends[5] - sizeof odd_time), pointer(unreadable()));
    TELL(syscall(epoll_pwait2_number, -1, NULL, 1, unreadable(), NULL, 8), "epoll_pwait2(-1, NULL, 1, %s, NULL, 8)", pointer(unreadable()));
}

static void tell_ready(int epoll, int counter) {
    const struct epoll_event wanted = {EPOLLIN | EPOLLOUT, {.u64 = 7}};
    TELL(syscall(SYS_epoll_ctl, epoll, EPOLL_CTL_ADD, counter, PUT(1, wanted)), "epoll_ctl(%d, %s, %d, {events=%s, data=0x7})", epoll,
         NAMED(EPOLL_CTL_ADD), counter, named(EPOLLIN | EPOLLOUT, "EPOLLIN|EPOLLOUT"));
    const struct epoll_event none[2] = {{0, {.u64 = 0}}, {0, {.u64 = 0}}};
    TELL(syscall(SYS_epoll_wait, epoll, PUT(3, none), 2, 0), "epoll_wait(%d, [{events=%s, data=0x7}], 2, 0)", epoll,
         named(EPOLLOUT, "EPOLLOUT"));
    struct pollfd polled[3] = {{counter, POLLIN | POLLOUT, 0}, {-1, POLLPRI | 0x4000, 0}, {99999, 0, 0}};
    const char* all = text("[{fd=%d, events=%s}, {fd=-1}, {fd=99999, events=0}]", counter, named(POLLIN | POLLOUT, "POLLIN|POLLOUT"));
    TELL_AS(syscall(SYS_poll, PUT(1, polled), 3, 0), "poll(%s, 3, 0) = 2 ([{fd=%d, revents=%s}, {fd=99999, revents=%s}])", all, counter,
            NAMED(POLLOUT), NAMED(POLLNVAL));
    polled[2].fd = -9;
    polled[0].events = 0x1000;
    const char* first = text("{fd=%d, events=%s}", counter, named(0x1000, "POLLREMOVE"));
    TELL_AS(syscall(SYS_poll, PUT(1, polled), 3, 0), "poll([%s, {fd=-1}, {fd=-9}], 3, 0) = 0 (Timeout)", first);
    TELL(syscall(SYS_poll, NULL, 1, 0), "poll(NULL, 1, 0)");
    TELL(syscall(SYS_poll, unreadable(), 1, -5), "poll(%s, 1, -5)", pointer(unreadable()));
    TELL(syscall(SYS_poll, place_ends[1] - sizeof polled[0], 2, 0), "poll([{fd=-9}, ... /* %s */], 2, 0)", pointer(place_ends[1]));
}

static void tell_counters(void) {
    TELL(syscall(SYS_eventfd2, 5, 0x10000), "eventfd2(5, %s)", unnamed(0x10000, "EFD"));
    TELL(syscall(SYS_eventfd2, -1, EFD_SEMAPHORE | 8), "eventfd2(4294967295, %s)", named(EFD_SEMAPHORE | 8, "EFD_SEMAPHORE|0x8"));
}

static int epoll_descriptor, counter_descriptor, other_descriptor;

static void tell_calls(void) {
    tell_epoll(epoll_descriptor, other_descriptor);
    tell_ready(epoll_descriptor, counter_descriptor);
    tell_counters();
}

int main(int argc, char** argv) {
    int ends[2];
    EXPECT((epoll_descriptor = epoll_create1(0)) >= 0 && (counter_descriptor = eventfd(0, 0)) >= 0 && pipe(ends) == 0);
    other_descriptor = ends[0];
    return tell_main(argc, argv, "");
}
