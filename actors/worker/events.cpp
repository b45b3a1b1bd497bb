// What a worker does at stops that are not system calls, and when a tracee ends.
#include <fmt/format.h>
#include <unistd.h>

#include <cstring>
#include <utility>

#include "actors/worker/worker.hpp"
#include "troupe/core/clock.hpp"

namespace troupe {
namespace {

// Their event is on its way when the child first stops; only a SIGKILL takes it back.
constexpr std::uint64_t patience_with_makers = 50'000'000;

}  // namespace

Tracee& Worker::adopt(pid_t tid, bool attached, pid_t parent, bool has_filter) {
    dead_strangers_.erase(tid);
    const TaskId id = stage_.registry.add(tid, index_, attached);
    Tracee& tracee = roster_.add({.id = id, .process = 0, .parent = parent, .attached = attached});
    tracee.has_filter = has_filter;
    ++ledger_.appeared;
    if (ending_ && !attached) {
        ::kill(tid, SIGKILL);  // made while its maker was being killed
    }
    return tracee;
}

/// A tracee whose first stop came before its maker's event. What is not known of it yet, that event tells.
Tracee& Worker::stranger(pid_t tid) {
    const bool attached = !stage_.config.command.has_value();
    Tracee& tracee = adopt(tid, attached, 0, false);
    tracee.maker_unknown = true;
    recorder_.appeared(tracee, true);
    return tracee;
}

/// A stranger's first stop. Until its maker's event it does not run: hooks are to hear of its birth before its calls, and it is not to
/// see the CPU that its maker is kept on. The event does not come if the maker is killed now: nobody waits for ever.
void Worker::wait_for_maker(Tracee& tracee, Stopped stopped) {
    const std::uint64_t until = monotonic_ns() + patience_with_makers;
    tracee.hold.emplace(Hold{std::move(stopped), until});
    waits_for_maker_.insert(tracee.facts.id.tid);
    misses_somebody_.store(true, std::memory_order_relaxed);
}

/// Those whose makers have been waited for long enough.
void Worker::look_after_strangers() {
    const std::uint64_t now = monotonic_ns();
    for (auto tid = waits_for_maker_.begin(); tid != waits_for_maker_.end();) {
        Tracee& tracee = *roster_.find(*tid);
        if (tracee.hold->until > now) {
            ++tid;
            continue;
        }
        tid = waits_for_maker_.erase(tid);
        end_hold(tracee);
    }
    if (!waits_for_maker_.empty()) {
        misses_somebody_.store(true, std::memory_order_relaxed);
    }
}

void Worker::drop(Tracee& tracee, std::uint64_t Ledger::*how) {
    const TaskId id = tracee.facts.id;
    ++(ledger_.*how);
    stage_.affinity.forget(id);
    if (tracee.arriving) {
        stage_.guardian.no_longer_parked(id.tid);
    }
    tracee.talk.fall_quiet(*stage_.loads);
    roster_.remove(id.tid);
    waits_for_maker_.erase(id.tid);
    leaving_.erase(id.tid);
    untraced_.forget(id.tid);
    if (stage_.executor != nullptr) {
        stage_.executor->forget(id);
    }
    if (stage_.registry.remove(id) == 0) {
        stage_.notices.nobody_left();
    }
    look_whether_all_stopped();
}

void Worker::on_spawn(Tracee& tracee, Stopped stopped, SpawnKind kind) {
    auto message = event_message(stopped);
    if (!message) {
        complain(message.error());
        return;
    }
    const auto child = static_cast<pid_t>(*message);
    const Lineage lineage = tracee.facts.lineage.next_child();
    if (dead_strangers_.erase(child) == 0) {
        Tracee* known = roster_.find(child);
        if (known == nullptr) {
            untraced_.expect(tracee.facts.id.tid, child);
            known = &adopt(child, tracee.facts.attached, tracee.facts.id.tid, tracee.has_filter);
            recorder_.appeared(*known, true);
        }
        known->maker_unknown = false;
        known->facts.parent = tracee.facts.id.tid;
        known->facts.lineage = lineage;
        known->facts.attached = tracee.facts.attached;
        known->has_filter = tracee.has_filter;
        known->abi = tracee.abi;
        known->until_exec = kind == SpawnKind::vfork;
        stage_.affinity.inherit(tracee.facts.id.tid, child);
        if (waits_for_maker_.erase(child) != 0) {
            end_hold(*known);
        }
    }
    recorder_.spawned(tracee, {kind, child}, lineage);
    if (untraced_.any()) {
        untraced_.end(stopped, tracee.memory);
    }
    tracee.state = lifecycle::step(tracee.state, lifecycle::SpawnStop{}).state;
    if (wants(Happening::spawn)) {
        (void)ask(Spawn{kind, child}, tracee, 0);
    }
    go_on(tracee, std::move(stopped));
}

// The caller of execve has its process's tid from here on, whichever thread it was; the thread that had it is no more.
void Worker::on_exec(Stopped stopped) {
    auto message = event_message(stopped);
    if (!message) {
        complain(message.error());
        return;
    }
    const pid_t tid = stopped.tid();
    const auto former = static_cast<pid_t>(*message);
    Tracee* caller = roster_.find(former);
    if (caller == nullptr) {
        caller = &stranger(tid);
    } else if (former != tid) {
        const TaskId before = caller->facts.id;
        const TaskId now{tid, before.serial};
        const Registry::Owned leader = stage_.registry.rename(before, tid);
        stage_.affinity.rename(before, tid);
        recorder_.superseded(leader.task, *caller, now);
        if (leader.task.tid != 0) {
            if (leader.worker == index_) {
                carry_out(LeaderVanished{leader.task});
            } else {
                stage_.notices.vanished(leader.task, leader.worker);
            }
        }
        caller = &roster_.rename(former, now);
    }
    Tracee& tracee = *caller;
    roster_.served(tracee);
    tracee.until_exec = false;
    if (stage_.registry.is_command(tid)) {
        launch_report_.reset();
    }
    tracee.state = lifecycle::step(tracee.state, lifecycle::ExecStop{}).state;
    recorder_.executed(tracee, former);
    if (wants(Happening::exec)) {
        (void)ask(Exec{former}, tracee, 0);
    }
    if (ending_ && tracee.facts.attached) {
        let_go(tracee, std::move(stopped), 0);
        return;
    }
    go_on(tracee, std::move(stopped));
}

void Worker::on_signal(Tracee& tracee, Stopped stopped, int signal) {
    auto info = signal_info(stopped);
    if (!info) {
        complain(info.error());
        return;
    }
    if (tracee.injected_signal == signal && info->si_code == SI_TKILL && info->si_pid == ::getpid()) {
        tracee.injected_signal.reset();
        std::memset(&*info, 0, sizeof *info);
        info->si_signo = signal;
        info->si_code = SI_KERNEL;
        if (auto done = set_signal_info(stopped, *info); !done) {
            complain(done.error());
        }
    }
    tracee.state = lifecycle::step(tracee.state, lifecycle::SignalDelivery{signal}).state;
    recorder_.signal(tracee, signal, *info);
    int delivered = signal;
    if (wants(Happening::signal)) {
        const Decision decision = ask(SignalStop{signal, *info}, tracee, 0);
        delivered = decision.signal.value_or(signal);
        apply(tracee, stopped, {});
    }
    go_on(tracee, std::move(stopped), delivered);
}

void Worker::on_event(Tracee& tracee, Stopped stopped, int signal, bool is_stranger) {
    const lifecycle::Step next = lifecycle::step(tracee.state, lifecycle::EventStop{signal});
    tracee.state = next.state;
    if (next.report == lifecycle::Report::group_stop) {
        recorder_.group_stop(tracee, signal);
    }
    if (is_stranger && stage_.config.follow && !ending_) {
        wait_for_maker(tracee, std::move(stopped));
        return;
    }
    go_on(tracee, std::move(stopped));
}

void Worker::on_end(const EndReport& report) {
    stage_.recent_ends.add(report.tid, report.how);
    Tracee* tracee = roster_.find(report.tid);
    if (tracee == nullptr) {
        dead_strangers_.insert(report.tid);
        return;
    }
    if (tracee->maker_unknown) {
        dead_strangers_.insert(report.tid);
    }
    recorder_.died(*tracee, report.how);
    explain_end(*tracee, report.how);
    if (wants(Happening::exit)) {
        (void)ask(report.how, *tracee, 0);
    }
    if (stage_.registry.is_command(report.tid)) {
        report_failed_launch();
        stage_.notices.command_ended(report.how);
    }
    drop(*tracee, &Ledger::reaped);
}

/// A thread that was set free competes for the CPUs with those that have yet to come to their stop. So the first wait for the last,
/// whichever worker it has, but not for long: it may sleep where no tracer can wake it.
void Worker::leave_with_the_others(Tracee& tracee, Stopped stopped, int signal) {
    if (leave_at_once_) {
        let_go(tracee, std::move(stopped), signal);
        return;
    }
    leaving_.emplace(tracee.facts.id.tid, Leaving{std::move(stopped), signal});
    look_whether_all_stopped();
}

void Worker::look_whether_all_stopped() {
    if (ending_ && !all_stopped_ && leaving_.size() >= roster_.size()) {
        all_stopped_ = true;
        stage_.notices.all_stopped();
    }
}

void Worker::let_all_go() {
    leave_at_once_ = true;
    for (auto& [tid, leaving] : std::exchange(leaving_, {})) {
        let_go(*roster_.find(tid), std::move(leaving.stopped), leaving.signal);
    }
}

void Worker::let_go(Tracee& tracee, Stopped stopped, int signal) {
    recorder_.detached(tracee);
    apply(tracee, stopped, {});
    settle_call(tracee, stopped);
    stage_.affinity.release(tracee.facts.id);
    if (auto done = detach(std::move(stopped), signal); !done) {
        complain(done.error());
    }
    drop(tracee, &Ledger::detached);
}

}  // namespace troupe
