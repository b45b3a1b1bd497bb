#include "actors/supervisor/finish.hpp"

#include <boost/asio/post.hpp>
#include <chrono>
#include <utility>

#include "actors/thread.hpp"
#include "troupe/core/urgent.hpp"

namespace troupe {
namespace {

using namespace std::chrono_literals;

// So long those that are stopped wait for those that are not, before they are detached.
constexpr auto patience_with_the_last = 100ms;

}  // namespace

Finish::Finish(const Desk& desk, std::function<bool()> any_left)
    : desk_(desk),
      any_left_(std::move(any_left)),
      interruption_(desk, [this](int signal, Interruption::Next next) { interrupted(signal, next); }),
      last_(desk.context) {}

void Finish::command_ended(const Dying& how) {
    if (interruption_.by()) {
        return;  // it ended because we did
    }
    result_ = how.killed ? RunResult{RunResult::How::signal, how.code} : RunResult{RunResult::How::status, how.code};
}

void Finish::interrupted(int signal, Interruption::Next next) {
    result_ = {RunResult::How::signal, signal};
    if (next == Interruption::Next::finish && is_running()) {
        run_at_exit(Ending::interrupted);
    }
}

void Finish::script_stopped(const ScriptStop& stop) {
    switch (stop.kind) {
        case ScriptStop::Kind::error:
            desk_.say("lua: " + stop.message);
            result_ = {RunResult::How::status, stop.exit_status};
            break;
        case ScriptStop::Kind::exit:
            result_ = {RunResult::How::status, stop.exit_status};
            break;
        case ScriptStop::Kind::interrupted:
            break;  // said when it was broken off
    }
    interruption_.end_at_next();
    end_tracees();
}

void Finish::limit_reached() {
    if (!is_running()) {
        return;
    }
    leaves_all_ = true;
    result_ = {RunResult::How::status, 0};
    interruption_.end_at_next();
    run_at_exit(Ending::interrupted);
}

void Finish::nothing_to_trace(int status) {
    nothing_to_trace_ = true;
    result_ = {RunResult::How::status, status};
}

void Finish::look_whether_over() {
    if (any_left_()) {
        return;
    }
    if (phase_ == Phase::running && !nothing_to_trace_) {
        run_at_exit(Ending::all_gone);
    } else if (phase_ == Phase::running || phase_ == Phase::ending) {
        conclude();
    }
}

void Finish::run_at_exit(Ending why) {
    phase_ = Phase::finishing;
    if (desk_.executor == nullptr) {
        at_exit_ran(std::nullopt);
        return;
    }
    const std::vector<TaskFacts> leaves = why == Ending::interrupted ? desk_.registry.leaving(leaves_all_) : std::vector<TaskFacts>{};
    auto started = start_thread("finisher", [this, why, leaves] {
        auto stop = desk_.executor->finish(why, leaves);
        boost::asio::post(desk_.context, [this, stop = std::move(stop)] { at_exit_ran(stop); });
    });
    if (started) {
        finisher_ = std::move(*started);
        return;
    }
    // Without a thread for it `at_exit` runs all the same; what it does not do is hear signals meanwhile.
    desk_.log.write(LogLevel::warning, started.error().text());
    at_exit_ran(desk_.executor->finish(why, leaves));
}

void Finish::at_exit_ran(const std::optional<ScriptStop>& stop) {
    if (finisher_.joinable()) {
        finisher_.join();
    }
    if (stop) {
        script_stopped(*stop);
    } else {
        end_tracees();
    }
}

void Finish::end_tracees() {
    if (phase_ == Phase::ending || phase_ == Phase::over) {
        return;
    }
    phase_ = Phase::ending;
    if (!desk_.config.attach.empty() || leaves_all_) {
        stay_urgent();
        last_.expires_after(patience_with_the_last);
        last_.async_wait([this](const boost::system::error_code& error) {
            if (!error) {
                detach_all();
            }
        });
    }
    send_all(orders::End{leaves_all_});
    look_whether_over();
}

void Finish::all_stopped() {
    if (++workers_stopped_ == desk_.workers.count()) {
        detach_all();
    }
}

/// What we attached to goes on: all of it at once, or as soon as it can.
void Finish::detach_all() {
    last_.cancel();
    send_all(orders::DetachAll{});
}

void Finish::conclude() {
    last_.cancel();
    phase_ = Phase::over;
    if (finisher_.joinable()) {
        finisher_.join();
    }
    desk_.context.stop();
}

}  // namespace troupe
