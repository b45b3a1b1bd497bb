// How a run ends: everybody gone, the user interrupts, a script stops.
#include <fmt/format.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <boost/asio/post.hpp>
#include <chrono>
#include <cstdio>

#include "actors/supervisor.hpp"
#include "actors/thread.hpp"
#include "troupe/core/clock.hpp"
#include "troupe/core/signals.hpp"

namespace troupe {
namespace {

using namespace std::chrono_literals;

// A hook that still runs so long after ^C does not come back by itself.
constexpr auto patience_with_hooks = 200ms;
// Interpreted code is broken off at its next instruction; compiled code never is.
constexpr auto patience_with_compiled_code = 1s;
// So long those that are stopped wait for those that are not, before they are set free.
constexpr auto patience_with_the_last = 100ms;

std::string who_holds(const HookInProgress& now) {
    const double seconds = static_cast<double>(monotonic_ns() - now.since) / 1e9;
    if (now.tracee == 0) {
        return fmt::format("{} has been running for {:.1f} s", now.hook, seconds);
    }
    return fmt::format("hook {} has held tracee {} for {:.1f} s", now.hook, now.tracee, seconds);
}

}  // namespace

void Supervisor::watch_signals() {
    for (const int signal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM}) {
        // Shells start what runs in the background with INT and QUIT ignored. Of processes that we have attached to it is how to leave.
        const bool leaves = !config_.command && (signal == SIGINT || signal == SIGQUIT);
        if (leaves || !config_.inheritance.ignored[static_cast<std::size_t>(signal)]) {
            signals_.add(signal);
        }
    }
    signals_.async_wait([this](const boost::system::error_code& error, int signal) {
        if (!error) {
            on_signal(signal);
        }
    });
}

void Supervisor::on_signal(int signal) {
    watch_signals();
    if (interrupted_by_) {
        end_at_once(signal);
        return;
    }
    const std::uint64_t now = monotonic_ns();
    if (executor_ != nullptr && !executor_->in_progress().hook.empty()) {
        break_off_hook(signal, now);
    }
    if (config_.leave_signals_to_command) {
        return;
    }
    log_.write(LogLevel::debug, fmt::format("signal {}", signal));
    interrupted_by_ = signal;
    result_ = {RunResult::How::signal, signal};
    if (phase_ == Phase::running) {
        finish(Ending::interrupted);
    }
}

/// What ran before the signal and still does after a while is stuck: breaks it off.
void Supervisor::break_off_hook(int by, std::uint64_t since_before) {
    patience_.expires_after(patience_with_hooks);
    patience_.async_wait([this, by, since_before](const boost::system::error_code& error) {
        const HookInProgress now = executor_->in_progress();
        if (error || now.hook.empty() || now.since >= since_before) {
            return;
        }
        say(fmt::format("interrupted: {}", who_holds(now)));
        const int signal = interrupted_by_.value_or(by);
        interrupted_by_ = signal;
        result_ = {RunResult::How::signal, signal};
        if (!executor_->interrupt()) {
            end_at_once(signal);
            return;
        }
        patience_.expires_after(patience_with_compiled_code);
        patience_.async_wait([this, signal, since = now.since](const boost::system::error_code& again) {
            if (!again && executor_->in_progress().since == since) {
                end_at_once(signal);
            }
        });
    });
}

/// Nothing is waited for: what we started dies, the kernel sets the others free.
void Supervisor::end_at_once(int signal) {
    if (executor_ != nullptr) {
        if (const HookInProgress now = executor_->in_progress(); !now.hook.empty()) {
            say(fmt::format("ending at once: {}", who_holds(now)));
        }
    }
    output_.flush();
    for (const pid_t tid : registry_.launched()) {
        ::kill(tid, SIGKILL);
    }
    std::fflush(nullptr);
    die_of(signal);
    ::_exit(128 + signal);
}

void Supervisor::on_script_stop(const ScriptStop& stop) {
    switch (stop.kind) {
        case ScriptStop::Kind::error:
            say("lua: " + stop.message);
            result_ = {RunResult::How::status, stop.exit_status};
            break;
        case ScriptStop::Kind::exit:
            result_ = {RunResult::How::status, stop.exit_status};
            break;
        case ScriptStop::Kind::interrupted:
            break;  // said when it was broken off
    }
    interrupted_by_ = interrupted_by_.value_or(SIGINT);  // a signal from here on ends us at once
    end_tracees();
}

void Supervisor::look_whether_over() {
    if (registry_.size() != 0 || command_pending_ || attach_answers_due_ != 0) {
        return;
    }
    if (phase_ == Phase::running) {
        if (!attach_failed_) {
            finish(Ending::all_gone);
            return;
        }
        conclude();
    } else if (phase_ == Phase::ending) {
        conclude();
    }
}

void Supervisor::finish(Ending ending) {
    phase_ = Phase::finishing;
    if (executor_ == nullptr) {
        finished(std::nullopt);
        return;
    }
    auto started = start_thread("finisher", [this, ending] {
        auto stop = executor_->finish(ending);
        boost::asio::post(context_, [this, stop = std::move(stop)] { finished(stop); });
    });
    if (started) {
        finisher_ = std::move(*started);
        return;
    }
    // Without a thread for it `at_exit` runs all the same; what it does not do is hear signals meanwhile.
    log_.write(LogLevel::warning, started.error().text());
    finished(executor_->finish(ending));
}

void Supervisor::finished(const std::optional<ScriptStop>& stop) {
    if (finisher_.joinable()) {
        finisher_.join();
    }
    if (stop) {
        on_script_stop(*stop);
    } else {
        end_tracees();
    }
}

void Supervisor::end_tracees() {
    if (phase_ == Phase::ending || phase_ == Phase::over) {
        return;
    }
    phase_ = Phase::ending;
    if (!config_.attach.empty()) {
        stay_urgent();
        let_go_timer_.expires_after(patience_with_the_last);
        let_go_timer_.async_wait([this](const boost::system::error_code& error) {
            if (!error) {
                let_go();
            }
        });
    }
    for (const auto& worker : workers_) {
        worker->send(orders::End{});
    }
    look_whether_over();
}

/// What we attached to goes on: all of it at once, or as soon as it can.
void Supervisor::let_go() {
    let_go_timer_.cancel();
    for (const auto& worker : workers_) {
        worker->send(orders::DetachAll{});
    }
}

void Supervisor::conclude() {
    let_go_timer_.cancel();
    phase_ = Phase::over;
    if (finisher_.joinable()) {
        finisher_.join();
    }
    context_.stop();
}

/// `--engine-stats`.
void Supervisor::say_stats(const Ledger& total, const Losses& lost) const {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
    const std::uint64_t lost_tracees = total.appeared - (total.reaped + total.detached + total.vanished);
    say(
        fmt::format("{} stops, at most {} of them across CPUs: p50 {:.1f} us, p99 {:.1f} us each; {} hooks, {} observed; {} tracees, {} "
                    "handed over; {} lost; {} bytes of output lost; "
                    "{:.2f} s of CPU in user mode, {:.2f} s in the kernel",
                    total.stops, total.free, static_cast<double>(total.serving.percentile(0.5)) / 1e3,
                    static_cast<double>(total.serving.percentile(0.99)) / 1e3, total.asked, total.observed, total.appeared, total.moved,
                    lost_tracees, lost.bytes(), seconds(used.ru_utime), seconds(used.ru_stime)));
}

}  // namespace troupe
