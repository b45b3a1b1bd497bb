#include "actors/worker/event_path.hpp"

#include <unistd.h>

#include <cstring>
#include <utility>

namespace troupe {

Onward EventPath::spawn(Tracee& parent, Stop& stop, SpawnKind kind) {
    const auto message = here_.kernel.event_message(stop.stopped);
    if (!message) {
        return here_.after(message.error());
    }
    const auto child = static_cast<pid_t>(*message);
    const Lineage lineage = parent.facts.lineage.next_child();
    note_child(parent, child, kind, lineage);
    here_.recorder.spawned(parent, {kind, child}, lineage);
    if (parts_.untraced.any()) {
        parts_.untraced.end(here_.kernel, stop.stopped, parent.memory);
    }
    if (!here_.wants(Happening::spawn)) {
        return Onward::resume;
    }
    const Tracee* known = parts_.roster.find(child);
    return tell(parent, stop, Spawn{kind, child, known != nullptr ? known->facts.process : 0});
}

void EventPath::note_child(const Tracee& parent, pid_t tid, SpawnKind kind, const Lineage& lineage) {
    const bool exists = !parts_.early.has_ended(tid) || here_.tasks.status_of(tid).has_value();
    const EarlyChildren::Child what = parts_.early.parent_event(tid, exists);
    if (what == EarlyChildren::Child::ended) {
        return;
    }
    Tracee* child = parts_.roster.find(tid);
    if (child == nullptr) {
        parts_.untraced.expect(parent.facts.id.tid, tid);
        child = &parts_.lifetimes.adopt(tid, parent.facts.attached, 0, parent.has_filter);
        here_.recorder.appeared(*child, true);
    } else if (!child->parent_unknown && child->facts.parent != 0) {
        return;  // the event is about a thread that had this tid before, and ended unseen
    }
    introduce(*child, parent, kind);
    child->facts.lineage = lineage;
    if (what == EarlyChildren::Child::early) {
        born_.push_back(child->facts.id);
    }
}

/// What the parent's event tells of a child.
void EventPath::introduce(Tracee& child, const Tracee& parent, SpawnKind kind) {
    const pid_t tid = child.facts.id.tid;
    const pid_t process = parent.facts.process;
    child.parent_unknown = false;
    child.facts.parent = parent.facts.id.tid;
    child.facts.attached = parent.facts.attached;
    // The kind of the event follows the signal of the child's end, which says nothing of CLONE_THREAD.
    child.facts.process = process != 0 && here_.tasks.is_thread_of(process, tid) ? process : tid;
    child.has_filter = parent.has_filter;
    child.own_filters = here_.own_filters_of(parent);
    child.no_new_privs = parent.no_new_privs;
    child.abi = parent.abi;
    child.until_exec = kind == SpawnKind::vfork;
    here_.stage.affinity.inherit(parent.facts.id.tid, tid);
}

std::vector<TaskId> EventPath::take_born() { return std::exchange(born_, {}); }

void EventPath::spawn_at_departure(const Tracee& parent, const Stop& stop) {
    if (const auto message = here_.kernel.event_message(stop.stopped)) {
        here_.stage.affinity.inherit(parent.facts.id.tid, static_cast<pid_t>(*message));
    }
}

Tracee* EventPath::caller_of_exec(const Stop& stop, pid_t& former) {
    const pid_t tid = stop.stopped.tid();
    const auto message = here_.kernel.event_message(stop.stopped);
    if (!message) {
        here_.complain(message.error());
    }
    former = message ? static_cast<pid_t>(*message) : tid;
    Tracee* caller = parts_.roster.find(former);
    if (caller == nullptr) {
        caller = &parts_.lifetimes.adopt_early_child(tid);
        caller->facts.process = tid;
        return caller;
    }
    if (former == tid) {
        return caller;
    }
    const TaskId before = caller->facts.id;
    const TaskId now{tid, before.serial};
    const Registry::Owned leader = here_.stage.registry.rename(before, tid);
    here_.stage.affinity.rename(before, tid);
    here_.recorder.superseded(leader.task, *caller, now);
    if (leader.task.tid != 0) {
        if (leader.worker == here_.index) {
            parts_.lifetimes.vanish(leader.task);
        } else {
            here_.stage.tell(notices::Vanished{leader.task, leader.worker});
        }
    }
    Tracee& renamed = parts_.roster.rename(former, now);
    renamed.facts.process = tid;
    return &renamed;
}

Onward EventPath::exec(Tracee& tracee, Stop& stop, pid_t former) {
    tracee.until_exec = false;
    parts_.launch.executed(tracee.facts.id.tid);
    tracee.state = lifecycle::step(tracee.state, lifecycle::ExecStop{}).state;
    here_.recorder.executed(tracee, former);
    return here_.wants(Happening::exec) ? tell(tracee, stop, Exec{former}) : Onward::resume;
}

/// Hooks may have written to memory, and the script may be over.
Onward EventPath::tell(Tracee& tracee, const Stop& stop, const Event& event) {
    const Decision asked = here_.ask(event, tracee, 0);
    if (!here_.act(tracee, stop.stopped, {.kill = asked.kill}, {})) {
        return Onward::gone;
    }
    return asked.detach ? Onward::leaves : Onward::resume;
}

/// A signal that a hook asked for at a call. A tracee in a PID namespace of its own is told 0 for a sender outside of it.
bool EventPath::is_ours(const Tracee& tracee, int signal, const siginfo_t& info) const {
    return tracee.injected_signal == signal && info.si_code == SI_TKILL && (info.si_pid == ::getpid() || info.si_pid == 0);
}

void EventPath::note_place(Tracee& tracee, const Stopped& stopped) const {
    if (!here_.recorder.shows_place()) {
        return;
    }
    const auto info = here_.kernel.syscall_info(stopped);
    tracee.instruction_pointer = info ? std::optional(info->instruction_pointer) : std::nullopt;
}

Onward EventPath::signal(Tracee& tracee, Stop& stop, int signal) {
    stop.signal = signal;
    auto info = here_.kernel.signal_info(stop.stopped);
    if (!info) {
        return here_.after(info.error());
    }
    tracee.call.void_number = false;  // a filter that kills sends no signal that stops
    if (is_ours(tracee, signal, *info)) {
        tracee.injected_signal.reset();
        std::memset(&*info, 0, sizeof *info);
        // As of one that is taken at a syscall stop, so that both ways of sending it look alike.
        info->si_signo = signal;
        info->si_code = SI_KERNEL;
        if (auto done = here_.kernel.set_signal_info(stop.stopped, *info); !done && here_.after(done.error()) == Onward::gone) {
            return Onward::gone;
        }
    }
    note_place(tracee, stop.stopped);
    here_.recorder.signal(tracee, signal, *info, here_.recorder.shows(signal) ? here_.stack_of(tracee, stop.stopped) : Stack{});
    if (!here_.wants(Happening::signal)) {
        return Onward::resume;
    }
    const Decision asked = here_.ask(SignalStop{signal, *info}, tracee, 0);
    const Decision decision{.signal = asked.signal.value_or(signal), .kill = asked.kill};
    const auto applied = here_.act(tracee, stop.stopped, decision, {Moment::At::signal});
    if (!applied) {
        return Onward::gone;
    }
    stop.signal = applied->deliver;
    return asked.detach ? Onward::leaves : Onward::resume;
}

Onward EventPath::event_stop(Tracee& tracee, Stop& stop, int signal, bool is_early) {
    const lifecycle::Step next = lifecycle::step(tracee.state, lifecycle::EventStop{signal});
    tracee.state = next.state;
    tracee.call.void_number = tracee.call.void_number && std::holds_alternative<lifecycle::Inside>(tracee.state);
    if (next.report == lifecycle::Report::group_stop) {
        note_place(tracee, stop.stopped);
        here_.recorder.group_stop(tracee, signal);
    }
    if (!is_early || !here_.stage.config.follow || here_.ending) {
        return Onward::resume;
    }
    parts_.early.first_stop(tracee.facts.id, here_.ledger.stops);
    parts_.held.hold(tracee.facts.id, std::move(stop), HeldTracees::Why::parent);
    here_.needs_recheck.store(true, std::memory_order_relaxed);
    return Onward::held;
}

std::vector<TaskId> EventPath::orphans() {
    std::vector<TaskId> orphans;
    for (const TaskId child : parts_.held.held_for(HeldTracees::Why::parent)) {
        if (parent_may_tell_of(child)) {
            here_.needs_recheck.store(true, std::memory_order_relaxed);
            continue;
        }
        parts_.early.forget(child);
        parts_.roster.find(child.tid)->parent_unknown = false;
        orphans.push_back(child);
    }
    return orphans;
}

bool EventPath::parent_may_tell_of(TaskId child) {
    const auto status = here_.tasks.status_of(child.tid);
    if (!status) {
        return true;  // it is being reaped
    }
    Tracee& known = *parts_.roster.find(child.tid);
    known.facts.process = status->process;
    const std::uint64_t since = parts_.early.since(child);
    for (const pid_t tid : parts_.roster.tids()) {
        const Tracee& tracee = *parts_.roster.find(tid);
        // An early child has not run. Reports of one tracee come in order, so one that stopped for anything else since then is not the
        // parent.
        if (!tracee.parent_unknown && tracee.last_stop <= since && may_tell(tracee, *status)) {
            return true;
        }
    }
    return false;
}

/// Whether this tracee may be in the middle of the call that made `child`: it is of the parent's process, or a child of it itself
/// (CLONE_PARENT), and it is not asleep, because nothing between the child's start and the event sleeps.
bool EventPath::may_tell(const Tracee& tracee, const procfs::Status& child) {
    const pid_t tid = tracee.facts.id.tid;
    const bool is_thread = child.process == tracee.facts.process;
    const auto status = here_.tasks.status_of(tid);
    if (!status || (!is_thread && status->process != child.parent && status->parent != child.parent)) {
        return false;
    }
    if (status->state == 'R') {
        here_.interrupt(tid);  // so that it stops, for that event or for this
    }
    return status->state == 'R' || status->state == 'D' || status->state == 't';
}

}  // namespace troupe
