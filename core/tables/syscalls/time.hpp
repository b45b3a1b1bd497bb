#pragma once

#include "core/tables/flags/events.hpp"
#include "core/tables/structs/call_options.hpp"
#include "core/tables/structs/machine.hpp"
#include "core/tables/structs/times.hpp"
#include "core/tables/syscalls/row.hpp"
#include "core/tables/values/machine.hpp"
#include "core/tables/values/time.hpp"

/// Clocks, sleeping and timers.
namespace troupe::rows {

inline constexpr Signature nanosleep_on_i386 =
    takes(in(structure(timespec32_layout), "rqtp"), filled(Filled::if_interrupted, out(structure(timespec32_layout), "rmtp")));
inline constexpr Signature clock_nanosleep_on_i386 =
    takes(in(value(clock_ids), "clockid"), in(flags(timer_flags), "flags"), in(structure(timespec32_layout), "rqtp"),
          filled(Filled::if_interrupted, out(structure(timespec32_layout), "rmtp")));
inline constexpr Signature clock_gettime_on_i386 = takes(in(value(clock_ids), "clockid"), out(structure(timespec32_layout), "tp"));
inline constexpr Signature clock_settime_on_i386 = takes(in(value(clock_ids), "clockid"), in(structure(timespec32_layout), "tp"));
inline constexpr Signature clock_getres_on_i386 = takes(in(value(clock_ids), "clockid"), out(structure(timespec32_layout), "res"));
inline constexpr Signature gettimeofday_on_i386 = takes(out(structure(timeval32_layout), "tv"), out(structure(timezone_layout), "tz"));
inline constexpr Signature settimeofday_on_i386 = takes(in(structure(timeval32_layout), "tv"), in(structure(timezone_layout), "tz"));
inline constexpr Signature timer_settime_on_i386 =
    takes(in(signed_int, "timerid"), in(flags(timer_flags), "flags"), in(structure(itimerspec32_layout), "new_value"),
          out(structure(itimerspec32_layout), "old_value"));
inline constexpr Signature timer_gettime_on_i386 = takes(in(signed_int, "timerid"), out(structure(itimerspec32_layout), "curr_value"));
inline constexpr Signature timerfd_settime_on_i386 =
    takes(in(fd, "fd"), in(flags(timerfd_flags), "flags"), in(structure(itimerspec32_layout), "new_value"),
          out(structure(itimerspec32_layout), "old_value"));
inline constexpr Signature timerfd_gettime_on_i386 = takes(in(fd, "fd"), out(structure(itimerspec32_layout), "curr_value"));

inline constexpr auto time = std::to_array<SyscallRow>({
    call("nanosleep", {35, 162, 35}, in_class::none, signed_long,
         takes(in(structure(timespec_layout), "rqtp"), filled(Filled::if_interrupted, out(structure(timespec_layout), "rmtp"))),
         &nanosleep_on_i386),
    call("clock_nanosleep", {230, 267, 230}, in_class::none, signed_long,
         takes(in(value(clock_ids), "clockid"), in(flags(timer_flags), "flags"), in(structure(timespec_layout), "rqtp"),
               filled(Filled::if_interrupted, out(structure(timespec_layout), "rmtp"))),
         &clock_nanosleep_on_i386),
    call("clock_nanosleep_time64", {absent, 407, absent}, in_class::none, signed_long,
         takes(in(value(clock_ids), "clockid"), in(flags(timer_flags), "flags"), in(structure(timespec_layout), "rqtp"),
               filled(Filled::if_interrupted, out(structure(timespec_layout), "rmtp")))),
    call("clock_gettime", {228, 265, 228}, in_class::clock, signed_long,
         takes(in(value(clock_ids), "clockid"), out(structure(timespec_layout), "tp")), &clock_gettime_on_i386),
    call("clock_gettime64", {absent, 403, absent}, in_class::clock, signed_long,
         takes(in(value(clock_ids), "clockid"), out(structure(timespec_layout), "tp"))),
    call("clock_settime", {227, 264, 227}, in_class::clock, signed_long,
         takes(in(value(clock_ids), "clockid"), in(structure(timespec_layout), "tp")), &clock_settime_on_i386),
    call("clock_settime64", {absent, 404, absent}, in_class::clock, signed_long,
         takes(in(value(clock_ids), "clockid"), in(structure(timespec_layout), "tp"))),
    call("clock_getres", {229, 266, 229}, in_class::clock, signed_long,
         takes(in(value(clock_ids), "clockid"), out(structure(timespec_layout), "res")), &clock_getres_on_i386),
    call("clock_getres_time64", {absent, 406, absent}, in_class::clock, signed_long,
         takes(in(value(clock_ids), "clockid"), out(structure(timespec_layout), "res"))),
    call("clock_adjtime", {305, 343, 305}, in_class::clock, value(clock_states),
         takes(in(value(clock_ids), "clockid"), out(structure(clock_state_layout), "buf"))),
    call("clock_adjtime64", {absent, 405, absent}, in_class::clock, value(clock_states),
         takes(in(value(clock_ids), "clockid"), out(structure(clock_state_64_layout), "buf"))),
    call("adjtimex", {159, 124, 159}, in_class::clock, value(clock_states), takes(out(structure(clock_state_layout), "buf"))),
    call("gettimeofday", {96, 78, 96}, in_class::clock, signed_long,
         takes(out(structure(timeval_layout), "tv"), out(structure(timezone_layout), "tz")), &gettimeofday_on_i386),
    call("settimeofday", {164, 79, 164}, in_class::clock, signed_long,
         takes(in(structure(timeval_layout), "tv"), in(structure(timezone_layout), "tz")), &settimeofday_on_i386),
    call("time", {201, 13, 201}, in_class::clock, date, takes(out(pointed(date), "tloc"))),
    call("stime", {absent, 25, absent}, in_class::none, date, takes(out(pointed(date), "t"))),
    call("times", {100, 43, 100}, in_class::none, signed_long, takes(out(structure(tms_layout), "buf"))),
    call("alarm", {37, 27, 37}, in_class::none, signed_long, takes(in(unsigned_int, "seconds"))),
    call("getitimer", {36, 105, 36}, in_class::none, signed_long,
         takes(in(value(interval_timers), "which"), out(structure(itimerval_layout), "curr_value"))),
    call("setitimer", {38, 104, 38}, in_class::none, signed_long,
         takes(in(value(interval_timers), "which"), in(structure(itimerval_layout), "new_value"),
               out(structure(itimerval_layout), "old_value"))),
    call("timer_create", {222, 259, 526}, in_class::none, signed_long,
         takes(in(value(clock_ids), "clockid"), in(structure(signal_event_layout), "sevp"), out(pointed(signed_int), "timerid"))),
    call("timer_settime", {223, 260, 223}, in_class::none, signed_long,
         takes(in(signed_int, "timerid"), in(flags(timer_flags), "flags"), in(structure(itimerspec_layout), "new_value"),
               out(structure(itimerspec_layout), "old_value")),
         &timer_settime_on_i386),
    call("timer_settime64", {absent, 409, absent}, in_class::none, signed_long,
         takes(in(signed_int, "timerid"), in(flags(timer_flags), "flags"), in(structure(itimerspec_layout), "new_value"),
               out(structure(itimerspec_layout), "old_value"))),
    call("timer_gettime", {224, 261, 224}, in_class::none, signed_long,
         takes(in(signed_int, "timerid"), out(structure(itimerspec_layout), "curr_value")), &timer_gettime_on_i386),
    call("timer_gettime64", {absent, 408, absent}, in_class::none, signed_long,
         takes(in(signed_int, "timerid"), out(structure(itimerspec_layout), "curr_value"))),
    call("timer_getoverrun", {225, 262, 225}, in_class::none, signed_long, takes(in(signed_int, "timerid"))),
    call("timer_delete", {226, 263, 226}, in_class::none, signed_long, takes(in(signed_int, "timerid"))),
    call("timerfd_create", {283, 322, 283}, in_class::desc, fd, takes(in(value(clock_ids), "clockid"), in(flags(timerfd_flags), "flags"))),
    call("timerfd_settime", {286, 325, 286}, in_class::desc, signed_long,
         takes(in(fd, "fd"), in(flags(timerfd_flags), "flags"), in(structure(itimerspec_layout), "new_value"),
               out(structure(itimerspec_layout), "old_value")),
         &timerfd_settime_on_i386),
    call("timerfd_settime64", {absent, 411, absent}, in_class::desc, signed_long,
         takes(in(fd, "fd"), in(flags(timerfd_flags), "flags"), in(structure(itimerspec_layout), "new_value"),
               out(structure(itimerspec_layout), "old_value"))),
    call("timerfd_gettime", {287, 326, 287}, in_class::desc, signed_long,
         takes(in(fd, "fd"), out(structure(itimerspec_layout), "curr_value")), &timerfd_gettime_on_i386),
    call("timerfd_gettime64", {absent, 410, absent}, in_class::desc, signed_long,
         takes(in(fd, "fd"), out(structure(itimerspec_layout), "curr_value"))),
});

}  // namespace troupe::rows
