#pragma once

#include <sys/syscall.h>

#include <csignal>
#include <cstdint>
#include <optional>

#include "troupe/core/requests.hpp"
#include "troupe/core/waiter.hpp"

namespace troupe::tests {

/// No task of the system has such a number: it is beyond the largest pid_max (2^22).
constexpr pid_t first_tid = 5'000'000;
constexpr pid_t task(int number) { return first_tid + number; }

/// What the kernel will report, with what it answers while the tracee is in that stop.
struct FakeReport {
    pid_t tid = 0;
    StopReason reason{};
    std::optional<Dying> end{};  // then it is no stop
    SyscallInfo info{};
    std::uint64_t message = 0;
    siginfo_t signal{};
};

// Of tracees by their numbers.

constexpr SyscallId getppid_call{Abi::x86_64, SYS_getppid};

inline FakeReport stop_of(int number, StopReason::Kind kind, int signal = 0) { return {.tid = task(number), .reason = {kind, signal}}; }
inline FakeReport call_of(int number, StopReason::Kind kind, SyscallInfo info) {
    FakeReport report = stop_of(number, kind);
    report.info = info;
    return report;
}
inline FakeReport entry(int number, std::uint32_t call = SYS_getppid, Arguments args = {}) {
    return call_of(number, StopReason::Kind::syscall, {.at = SyscallInfo::At::entry, .call = {Abi::x86_64, call}, .args = args});
}
inline FakeReport filtered(int number, std::uint32_t call = SYS_getppid, Arguments args = {}) {
    return call_of(number, StopReason::Kind::seccomp, {.at = SyscallInfo::At::seccomp, .call = {Abi::x86_64, call}, .args = args});
}
inline FakeReport exit_of(int number, std::int64_t result = 0) {
    return call_of(
        number, StopReason::Kind::syscall,
        {.at = SyscallInfo::At::exit, .result = result < 0 ? -1 : result, .error = static_cast<std::uint32_t>(result < 0 ? -result : 0)});
}
inline FakeReport with_message(int number, StopReason::Kind kind, int other) {
    FakeReport report = stop_of(number, kind);
    report.message = static_cast<std::uint64_t>(task(other));
    return report;
}
inline FakeReport forks(int number, int child) { return with_message(number, StopReason::Kind::fork, child); }
inline FakeReport vforks(int number, int child) { return with_message(number, StopReason::Kind::vfork, child); }
inline FakeReport clones(int number, int child) { return with_message(number, StopReason::Kind::clone, child); }
inline FakeReport execs(int number, int former) { return with_message(number, StopReason::Kind::exec, former); }
/// PTRACE_EVENT_STOP: a first stop, an interruption; with a stop signal a group stop.
inline FakeReport event(int number, int signal = SIGTRAP) { return stop_of(number, StopReason::Kind::event, signal); }
inline FakeReport signals(int number, int signal, int code = SI_USER, pid_t sender = 1) {
    FakeReport report = stop_of(number, StopReason::Kind::signal, signal);
    report.signal.si_signo = signal;
    report.signal.si_code = code;
    report.signal.si_pid = sender;
    return report;
}
inline FakeReport exits(int number, int status = 0) { return {.tid = task(number), .end = Dying{.killed = false, .code = status}}; }
inline FakeReport killed(int number, int signal = SIGKILL) { return {.tid = task(number), .end = Dying{.killed = true, .code = signal}}; }

}  // namespace troupe::tests
