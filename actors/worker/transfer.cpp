// Where a tracee lives: who talks much is kept on the CPU of its worker, with the worker that placement names.
//
// A wake-up that crosses CPUs costs more than all else of a stop together, and the scheduler crosses every time if it may: it likes the
// idle CPU. So a tracee that stops often shares its worker's CPU. Nothing of it is seen: it is told the CPUs that it asked for.
//
// It goes to another worker between two calls, parked (troupe/core/park.hpp). Who seizes a thread waits for an execve that another
// thread of its process is in, and that one waits until all threads are reaped, which may be our own tracees: the supervisor looks at
// workers that are long inside PTRACE_SEIZE, and reaps for them.
#include <time.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <utility>

#include "actors/worker/worker.hpp"
#include "troupe/core/affinity.hpp"
#include "troupe/core/clock.hpp"
#include "troupe/core/procfs.hpp"

namespace troupe {
namespace {

constexpr int tries_while_dying = 20;

}  // namespace

/// At each call that reaches us.
void Worker::heed(Tracee& tracee) {
    Talk& talk = tracee.talk;
    talk.wake(*stage_.loads);
    if (talk.hear(monotonic_ns(), crowd_) && (!talk.is_talkative() || talk.is_due())) {
        settle(tracee);
    }
    if (tracee.call.role == CallRole::waits) {
        talk.rest(*stage_.loads);
    }
}

/// It talks much: it goes where placement says, or is kept here. It counts there from now on, so that those who are asked about next do not
/// all go the same way.
void Worker::settle(Tracee& tracee) {
    Talk& talk = tracee.talk;
    const bool newly = !talk.is_talkative();
    talk.uncount(*stage_.loads);
    talk.bound_for.reset();
    std::size_t there = index_;
    if (stage_.workers.size() > 1 && talk.may_move && may_move(tracee) && (newly || stage_.config.placement == Placement::automatic)) {
        const auto kept = stage_.affinity.asked_by(tracee.facts.id.tid);
        const auto asked = kept ? kept : affinity::of(tracee.facts.id.tid);
        if (asked) {
            there = place(stage_.config.placement, stage_.loads->loads(), index_, *asked, stage_.loads->next_turn());
        }
    }
    if (there == index_) {
        live_here(tracee);
        return;
    }
    talk.count_at(there, *stage_.loads);
    talk.bound_for = there;
}

void Worker::live_here(Tracee& tracee) {
    tracee.talk.count_at(index_, *stage_.loads);
    turns_.add(tracee.facts.id.tid);
    if (stage_.config.affinity == AffinityUse::automatic) {
        (void)stage_.affinity.keep(tracee.facts.id, cpu_, tracee.facts.attached);
    }
}

bool Worker::is_kept_here(const Tracee& tracee) const {
    const bool kept = stage_.config.affinity == AffinityUse::automatic && tracee.talk.is_talkative() && !tracee.talk.bound_for;
    return kept || CPU_COUNT(&stage_.config.inheritance.cpus) == 1;
}

void Worker::fall_quiet(Tracee& tracee) {
    tracee.talk.fall_quiet(*stage_.loads);
    turns_.remove(tracee.facts.id.tid);
    stage_.affinity.release(tracee.facts.id);
}

void Worker::carry_out(const LookForQuiet&) {
    const std::uint64_t now = monotonic_ns();
    for (const pid_t tid : roster_.tids()) {
        Tracee& tracee = *roster_.find(tid);
        if (tracee.talk.is_talkative() && tracee.talk.is_silent(now, crowd_)) {
            fall_quiet(tracee);
        }
    }
}

/// Nothing speaks against parking it at the exit of its call.
bool Worker::may_move(const Tracee& tracee) const {
    // Without -f its process has threads that nobody watches: one that calls execve would take over the tid of a parked one unseen.
    return stage_.config.follow && !ending_ && !tracee.maker_unknown && !tracee.until_exec;
}

/// True: the tracee is another worker's now. False: it stays, and has to be resumed.
bool Worker::hand_over(Tracee& tracee, Stopped& stopped) {
    const std::size_t there = *std::exchange(tracee.talk.bound_for, std::nullopt);
    const TaskId id = tracee.facts.id;
    const auto ready = may_move(tracee) ? prepare_to_park(stopped) : std::nullopt;
    // A filter of its own might not let it `pause`.
    const auto status = ready ? procfs::status_of(id.tid) : std::nullopt;
    if (!status || status->seccomp == 1 || status->filters != stage_.own_filters + (tracee.has_filter ? 1 : 0)) {
        tracee.talk.may_move = !status;  // what else speaks against it may be over by the next time
        live_here(tracee);
        return false;
    }
    tracee.facts.process = status->process;
    Worker& other = *stage_.workers[there];
    if (stage_.config.affinity == AffinityUse::automatic) {
        (void)stage_.affinity.keep(id, other.cpu_, tracee.facts.attached);
    }
    stage_.guardian.keep_parked(id.tid, tracee.facts.attached, ready->before);
    stage_.registry.move(id, other.index_);
    if (!park(std::move(stopped), *ready)) {
        stage_.registry.move(id, index_);  // killed under us: its end will be reported here
        stage_.guardian.no_longer_parked(id.tid);
        return true;
    }
    ++ledger_.moved;
    tracee.talk.was_moved();
    tracee.state = lifecycle::Outside{};
    other.send(Adopt{roster_.take(id.tid), ready->before});
    return true;
}

/// PTRACE_SEIZE may have to wait for others, and they for us: `seizing_since` tells the supervisor.
Result<void> Worker::seize_here(pid_t tid, bool attached) {
    seizing_since_.store(monotonic_ns(), std::memory_order_relaxed);
    auto done = seize(tid, {.follow = stage_.config.follow, .kill_on_exit = !attached});
    seizing_since_.store(0, std::memory_order_relaxed);
    return done;
}

void Worker::carry_out(Adopt& order) {
    Tracee& tracee = roster_.put(std::move(order.tracee));
    tracee.arriving = order.parked;
    seize_parked(tracee);
}

void Worker::seize_parked(Tracee& tracee) {
    const TaskId id = tracee.facts.id;
    if (!stage_.registry.holds(id)) {
        drop(tracee, &Ledger::vanished);  // another thread's execve took its tid
        return;
    }
    auto seized = seize_here(id.tid, tracee.facts.attached);
    // EPERM: it is dying (kernel/ptrace.c looks at exit_state), or a thread that called execve has its tid, and its tracer keeps it.
    for (int tries = 0; !seized && seized.error().code == EPERM && tries < tries_while_dying; ++tries) {
        const timespec moment{0, 20'000};
        ::nanosleep(&moment, nullptr);
        seized = seize_here(id.tid, tracee.facts.attached);
    }
    if (!seized && (seized.error().code == ESRCH || procfs::is_over(id.tid))) {
        lost_while_parked(tracee);
        return;
    }
    if (!seized) {
        look_again_for(id.tid);
        return;
    }
    if (auto done = interrupt(id.tid); !done) {
        complain(done.error());
    }
    if (!stage_.registry.holds(id)) {
        give_back(id.tid);
        drop(tracee, &Ledger::vanished);
        return;
    }
    if (ending_ && !tracee.facts.attached) {
        ::kill(id.tid, SIGKILL);
    }
}

/// Another thread's execve took the tid of a parked tracee, and was parked for another worker before it was seized here in its stead.
void Worker::give_back(pid_t tid) {
    auto report = Waiter::next_of(tid);
    if (auto* stop = std::get_if<StopReport>(&report)) {
        if (auto done = detach(std::move(stop->stopped), 0); !done) {
            complain(done.error());
        }
    } else if (const auto* end = std::get_if<EndReport>(&report)) {
        stage_.recent_ends.add(tid, end->how);  // for that worker, who will not hear of it
    }
}

void Worker::look_again_for(pid_t tid) {
    missing_.push_back(tid);
    misses_somebody_.store(true, std::memory_order_relaxed);
}

/// Its first stop here: it is where it was before it was parked.
void Worker::arrive(Tracee& tracee, const Stopped& stopped) {
    if (auto done = unpark(stopped, *tracee.arriving); !done) {
        complain(done.error());
    }
    tracee.arriving.reset();
    turns_.add(tracee.facts.id.tid);
    stage_.guardian.no_longer_parked(tracee.facts.id.tid);
}

/// It was in a call of ours and cannot have ended by itself: it went as its process did, or another thread's execve ended it (0).
Dying Worker::how_it_ended(const Tracee& tracee) const {
    const pid_t process = tracee.facts.process;
    if (const auto status = procfs::ending_of(process)) {
        return end_of(*status);
    }
    return stage_.recent_ends.of(process).value_or(Dying{});
}

/// Killed, or its process ended, while nobody traced it. Of our own command we hear how, as its parent.
void Worker::lost_while_parked(Tracee& tracee) {
    const pid_t tid = tracee.facts.id.tid;
    const WaitReport report = stage_.registry.is_command(tid) ? Waiter::poll_end(tid) : NobodyLeft{};
    if (const auto* end = std::get_if<EndReport>(&report)) {
        on_end(*end);
    } else if (std::holds_alternative<NobodyLeft>(report)) {
        on_end({tid, how_it_ended(tracee)});
    } else {
        look_again_for(tid);  // its other threads have not ended yet
    }
}

/// What a program is told about CPUs is what it asked for, not where we keep it.
void Worker::answer_affinity(Tracee& tracee, std::int64_t result) {
    const CallInProgress& call = tracee.call;
    if (!is_about_affinity(call.role)) {
        return;
    }
    const auto whom = procfs::thread_known_as(static_cast<pid_t>(call.args[0]), tracee.facts.id.tid);
    if (!whom) {
        return;
    }
    if (call.role == CallRole::sched_setaffinity) {
        stage_.affinity.asked_anew(*whom);
        return;
    }
    if (const auto asked = stage_.affinity.asked_by(*whom); asked && result > 0) {
        (void)tracee.memory.write(call.args[2], affinity::as_written(*asked, static_cast<std::size_t>(result)));
    }
}

}  // namespace troupe
