#include "actors/signal_waits.hpp"

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <string_view>

#include "actors/calls_by_name.hpp"
#include "troupe/core/procfs.hpp"

namespace troupe {
namespace {

constexpr std::uint64_t bit(int signal) { return std::uint64_t{1} << (signal - 1); }

/// Those that do nothing by default, stop, or dump core (include/linux/signal.h).
constexpr std::uint64_t not_deadly_at_once = bit(SIGCHLD) | bit(SIGCONT) | bit(SIGURG) | bit(SIGWINCH) | bit(SIGSTOP) | bit(SIGTSTP) |
                                             bit(SIGTTIN) | bit(SIGTTOU) | bit(SIGQUIT) | bit(SIGILL) | bit(SIGTRAP) | bit(SIGABRT) |
                                             bit(SIGFPE) | bit(SIGSEGV) | bit(SIGBUS) | bit(SIGSYS) | bit(SIGXCPU) | bit(SIGXFSZ);

Subscription calls_with_signals() {
    Subscription calls;
    for (const std::string_view name : {"rt_sigtimedwait", "rt_sigtimedwait_time64"}) {
        add_calls(calls, name, {.entry = true, .exit = false});
    }
    return calls;
}

}  // namespace

const Subscription& calls_that_take_signals() {
    static const Subscription calls = calls_with_signals();
    return calls;
}

bool is_about_to_be_killed(pid_t tid) {
    const auto status = procfs::status_of(tid);
    const std::uint64_t deadly = status ? status->queued & ~(status->handled | status->ignored | not_deadly_at_once) : 0;
    if (deadly == 0) {
        return false;
    }
    return std::ranges::any_of(procfs::threads_of(tid), [&](pid_t other) {
        const auto thread = other == tid ? std::nullopt : procfs::status_of(other);
        return thread && (deadly & ~thread->blocked) != 0;
    });
}

}  // namespace troupe
