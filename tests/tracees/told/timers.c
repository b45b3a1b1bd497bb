/* Timers of processes and by descriptor, and clocks that are set where the kernel refuses. */
#define _GNU_SOURCE
#include <signal.h>
#include <sys/timerfd.h>
#include <sys/timex.h>
#include <time.h>

#include "told.h"

struct moment {
    word seconds, fraction;
};
struct spell {
    struct moment interval, value;
};

static const char* of_spell(const struct spell* it) {
    return text("{it_interval={tv_sec=%ld, tv_nsec=%ld}, it_value={tv_sec=%ld, tv_nsec=%ld}}", (long)it->interval.seconds,
                (long)it->interval.fraction, (long)it->value.seconds, (long)it->value.fraction);
}

static const struct spell long_spell = {{1000, 5}, {0x7ffffff0, 6}}, odd = {{-1, 2000000000}, {1, 2}};

static void tell_timers(void) {
    struct sigevent event;
    memset(&event, 0, sizeof event);
    event.sigev_notify = SIGEV_SIGNAL;
    event.sigev_signo = SIGUSR1;
    event.sigev_value.sival_ptr = (void*)0x77;
    const int none = -1;
    const int* id = PUT(2, none);
    const char* shown = text("{sigev_value={sival_int=119, sival_ptr=0x77}, sigev_signo=%s, sigev_notify=%s}",
                             named_decimal(SIGUSR1, "SIGUSR1"), NAMED(SIGEV_SIGNAL));
    TELL(syscall(SYS_timer_create, CLOCK_MONOTONIC, PUT(1, event), id), "timer_create(%s, %s, [%d])", NAMED(CLOCK_MONOTONIC), shown, *id);
    const int timer = *id;
    struct spell* old = PUT(4, odd);
    TELL(syscall(SYS_timer_settime, timer, TIMER_ABSTIME, PUT(3, long_spell), NULL), "timer_settime(%d, %s, %s, NULL)", timer,
         NAMED(TIMER_ABSTIME), of_spell(&long_spell));
    const struct spell stopped = {{0, 0}, {0, 0}};
    TELL(syscall(SYS_timer_settime, timer, 0, PUT(3, stopped), old), "timer_settime(%d, 0, %s, %s)", timer, of_spell(&stopped),
         of_spell(old));
    TELL(syscall(SYS_timer_gettime, timer, old), "timer_gettime(%d, %s)", timer, of_spell(old));
    TELL(syscall(SYS_timer_getoverrun, timer), "timer_getoverrun(%d)", timer);
    TELL(syscall(SYS_timer_delete, timer), "timer_delete(%d)", timer);
    TELL(syscall(SYS_timer_delete, -1), "timer_delete(-1)");
    TELL(syscall(SYS_timer_getoverrun, 0x7fffffff), "timer_getoverrun(2147483647)");
    TELL(syscall(SYS_timer_gettime, -1, NULL), "timer_gettime(-1, NULL)");
    TELL(syscall(SYS_timer_gettime, -1, unreadable()), "timer_gettime(-1, %s)", pointer(unreadable()));
    TELL(syscall(SYS_timer_settime, -1, 0x70, PUT(3, odd), unreadable()), "timer_settime(-1, %s, %s, %s)", unnamed(0x70, "TIMER"),
         of_spell(&odd), pointer(unreadable()));
    TELL(syscall(SYS_timer_settime, -1, 0, NULL, NULL), "timer_settime(-1, 0, NULL, NULL)");
    TELL(syscall(SYS_timer_settime, -1, 3, PUT_SHORT(3, odd, 1), NULL), "timer_settime(-1, %s, %s, NULL)", named(3, "TIMER_ABSTIME|0x2"),
         pointer(place_ends[3] - sizeof odd + 1));
    event.sigev_notify = SIGEV_THREAD_ID;
    event._sigev_un._tid = 0x7fffffff;
    TELL(syscall(SYS_timer_create, CLOCK_REALTIME, PUT(1, event), NULL),
         "timer_create(%s, {sigev_value={sival_int=119, sival_ptr=0x77}, sigev_signo=%s, sigev_notify=%s, "
         "sigev_notify_thread_id=2147483647}, NULL)",
         NAMED(CLOCK_REALTIME), named_decimal(SIGUSR1, "SIGUSR1"), NAMED(SIGEV_THREAD_ID));
    TELL(syscall(SYS_timer_create, 99, NULL, unreadable()), "timer_create(%s, NULL, %s)", unnamed(99, "CLOCK"), pointer(unreadable()));
    TELL(syscall(SYS_timer_create, CLOCK_TAI, unreadable(), id), "timer_create(%s, %s, %s)", NAMED(CLOCK_TAI), pointer(unreadable()),
         pointer(id));
}

static void tell_descriptors(void) {
    TELL(syscall(SYS_timerfd_create, 99, 0x80800), "timerfd_create(%s, %s)", unnamed(99, "CLOCK"),
         named(0x80800, "TFD_CLOEXEC|TFD_NONBLOCK"));
    TELL(syscall(SYS_timerfd_create, CLOCK_BOOTTIME, 1), "timerfd_create(%s, %s)", NAMED(CLOCK_BOOTTIME), named(1, "TFD_TIMER_ABSTIME"));
    TELL(syscall(SYS_timerfd_settime, -1, 7, PUT(3, long_spell), NULL), "timerfd_settime(-1, %s, %s, NULL)",
         named(7, "TFD_TIMER_ABSTIME|TFD_TIMER_CANCEL_ON_SET|0x4"), of_spell(&long_spell));
    TELL(syscall(SYS_timerfd_settime, -1, 0, unreadable(), unreadable()), "timerfd_settime(-1, 0, %s, %s)", pointer(unreadable()),
         pointer(unreadable()));
    TELL(syscall(SYS_timerfd_gettime, -1, NULL), "timerfd_gettime(-1, NULL)");
    TELL(syscall(SYS_timerfd_gettime, -1, unreadable()), "timerfd_gettime(-1, %s)", pointer(unreadable()));
}

/* Of the clock of the machine: it may be anything. */
static const char* of_status(unsigned status) {
    static const char* const names[] = {"STA_PLL",      "STA_PPSFREQ",  "STA_PPSTIME",   "STA_FLL",       "STA_INS",       "STA_DEL",
                                        "STA_UNSYNC",   "STA_FREQHOLD", "STA_PPSSIGNAL", "STA_PPSJITTER", "STA_PPSWANDER", "STA_PPSERROR",
                                        "STA_CLOCKERR", "STA_NANO",     "STA_MODE",      "STA_CLK"};
    const char* all = "";
    for (unsigned i = 0; i < sizeof names / sizeof *names; ++i) {
        if ((status & 1U << i) != 0) {
            all = text("%s%s%s", all, *all == '\0' ? "" : "|", names[i]);
        }
    }
    return status == 0 ? "0" : named(status, all);
}

static void tell_clocks(void) {
    TELL(syscall(SYS_clock_settime, 99, PUT(1, odd.interval)), "clock_settime(%s, {tv_sec=-1, tv_nsec=2000000000})", unnamed(99, "CLOCK"));
    TELL(syscall(SYS_clock_settime, CLOCK_MONOTONIC, NULL), "clock_settime(%s, NULL)", NAMED(CLOCK_MONOTONIC));
    TELL(syscall(SYS_clock_settime, CLOCK_MONOTONIC_RAW, unreadable()), "clock_settime(%s, %s)", NAMED(CLOCK_MONOTONIC_RAW),
         pointer(unreadable()));
    TELL(syscall(SYS_clock_adjtime, 99, NULL), "clock_adjtime(%s, NULL)", unnamed(99, "CLOCK"));
    TELL(syscall(SYS_clock_adjtime, CLOCK_REALTIME, unreadable()), "clock_adjtime(%s, %s)", NAMED(CLOCK_REALTIME), pointer(unreadable()));
    TELL(syscall(SYS_adjtimex, NULL), "adjtimex(NULL)");
    TELL(syscall(SYS_adjtimex, unreadable()), "adjtimex(%s)", pointer(unreadable()));
    struct timex changes;
    memset(&changes, 0, sizeof changes);
    const struct timex* it = PUT(5, changes);
    static const char* const states[] = {"TIME_OK", "TIME_INS", "TIME_DEL", "TIME_OOP", "TIME_WAIT", "TIME_ERROR"};
    long state = 0;
    TELL_AS(state = syscall(SYS_adjtimex, it),
            "adjtimex({modes=0, offset=%ld, freq=%ld, maxerror=%ld, esterror=%ld, status=%s, constant=%ld, precision=%ld, tolerance=%ld, "
            "time={tv_sec=%ld, tv_usec=%ld}, tick=%ld, ppsfreq=%ld, jitter=%ld, shift=%d, stabil=%ld, jitcnt=%ld, calcnt=%ld, errcnt=%ld, "
            "stbcnt=%ld, tai=%d}) = %ld (%s)",
            it->offset, it->freq, it->maxerror, it->esterror, of_status((unsigned)it->status), it->constant, it->precision, it->tolerance,
            (long)it->time.tv_sec, (long)it->time.tv_usec, it->tick, it->ppsfreq, it->jitter, it->shift, it->stabil, it->jitcnt, it->calcnt,
            it->errcnt, it->stbcnt, it->tai, state, states[state]);
}

static void tell_calls(void) {
    tell_timers();
    tell_descriptors();
    tell_clocks();
}

int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
