#include "actors/supervisor/interruption.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <string>
#include <utility>

#include "troupe/core/clock.hpp"
#include "troupe/core/signals.hpp"

namespace troupe {
namespace {

using namespace std::chrono_literals;

// A hook that still runs so long after ^C does not come back by itself.
constexpr auto patience_with_hooks = 200ms;
// Interpreted code is broken off at its next instruction; compiled code never is.
constexpr auto patience_with_compiled_code = 1s;

std::string text_of(const HookInProgress& now) {
    const double seconds = static_cast<double>(monotonic_ns() - now.since) / 1e9;
    if (now.tracee == 0) {
        return fmt::format("{} has been running for {:.1f} s", now.hook, seconds);
    }
    return fmt::format("hook {} has held tracee {} for {:.1f} s", now.hook, now.tracee, seconds);
}

}  // namespace

Interruption::Interruption(const Desk& desk, std::function<void(int, Next)> interrupted)
    : desk_(desk), interrupted_(std::move(interrupted)), signals_(desk.context), patience_(desk.context) {}

void Interruption::watch() {
    for (const int signal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM}) {
        // Shells start what runs in the background with INT and QUIT ignored. Of processes that we have attached to it is how to leave.
        const bool leaves = !desk_.config.command && (signal == SIGINT || signal == SIGQUIT);
        if (leaves || !desk_.config.inheritance.ignored[static_cast<std::size_t>(signal)]) {
            signals_.add(signal);
        }
    }
    signals_.async_wait([this](const boost::system::error_code& error, int signal) {
        if (!error) {
            on_signal(signal);
        }
    });
}

void Interruption::end_at_next() { by_ = by_.value_or(SIGINT); }

void Interruption::on_signal(int signal) {
    watch();
    if (by_) {
        end_at_once(signal);
        return;
    }
    const std::uint64_t now = monotonic_ns();
    if (desk_.executor != nullptr && !desk_.executor->in_progress().hook.empty()) {
        break_off_hook(signal, now);
    }
    if (desk_.config.leave_signals_to_command) {
        return;
    }
    desk_.log.write(LogLevel::debug, fmt::format("signal {}", signal));
    by_ = signal;
    interrupted_(signal, Next::finish);
}

/// What ran before the signal and still does after a while is stuck: breaks it off.
void Interruption::break_off_hook(int by, std::uint64_t since_before) {
    patience_.expires_after(patience_with_hooks);
    patience_.async_wait([this, by, since_before](const boost::system::error_code& error) {
        const HookInProgress now = desk_.executor->in_progress();
        if (error || now.hook.empty() || now.since >= since_before) {
            return;
        }
        desk_.say(fmt::format("interrupted: {}", text_of(now)));
        const int signal = by_.value_or(by);
        by_ = signal;
        interrupted_(signal, Next::wait);
        if (!desk_.executor->interrupt()) {
            end_at_once(signal);
            return;
        }
        patience_.expires_after(patience_with_compiled_code);
        patience_.async_wait([this, signal, since = now.since](const boost::system::error_code& again) {
            if (!again && desk_.executor->in_progress().since == since) {
                end_at_once(signal);
            }
        });
    });
}

/// Nothing is waited for: what we started dies, the kernel detaches the others.
void Interruption::end_at_once(int signal) {
    if (desk_.executor != nullptr) {
        if (const HookInProgress now = desk_.executor->in_progress(); !now.hook.empty()) {
            desk_.say(fmt::format("ending at once: {}", text_of(now)));
        }
    }
    desk_.output.flush();
    for (const pid_t tid : desk_.registry.launched()) {
        ::kill(tid, SIGKILL);
    }
    std::fflush(nullptr);
    die_of(signal);
    ::_exit(128 + signal);
}

}  // namespace troupe
