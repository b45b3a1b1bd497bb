// What a worker does with a stop: which part it is for, and how the tracee goes on.
#include <utility>

#include "actors/worker/worker.hpp"

namespace troupe {

using Reason = StopReason::Kind;

namespace {

/// gettimeofday, time and getcpu of old programs jump to this page, where the kernel does their work without a system call
/// (arch/x86/entry/vsyscall). It shows them to filters all the same; there is no exit, and a program whose call is changed there is killed.
bool is_through_vsyscall_page(const SyscallInfo& info) {
    constexpr std::uint64_t page = 0xffff'ffff'ff60'0000;
    return (info.instruction_pointer & ~std::uint64_t{0xfff}) == page;
}

}  // namespace

void Worker::serve(StopReport report) {
    Stop stop{std::move(report.stopped)};
    const pid_t tid = stop.stopped.tid();
    if (bell_ && bell_->is(tid)) {
        bell_->rearm(std::move(stop.stopped));
        inbox_.drain([this](orders::Order& order) { carry_out(order); });
        return;
    }
    if (!here_.ending) {
        urgent_.reset();  // it is attached
    }
    ++here_.ledger.stops;
    pid_t former = tid;
    Tracee* known = report.reason.kind == Reason::exec ? events_.caller_of_exec(stop, former) : roster_.find(tid);
    const bool is_early = known == nullptr;
    if (is_early && !here_.stage.config.follow) {
        send_off(stop, report.reason);
        return;
    }
    Tracee& tracee = is_early ? lifetimes_.adopt_early_child(tid) : *known;
    tracee.last_stop = here_.ledger.stops;
    roster_.served(tracee);
    here_.ledger.free += residence_.is_kept_here(tracee) ? 0 : 1;
    if (tracee.arriving) {
        transfer_.arrive(tracee, stop.stopped);
    }
    if (untraced_.any()) {
        untraced_.first_stop(here_.kernel, stop.stopped, tracee.memory, is_early);
    }
    const bool is_exec = report.reason.kind == Reason::exec;
    const bool is_first_exec = is_exec && launch_.is_launching(tracee.facts.id.tid);
    Onward onward = is_exec ? events_.exec(tracee, stop, former) : Onward::resume;
    if (onward == Onward::resume && is_exec && !is_first_exec && here_.stage.config.detach_on_execve) {
        onward = detach(tracee, stop);
    }
    if (onward == Onward::resume) {
        const bool leaves = (here_.ending && tracee.facts.attached) || here_.stage.limit.is_reached();
        onward = leaves ? depart(tracee, stop, report.reason) : become(tracee, stop, report.reason, is_early);
    }
    if (onward == Onward::resume && here_.stage.limit.is_reached()) {
        onward = departure_.holds(tracee, stop) ? Onward::held : detach(tracee, stop);  // it was the last call that is printed
    }
    conclude(tracee, stop, onward);
    for (const TaskId child : events_.take_born()) {
        release(child);
    }
}

Onward Worker::become(Tracee& tracee, Stop& stop, const StopReason& reason, bool is_early) {
    switch (reason.kind) {
        case Reason::syscall:
            return at_call(tracee, stop, false);
        case Reason::seccomp:
            return at_call(tracee, stop, true);
        case Reason::fork:
            return events_.spawn(tracee, stop, SpawnKind::fork);
        case Reason::vfork:
            return events_.spawn(tracee, stop, SpawnKind::vfork);
        case Reason::clone:
            return events_.spawn(tracee, stop, SpawnKind::clone);
        case Reason::signal:
            return events_.signal(tracee, stop, reason.signal);
        case Reason::event:
            return events_.event_stop(tracee, stop, reason.signal, is_early);
        case Reason::exec:  // was served first
        case Reason::other:
            break;
    }
    return Onward::resume;
}

/// We end, and it is one that we attached to.
Onward Worker::depart(Tracee& tracee, Stop& stop, const StopReason& reason) {
    if (reason.kind == Reason::fork || reason.kind == Reason::vfork || reason.kind == Reason::clone) {
        events_.spawn_at_departure(tracee, stop);
    }
    stop.signal = reason.kind == Reason::signal ? reason.signal : 0;
    return departure_.holds(tracee, stop) ? Onward::held : detach(tracee, stop);
}

Onward Worker::at_call(Tracee& tracee, Stop& stop, bool by_filter) {
    const auto info = here_.kernel.syscall_info(stop.stopped);
    if (!info) {
        return here_.after(info.error());
    }
    switch (info->at) {
        case SyscallInfo::At::seccomp:
            if (is_through_vsyscall_page(*info)) {
                break;
            }
            [[fallthrough]];
        case SyscallInfo::At::entry:
            return calls_.entry(tracee, stop, *info, by_filter);
        case SyscallInfo::At::exit: {
            const Onward onward = calls_.exit(tracee, stop, *info);
            return onward == Onward::resume && tracee.talk.bound_for ? transfer_.hand_over(tracee, stop) : onward;
        }
        case SyscallInfo::At::none:
            break;
    }
    return Onward::resume;
}

void Worker::conclude(Tracee& tracee, Stop& stop, Onward onward) {
    switch (onward) {
        case Onward::resume:
            go_on(tracee, stop);
            break;
        case Onward::gone:
            stop.stopped.gone();
            break;
        case Onward::leaves:
            conclude(tracee, stop, detach(tracee, stop));
            break;
        case Onward::held:
        case Onward::moved:
            break;  // the token is where the tracee is
    }
}

/// The only place where a tracee goes on. Where the kernel refuses to resume it with its signal, it is resumed without; where it refuses
/// that, too, the tracee is detached, because it would be stopped for ever.
void Worker::go_on(Tracee& tracee, Stop& stop) {
    here_.refresh_plan();
    tracee.watching = here_.watching_of(tracee);
    Resume how = lifecycle::resume_of(tracee.state, tracee.watching);
    if (tracee.talk.bound_for && how == Resume::freely) {
        how = Resume::to_next_call;  // it leaves at the exit of a call
    }
    for (const int signal : {stop.signal, 0}) {
        const auto done = here_.kernel.resume(std::move(stop.stopped), how, signal);
        if (done || is_gone(done.error())) {
            return;
        }
        here_.complain(done.error());
    }
    stop.signal = 0;
    if (detach(tracee, stop) == Onward::gone) {
        stop.stopped.gone();
    }
}

/// `moved`: it is not traced any more, and runs. Where the kernel refuses that, with the signal and without, it is said and the tracee is
/// given up all the same: it would be waited for in vain.
Onward Worker::detach(Tracee& tracee, Stop& stop) {
    if (here_.wants(Happening::detach)) {
        (void)here_.ask(Detach{}, tracee, 0);
    }
    calls_.finish_for_detach(tracee, stop);
    here_.stage.affinity.release(tracee.facts.id);
    for (const int signal : {stop.signal, 0}) {
        const auto done = here_.kernel.detach(std::move(stop.stopped), signal);
        if (done) {
            break;
        }
        here_.complain(done.error());
        if (is_gone(done.error())) {
            return Onward::gone;
        }
    }
    stop.stopped.gone();
    here_.recorder.detached(tracee);
    if (here_.stage.registry.is_command(tracee.facts.id.tid)) {
        here_.stage.tell(notices::CommandDetached{});
    }
    lifetimes_.drop(tracee, &Ledger::detached);
    return Onward::moved;
}

/// Made with CLONE_PTRACE: the kernel attached it to us, but children are not followed.
void Worker::send_off(Stop& stop, const StopReason& reason) {
    const int signal = reason.kind == Reason::signal ? reason.signal : 0;
    if (const auto done = here_.kernel.detach(std::move(stop.stopped), signal); !done) {
        here_.complain(done.error());
        stop.stopped.gone();
    }
}

/// It was held, and goes on.
void Worker::release(TaskId task) {
    Tracee* tracee = roster_.find(task.tid);
    auto stop = held_.release(task);
    if (tracee != nullptr && stop) {
        go_on(*tracee, *stop);
    }
}

}  // namespace troupe
