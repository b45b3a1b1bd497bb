#pragma once

#include "core/tables/flags/process_calls.hpp"
#include "core/tables/flags/signals.hpp"
#include "core/tables/ioctls/own.hpp"
#include "core/tables/structs/processes.hpp"
#include "core/tables/structs/times.hpp"
#include "core/tables/syscalls/row.hpp"
#include "core/tables/values/process.hpp"

/// Sending, blocking and catching signals.
namespace troupe::rows {

inline constexpr Signature rt_sigtimedwait_on_i386 = takes(in(sigset(length::argument(3)), "set"), out(siginfo, "info"),
                                                           in(structure(timespec32_layout), "timeout"), in(unsigned_long, "sigsetsize"));

/// Its mask has 32 bits and stands before the flags.
inline constexpr Kind old_sigaction{.tag = Tag::sigaction, .length = length::fixed(4)};

inline constexpr auto signals = std::to_array<SyscallRow>({
    call("kill", {62, 37, 62}, in_class::process | in_class::signal, signed_long, takes(in(pid, "pid"), in(signal, "sig"))),
    call("tkill", {200, 238, 200}, in_class::process | in_class::signal, signed_long, takes(in(pid, "tid"), in(signal, "sig"))),
    call("tgkill", {234, 270, 234}, in_class::process | in_class::signal, signed_long,
         takes(in(pid, "tgid"), in(pid, "tid"), in(signal, "sig"))),
    call("pidfd_send_signal", everywhere(424), in_class::desc | in_class::process | in_class::signal, signed_long,
         takes(in(fd, "pidfd"), in(signal, "sig"), in(siginfo, "info"), in(flags(pidfd_signal_flags), "flags"))),
    call("signal", {absent, 48, absent}, in_class::signal, own_number(Own::signal_handler),
         takes(in(signal, "signum"), in(own_number(Own::signal_handler), "handler"))),
    call("sigaction", {absent, 67, absent}, in_class::signal, signed_long,
         takes(in(signal, "signum"), in(old_sigaction, "act"), out(old_sigaction, "oldact"))),
    call("sigprocmask", {absent, 126, absent}, in_class::signal, signed_long,
         takes(in(value(sigprocmask_hows), "how"), in(sigset(length::fixed(4)), "set"), out(sigset(length::fixed(4)), "oldset"))),
    call("sigpending", {absent, 73, absent}, in_class::signal, signed_long, takes(out(sigset(length::fixed(4)), "set"))),
    call("sigsuspend", {absent, 72, absent}, in_class::signal, signed_long,
         takes(unseen, unseen, in(own_number(Own::signal_word), "mask"))),
    call("sigreturn", {absent, 119, absent}, in_class::signal, signed_long, takes_implied(signal_frame)),
    call("sgetmask", {absent, 68, absent}, in_class::signal, own_number(Own::signal_word), takes()),
    call("ssetmask", {absent, 69, absent}, in_class::signal, own_number(Own::previous_signal_word),
         takes(in(own_number(Own::signal_word), "newmask"))),
    call("rt_sigaction", {13, 174, 512}, in_class::signal, signed_long,
         takes(in(signal, "signum"), in(sigaction, "act"), out(sigaction, "oldact"), in(unsigned_long, "sigsetsize"))),
    call("rt_sigprocmask", {14, 175, 14}, in_class::signal, signed_long,
         takes(in(value(sigprocmask_hows), "how"), in(sigset(length::argument(3)), "set"), out(sigset(length::argument(3)), "oldset"),
               in(unsigned_long, "sigsetsize"))),
    call("rt_sigpending", {127, 176, 522}, in_class::signal, signed_long,
         takes(out(sigset(length::argument(1, 8)), "set"), in(unsigned_long, "sigsetsize"))),
    call("rt_sigsuspend", {130, 179, 130}, in_class::signal, signed_long,
         takes(in(sigset(length::argument(1)), "mask"), in(unsigned_long, "sigsetsize"))),
    call("rt_sigreturn", {15, 173, 513}, in_class::signal, signed_long, takes_implied(signal_frame)),
    call("rt_sigtimedwait", {128, 177, 523}, in_class::signal, signal,
         takes(in(sigset(length::argument(3)), "set"), out(siginfo, "info"), in(structure(timespec_layout), "timeout"),
               in(unsigned_long, "sigsetsize")),
         &rt_sigtimedwait_on_i386),
    call("rt_sigtimedwait_time64", {absent, 421, absent}, in_class::signal, signal,
         takes(in(sigset(length::argument(3)), "set"), out(siginfo, "info"), in(structure(timespec_layout), "timeout"),
               in(unsigned_long, "sigsetsize"))),
    call("rt_sigqueueinfo", {129, 178, 524}, in_class::process | in_class::signal, signed_long,
         takes(in(pid, "tgid"), in(signal, "sig"), in(siginfo, "info"))),
    call("rt_tgsigqueueinfo", {297, 335, 536}, in_class::process | in_class::signal, signed_long,
         takes(in(pid, "tgid"), in(pid, "tid"), in(signal, "sig"), in(siginfo, "info"))),
    call("sigaltstack", {131, 186, 525}, in_class::signal, signed_long,
         takes(in(structure(stack_layout), "ss"), out(structure(stack_layout), "old_ss"))),
    call("pause", {34, 29, 34}, in_class::signal, signed_long, takes()),
    call("signalfd", {282, 321, 282}, in_class::desc | in_class::signal, fd,
         takes(in(fd, "fd"), in(sigset(length::argument(2)), "mask"), in(unsigned_long, "sizemask"))),
    call("signalfd4", {289, 327, 289}, in_class::desc | in_class::signal, fd,
         takes(in(fd, "fd"), in(sigset(length::argument(2)), "mask"), in(unsigned_long, "sizemask"), in(flags(signalfd_flags), "flags"))),
});

}  // namespace troupe::rows
