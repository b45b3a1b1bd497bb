/* Calls that take times: of each form, valid, NULL, unreadable, half readable, with values that make no sense. */
#define _GNU_SOURCE
#include <sys/time.h>
#include <sys/timerfd.h>
#include <time.h>

#include "told.h"

static const char* of_timespec(const struct timespec* time) {
    return text("{tv_sec=%lld, tv_nsec=%lld}", (long long)time->tv_sec, (long long)time->tv_nsec);
}
static const char* of_timeval(const struct timeval* time) {
    return text("{tv_sec=%lld, tv_usec=%lld}", (long long)time->tv_sec, (long long)time->tv_usec);
}

static const struct timespec odd = {-1, 2000000000};
static const struct timespec moment = {0, 1};

static void tell_sleeps(void) {
    const struct timespec* slept = PUT(1, moment);
    struct timespec* left = PUT(2, odd);
    TELL(syscall(SYS_nanosleep, slept, left), "nanosleep(%s, %s)", of_timespec(slept), pointer(left));
    TELL(syscall(SYS_nanosleep, slept, NULL), "nanosleep(%s, NULL)", of_timespec(slept));
    TELL(syscall(SYS_nanosleep, NULL, left), "nanosleep(NULL, %s)", pointer(left));
    TELL(syscall(SYS_nanosleep, unreadable(), left), "nanosleep(%s, %s)", pointer(unreadable()), pointer(left));
    const void* half = PUT_SHORT(3, moment, 1);
    TELL(syscall(SYS_nanosleep, half, NULL), "nanosleep(%s, NULL)", pointer(half));
    slept = PUT(1, odd);
    TELL(syscall(SYS_nanosleep, slept, left), "nanosleep(%s, %s)", of_timespec(slept), pointer(left));
    slept = PUT(1, moment);
    TELL(syscall(SYS_clock_nanosleep, CLOCK_MONOTONIC, 0, slept, left), "clock_nanosleep(%s, 0, %s, %s)", NAMED(CLOCK_MONOTONIC),
         of_timespec(slept), pointer(left));
    TELL_AS(syscall(SYS_clock_nanosleep, CLOCK_REALTIME, TIMER_ABSTIME, slept, NULL), "clock_nanosleep(%s, %s, %s, NULL) = 0",
            NAMED(CLOCK_REALTIME), NAMED(TIMER_ABSTIME), of_timespec(slept));
    TELL(syscall(SYS_clock_nanosleep, 99, 0xfffffffeU, slept, NULL), "clock_nanosleep(%s, %s, %s, NULL)", unnamed(99, "CLOCK"),
         unnamed(0xfffffffeU, "TIMER"), of_timespec(slept));
}

static void tell_interval_timers(void) {
    struct itimerval set = {{0, 0}, {1000, 5}};
    struct itimerval* timer = PUT(1, set);
    struct itimerval* old = PUT(2, set);
    TELL(syscall(SYS_setitimer, ITIMER_VIRTUAL, timer, NULL), "setitimer(%s, {it_interval=%s, it_value=%s}, NULL)", NAMED(ITIMER_VIRTUAL),
         of_timeval(&timer->it_interval), of_timeval(&timer->it_value));
    TELL(syscall(SYS_getitimer, ITIMER_VIRTUAL, old), "getitimer(%s, {it_interval=%s, it_value=%s})", NAMED(ITIMER_VIRTUAL),
         of_timeval(&old->it_interval), of_timeval(&old->it_value));
    TELL(syscall(SYS_getitimer, 3, old), "getitimer(%s, %s)", unnamed(3, "ITIMER"), pointer(old));
    TELL(syscall(SYS_getitimer, ITIMER_PROF, NULL), "getitimer(%s, NULL)", NAMED(ITIMER_PROF));
    TELL(syscall(SYS_getitimer, ITIMER_PROF, unreadable()), "getitimer(%s, %s)", NAMED(ITIMER_PROF), pointer(unreadable()));
    memset(&set, 0, sizeof(set));
    timer = PUT(1, set);
    TELL(syscall(SYS_setitimer, ITIMER_VIRTUAL, timer, old), "setitimer(%s, {it_interval=%s, it_value=%s}, {it_interval=%s, it_value=%s})",
         NAMED(ITIMER_VIRTUAL), of_timeval(&timer->it_interval), of_timeval(&timer->it_value), of_timeval(&old->it_interval),
         of_timeval(&old->it_value));
}

static void tell_clocks(void) {
    struct timespec* got = PUT(1, odd);
    TELL(syscall(SYS_clock_getres, CLOCK_MONOTONIC, got), "clock_getres(%s, %s)", NAMED(CLOCK_MONOTONIC), of_timespec(got));
    TELL(syscall(SYS_clock_getres, CLOCK_BOOTTIME_ALARM, NULL), "clock_getres(%s, NULL)", NAMED(CLOCK_BOOTTIME_ALARM));
    TELL(syscall(SYS_clock_getres, 42, got), "clock_getres(%s, %s)", unnamed(42, "CLOCK"), pointer(got));
}

/* The kernel makes it where a signal has interrupted a call that goes on. A program may, too: there is nothing to go on with. */
static void tell_restarts(void) {
    TELL(syscall(SYS_restart_syscall), "restart_syscall(<... resuming interrupted clock_getres ...>)");
    TELL(syscall(SYS_restart_syscall), "restart_syscall(<... resuming interrupted restart_syscall ...>)");
}

static void tell_calls(void) {
    tell_sleeps();
    tell_interval_timers();
    tell_clocks();
    tell_restarts();
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
