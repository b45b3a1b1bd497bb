#include "actors/worker/worker.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <csignal>
#include <future>
#include <utility>

#include "actors/thread.hpp"
#include "troupe/core/affinity.hpp"
#include "troupe/core/check.hpp"
#include "troupe/core/clock.hpp"
#include "troupe/core/signals.hpp"

namespace troupe {

Worker::Worker(unsigned index, int cpu, const Stage& stage)
    : here_(stage, index, cpu),
      residence_(here_, roster_),
      departure_(here_, roster_, held_),
      observers_(here_),
      filters_(here_, roster_),
      lifetimes_(here_, {roster_, held_, early_, untraced_, launch_, residence_, departure_}),
      transfer_(here_, roster_, residence_, lifetimes_),
      calls_(here_, {held_, untraced_, launch_, residence_, observers_, filters_, lifetimes_, own_children_}),
      events_(here_, {roster_, held_, early_, untraced_, launch_, lifetimes_}),
      arrivals_(here_, launch_, transfer_, lifetimes_),
      inbox_([this] {
          if (bell_) {
              bell_->ring();
          }
      }) {}

Result<void> Worker::start() {
    std::promise<Result<void>> ready;
    auto result = ready.get_future();
    auto thread = start_thread(fmt::format("worker {}", here_.index), [this, &ready] {
        if (here_.stage.config.inheritance.cpus.contains(here_.cpu)) {
            (void)affinity::set(0, CpuSet::only(here_.cpu));
        }
        if (!here_.stage.config.attach.empty()) {
            urgent_.emplace();
        }
        auto bell = Doorbell::hang();
        if (!bell) {
            ready.set_value(tl::unexpected(bell.error()));
            return;
        }
        bell_.emplace(std::move(*bell));
        ready.set_value({});
        while (!quit_) {
            serve_next();
        }
        here_.recorder.send_off();
        bell_->take_down();
        urgent_.reset();
    });
    if (!thread) {
        return tl::unexpected(thread.error());
    }
    thread_ = std::move(*thread);
    auto started = result.get();
    if (!started) {
        thread_.join();
    }
    return started;
}

void Worker::serve_next() {
    handle(next_report());
    here_.recorder.stop_served();
    if (roster_.round_is_over()) {
        serve_starved();
    }
    if (inbox_.any()) {
        inbox_.drain([this](orders::Order& order) { carry_out(order); });
    }
    if (observers_.has_batch()) {
        observers_.tell();
    }
    here_.refresh_plan();
    if (here_.has_new_plan()) {
        interrupt_for_plan();
    }
}

WaitReport Worker::next_report() {
    Turns& turns = residence_.turns();
    while (const auto tid = turns.next()) {
        auto report = here_.kernel.wait(*tid, Wait::look);
        if (std::holds_alternative<NoneLeft>(report)) {
            turns.remove(*tid);
        } else if (!std::holds_alternative<NothingYet>(report)) {
            turns.was_ready();
            return report;
        }
    }
    turns.waited();
    here_.recorder.send_off();
    return here_.kernel.wait(-1, Wait::sleep);
}

void Worker::handle(WaitReport report) {
    if (auto* stop = std::get_if<StopReport>(&report)) {
        if (!here_.stage.config.engine_stats) {
            serve(std::move(*stop));
            return;
        }
        const std::uint64_t begin = monotonic_ns();
        serve(std::move(*stop));
        here_.ledger.serving.add(monotonic_ns() - begin);
    } else if (const auto* end = std::get_if<EndReport>(&report)) {
        if (bell_ && bell_->is(end->tid)) {
            replace_bell(end->how);
        } else {
            lifetimes_.end(*end);
        }
    } else if (std::holds_alternative<NoneLeft>(report)) {
        TROUPE_CHECK(false, "a worker has its bell to wait for");
    }
}

/// It was killed. Without one nothing wakes us where all our tracees sleep, so we go as if we had been killed ourselves: what we launched
/// dies with us, the guardian looks after the others.
void Worker::replace_bell(const Dying& how) {
    if (!how.killed) {
        here_.stage.log.write(LogLevel::error,
                              "a doorbell cannot sleep: pause(2), ppoll(2) and sigsuspend(2) are refused, and workers cannot do without");
        die_of(SIGKILL);
        ::_exit(128 + SIGKILL);
    }
    if (const auto hung = bell_->hang_again(); !hung) {
        here_.stage.log.write(LogLevel::error, hung.error().text() + ": the one that there was has been killed, and so are we");
        die_of(SIGKILL);
        ::_exit(128 + SIGKILL);
    }
}

void Worker::serve_starved() {
    for (const pid_t tid : roster_.starved()) {
        auto report = here_.kernel.wait(tid, Wait::look);
        if (std::holds_alternative<StopReport>(report) || std::holds_alternative<EndReport>(report)) {
            ++here_.ledger.late;
            handle(std::move(report));
        }
    }
}

// A tracee that runs freely would not stop for what is wanted since now.
void Worker::interrupt_for_plan() {
    for (const pid_t tid : roster_.tids()) {
        const Tracee& tracee = *roster_.find(tid);
        if (here_.watching_of(tracee) == lifecycle::Watching::every_call && tracee.watching != lifecycle::Watching::every_call) {
            here_.interrupt(tid);
        }
    }
}

}  // namespace troupe
