#include "actors/worker/worker.hpp"

#include <fmt/format.h>
#include <sched.h>

#include <future>
#include <utility>

#include "actors/thread.hpp"
#include "troupe/core/check.hpp"
#include "troupe/core/clock.hpp"

namespace troupe {

Result<void> Worker::start() {
    std::promise<Result<void>> ready;
    auto result = ready.get_future();
    thread_ = start_thread(fmt::format("worker {}", index_), [this, &ready] {
        cpu_set_t cpus;
        CPU_ZERO(&cpus);
        CPU_SET(cpu_, &cpus);
        ::sched_setaffinity(0, sizeof cpus, &cpus);
        if (!stage_.config.attach.empty()) {
            urgent_.emplace();
        }
        auto bell = Doorbell::hang();
        if (!bell) {
            ready.set_value(tl::unexpected(bell.error()));
            return;
        }
        bell_.emplace(std::move(*bell));
        plan_ = stage_.plans.current();
        ready.set_value({});
        run();
        bell_.reset();
        urgent_.reset();
    });
    auto started = result.get();
    if (!started) {
        thread_.join();
    }
    return started;
}

void Worker::send(Order order) {
    orders_.enqueue(std::move(order));
    has_orders_.store(true, std::memory_order_release);
    bell_->ring();
}

void Worker::run() {
    while (!quit_) {
        handle(next_report());
        recorder_.stop_served();
        if (roster_.round_is_over()) {
            serve_starved();
        }
        // A bell may wait for long while busy tracees are served first.
        if (has_orders_.load(std::memory_order_acquire)) {
            read_orders();
        }
        if (has_batch_) {
            tell_observers();
        }
        refresh_plan();
        if (plan_is_new_) {
            interrupt_for_plan();
        }
    }
    recorder_.send_off();
}

WaitReport Worker::next_report() {
    while (const auto tid = turns_.next()) {
        auto report = Waiter::poll(*tid);
        if (std::holds_alternative<NobodyLeft>(report)) {
            turns_.remove(*tid);
        } else if (!std::holds_alternative<NothingYet>(report)) {
            turns_.was_ready();
            return report;
        }
    }
    turns_.waited();
    recorder_.send_off();
    return Waiter::next();
}

void Worker::handle(WaitReport report) {
    if (auto* stop = std::get_if<StopReport>(&report)) {
        if (!stage_.config.engine_stats) {
            serve(std::move(*stop));
            return;
        }
        const std::uint64_t begin = monotonic_ns();
        serve(std::move(*stop));
        ledger_.serving.add(monotonic_ns() - begin);
    } else if (const auto* end = std::get_if<EndReport>(&report)) {
        on_end(*end);
    } else if (std::holds_alternative<NobodyLeft>(report)) {
        TROUPE_CHECK(false, "a worker has its bell to wait for");
    }
}

void Worker::serve(StopReport report) {
    const pid_t tid = report.stopped.tid();
    if (bell_->is(tid)) {
        bell_->rearm(std::move(report.stopped));
        return;
    }
    if (!ending_) {
        urgent_.reset();  // it is attached
    }
    ++ledger_.stops;
    using Kind = StopReason::Kind;
    if (report.reason.kind == Kind::exec) {
        on_exec(std::move(report.stopped));
        return;
    }
    Tracee* known = roster_.find(tid);
    Tracee& tracee = known != nullptr ? *known : stranger(tid);
    roster_.served(tracee);
    ledger_.free += is_kept_here(tracee) ? 0 : 1;
    if (tracee.arriving) {
        arrive(tracee, report.stopped);
    }
    if (untraced_.any()) {
        untraced_.first_stop(report.stopped, tracee.memory, known == nullptr);
    }
    if (ending_ && tracee.facts.attached) {
        leave_with_the_others(tracee, std::move(report.stopped), report.reason.kind == Kind::signal ? report.reason.signal : 0);
        return;
    }
    switch (report.reason.kind) {
        case Kind::syscall:
            on_call(tracee, std::move(report.stopped), false);
            break;
        case Kind::seccomp:
            on_call(tracee, std::move(report.stopped), true);
            break;
        case Kind::fork:
            on_spawn(tracee, std::move(report.stopped), SpawnKind::fork);
            break;
        case Kind::vfork:
            on_spawn(tracee, std::move(report.stopped), SpawnKind::vfork);
            break;
        case Kind::clone:
            on_spawn(tracee, std::move(report.stopped), SpawnKind::clone);
            break;
        case Kind::signal:
            on_signal(tracee, std::move(report.stopped), report.reason.signal);
            break;
        case Kind::event:
            on_event(tracee, std::move(report.stopped), report.reason.signal, known == nullptr);
            break;
        case Kind::exec:
        case Kind::other:
            go_on(tracee, std::move(report.stopped));
            break;
    }
}

void Worker::serve_starved() {
    for (const pid_t tid : roster_.starved()) {
        auto report = Waiter::poll(tid);
        if (std::holds_alternative<StopReport>(report) || std::holds_alternative<EndReport>(report)) {
            ++ledger_.late;
            handle(std::move(report));
        }
    }
}

void Worker::read_orders() {
    has_orders_.store(false, std::memory_order_release);
    Order order;
    while (orders_.try_dequeue(order)) {
        std::visit([this](auto& what) { carry_out(what); }, order);
    }
}

void Worker::refresh_plan() {
    if (stage_.plans.revision() != plan_->revision) {
        plan_ = stage_.plans.current();
        plan_is_new_ = true;
    }
}

// A tracee that runs freely would not stop for what is wanted since now.
void Worker::interrupt_for_plan() {
    plan_is_new_ = false;
    for (const pid_t tid : roster_.tids()) {
        Tracee& tracee = *roster_.find(tid);
        if (watching_of(tracee) == lifecycle::Watching::every_call && tracee.watching != lifecycle::Watching::every_call) {
            if (auto done = interrupt(tid); !done) {
                complain(done.error());
            }
        }
    }
}

lifecycle::Watching Worker::watching_of(const Tracee& tracee) const {
    if (!plan_->wants_calls) {
        return lifecycle::Watching::nothing;
    }
    return tracee.has_filter && plan_->filter_suffices && !tracee.is_strict ? lifecycle::Watching::by_filter
                                                                            : lifecycle::Watching::every_call;
}

void Worker::go_on(Tracee& tracee, Stopped stopped, int signal) {
    refresh_plan();
    tracee.watching = watching_of(tracee);
    Resume how = lifecycle::resume_of(tracee.state, tracee.watching);
    if (tracee.talk.bound_for && how == Resume::freely) {
        how = Resume::to_next_call;  // it leaves at the exit of a call
    }
    if (auto done = resume(std::move(stopped), how, signal); !done) {
        complain(done.error());
    }
}

// Gone under us is an outcome, not an error: its end will be reported.
void Worker::complain(const Error& error) const {
    if (!is_gone(error)) {
        stage_.log.write(LogLevel::error, error.text());
    }
}

}  // namespace troupe
