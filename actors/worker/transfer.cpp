#include "actors/worker/transfer.hpp"

#include <time.h>

#include <cerrno>
#include <csignal>
#include <utility>

#include "troupe/core/clock.hpp"

namespace troupe {
namespace {

constexpr int tries_while_dying = 20;

}  // namespace

std::optional<ReadyToPark> Transfer::ready_to_park(Tracee& tracee, const Stop& stop) {
    if (!residence_.may_move(tracee)) {
        return std::nullopt;
    }
    const bool attached = tracee.facts.attached;
    const ParkingCalls calls = attached ? ParkingCalls{} : here_.stage.parking;
    auto ready = here_.kernel.prepare_to_park(stop.stopped, calls);
    const auto status = ready ? here_.tasks.status_of(tracee.facts.id.tid) : std::nullopt;
    // What is on a process that we did not start need not be what is on us.
    const int known = attached ? 0 : here_.stage.own_filters + (tracee.has_filter ? 1 : 0);
    if (calls == cannot_park || (status && (status->seccomp == 1 || status->filters != known))) {
        tracee.talk.may_move = false;  // what else speaks against it may be over by the next time
        return std::nullopt;
    }
    return status ? std::move(ready) : std::nullopt;
}

Onward Transfer::hand_over(Tracee& tracee, Stop& stop) {
    const std::size_t there = *std::exchange(tracee.talk.bound_for, std::nullopt);
    const TaskId id = tracee.facts.id;
    const auto ready = ready_to_park(tracee, stop);
    if (!ready) {
        residence_.live_here(tracee);
        return Onward::resume;
    }
    const Stage& stage = here_.stage;
    if (stage.config.affinity == AffinityUse::automatic) {
        (void)stage.affinity.keep(id, stage.workers.cpu_of(there), tracee.facts.attached);
    }
    stage.guardian.keep_parked(id.tid, tracee.facts.attached, ready->before);
    stage.registry.move(id, static_cast<unsigned>(there));
    if (auto done = here_.kernel.park(std::move(stop.stopped), *ready); !done) {
        stage.registry.move(id, here_.index);
        stage.guardian.no_longer_parked(id.tid);
        if (is_gone(done.error())) {
            return Onward::gone;  // its end will be reported here
        }
        here_.complain(done.error());
        tracee.talk.may_move = false;
        residence_.live_here(tracee);
        auto undone = here_.kernel.unpark(stop.stopped, ready->before);
        return undone ? Onward::resume : here_.after(undone.error());
    }
    ++here_.ledger.moved;
    tracee.talk.was_moved();
    tracee.state = lifecycle::step(tracee.state, lifecycle::HandedOver{}).state;
    here_.stage.workers.send(there, orders::Adopt{roster_.take(id.tid), ready->before});
    return Onward::moved;
}

Result<void> Transfer::seize(pid_t tid, bool attached) {
    seizing_since_.store(monotonic_ns(), std::memory_order_relaxed);
    const bool has_filter = !attached && !here_.stage.plans.launch_filter().empty();
    auto done = here_.kernel.seize(tid, {.follow = here_.stage.config.follow, .kill_on_exit = !attached, .filter_stops = has_filter});
    seizing_since_.store(0, std::memory_order_relaxed);
    return done;
}

void Transfer::take_in(orders::Adopt& order) {
    Tracee& tracee = roster_.put(std::move(order.tracee));
    tracee.last_stop = here_.ledger.stops;
    tracee.facts.attached = tracee.facts.attached || here_.leaves_all;
    tracee.arriving = order.parked;
    seize_parked(tracee);
}

void Transfer::seize_parked(Tracee& tracee) {
    const TaskId id = tracee.facts.id;
    if (!here_.stage.registry.holds(id)) {
        lifetimes_.drop(tracee, &Ledger::vanished);  // another thread's execve took its tid
        return;
    }
    auto seized = seize(id.tid, tracee.facts.attached);
    // EPERM: it is dying (kernel/ptrace.c looks at exit_state), or a thread that called execve has its tid, and its tracer keeps it.
    for (int tries = 0; !seized && seized.error().code == EPERM && tries < tries_while_dying; ++tries) {
        const timespec moment{0, 20'000};
        ::nanosleep(&moment, nullptr);
        seized = seize(id.tid, tracee.facts.attached);
    }
    if (!seized && (is_gone(seized.error()) || here_.tasks.is_over(id.tid))) {
        lost_while_parked(tracee);
        return;
    }
    if (!seized) {
        look_again_for(id);
        return;
    }
    here_.interrupt(id.tid);
    if (!here_.stage.registry.holds(id)) {
        give_back(id.tid);
        lifetimes_.drop(tracee, &Ledger::vanished);
        return;
    }
    if (here_.ending && !tracee.facts.attached) {
        here_.kernel.send_signal(id.tid, SIGKILL, SignalTo::process);
    }
}

/// Another thread's execve took the tid of a parked tracee, and was parked for another worker before it was seized here in its stead.
void Transfer::give_back(pid_t tid) {
    here_.recorder.send_off();
    auto report = here_.kernel.wait(tid, Wait::sleep);
    if (auto* stop = std::get_if<StopReport>(&report)) {
        if (auto done = here_.kernel.detach(std::move(stop->stopped), 0); !done) {
            here_.complain(done.error());
            stop->stopped.gone();
        }
    } else if (const auto* end = std::get_if<EndReport>(&report)) {
        here_.stage.recent_ends.add(tid, end->how);  // for that worker, which will not hear of it
    }
}

void Transfer::look_again_for(TaskId task) {
    missing_.insert(task);
    here_.needs_recheck.store(true, std::memory_order_relaxed);
}

void Transfer::retry() {
    for (const TaskId task : std::exchange(missing_, {})) {
        Tracee* tracee = roster_.find(task.tid);
        if (tracee != nullptr && tracee->facts.id == task && tracee->arriving) {
            seize_parked(*tracee);
        }
    }
}

void Transfer::arrive(Tracee& tracee, const Stopped& stopped) {
    if (auto done = here_.kernel.unpark(stopped, *tracee.arriving); !done) {
        here_.complain(done.error());
    }
    tracee.arriving.reset();
    residence_.has_arrived(tracee);
    here_.stage.guardian.no_longer_parked(tracee.facts.id.tid);
}

/// It was in a call of ours and cannot have ended by itself: it went as its process did, or another thread's execve ended it (0).
Dying Transfer::how_it_ended(const Tracee& tracee) const {
    const pid_t process = tracee.facts.process;
    if (const auto status = here_.tasks.ending_of(process)) {
        return end_of(*status);
    }
    return here_.stage.recent_ends.of(process).value_or(Dying{});
}

/// Killed, or its process ended, while it was not traced. Of our own command we hear how, as its parent.
void Transfer::lost_while_parked(Tracee& tracee) {
    const TaskId id = tracee.facts.id;
    if (!here_.stage.registry.is_command(id.tid)) {
        lifetimes_.end({id.tid, how_it_ended(tracee)});
        return;
    }
    const WaitReport report = here_.kernel.wait(id.tid, Wait::look_for_end);
    if (const auto* end = std::get_if<EndReport>(&report)) {
        lifetimes_.end(*end);
    } else if (std::holds_alternative<NoneLeft>(report)) {
        lifetimes_.end({id.tid, how_it_ended(tracee)});
    } else {
        look_again_for(id);  // its other threads have not ended yet
    }
}

}  // namespace troupe
