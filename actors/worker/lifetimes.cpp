#include "actors/worker/lifetimes.hpp"

#include <fmt/format.h>

#include <csignal>
#include <cstring>

#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

std::string why_not_launched(const std::string& name, const LaunchWatch::Failure& failure) {
    const char* reason = ::strerrordesc_np(failure.code);
    switch (failure.step) {
        case LaunchStep::identity:
            return fmt::format("cannot run '{}' as that user: {}", name, reason);
        case LaunchStep::filter:
            return fmt::format("cannot install a filter for '{}': {} (--seccomp-bpf=off does without)", name, reason);
        case LaunchStep::exec:
            break;
    }
    return fmt::format("exec: {}", reason);
}

}  // namespace

Tracee& Lifetimes::adopt(pid_t tid, bool attached, pid_t process, bool has_filter) {
    parts_.early.recycled(tid);
    const TaskId id = here_.stage.registry.add(tid, here_.index, attached);
    Tracee& tracee = parts_.roster.add({.id = id, .process = process, .parent = 0, .attached = attached || here_.leaves_all});
    tracee.memory.heed(here_.stage.registry.user_faults());
    tracee.has_filter = has_filter;
    tracee.last_stop = here_.ledger.stops;
    ++here_.ledger.appeared;
    if (here_.ending && !tracee.facts.attached) {
        here_.kernel.send_signal(tid, SIGKILL, SignalTo::process);  // made while its parent was being killed
    }
    return tracee;
}

Tracee& Lifetimes::adopt_early_child(pid_t tid) {
    const bool attached = !here_.stage.config.command.has_value();
    Tracee& tracee = adopt(tid, attached, 0, false);
    tracee.parent_unknown = true;
    here_.recorder.appeared(tracee, true);
    return tracee;
}

void Lifetimes::end(const EndReport& report) {
    here_.stage.recent_ends.add(report.tid, report.how);
    Tracee* tracee = parts_.roster.find(report.tid);
    if (tracee == nullptr || tracee->parent_unknown) {
        parts_.early.ended(report.tid);
    }
    if (tracee == nullptr) {
        return;
    }
    report_failed_launch(*tracee);
    here_.recorder.died(*tracee, report.how);
    explain_end(*tracee, report.how);
    if (here_.wants(Happening::exit)) {
        (void)here_.ask(report.how, *tracee, 0);
    }
    if (here_.stage.registry.is_command(report.tid)) {
        here_.stage.tell(notices::CommandEnded{report.how});
    }
    if (here_.stage.filters.any() && tracee->facts.process == report.tid) {
        here_.stage.filters.forget(report.tid);  // a leader's end is reported last
    }
    drop(*tracee, &Ledger::reaped);
}

void Lifetimes::reap_children_of(const Tracee& parent) {
    for (const pid_t tid : parts_.roster.tids()) {
        const Tracee* tracee = parts_.roster.find(tid);
        if (tracee == nullptr || !may_be_child(*tracee, parent)) {
            continue;
        }
        const WaitReport report = here_.kernel.wait(tid, Wait::look_for_end);
        if (const auto* ended = std::get_if<EndReport>(&report)) {
            end(*ended);
        }
    }
}

bool Lifetimes::may_be_child(const Tracee& tracee, const Tracee& parent) const {
    if (tracee.facts.process == parent.facts.process || (tracee.facts.process != 0 && tracee.facts.process != tracee.facts.id.tid)) {
        return false;  // a thread
    }
    const Tracee* known = parts_.roster.find(tracee.facts.parent);
    return known == nullptr || known->facts.process == parent.facts.process;
}

void Lifetimes::vanish(TaskId leader) {
    Tracee* tracee = parts_.roster.find(leader.tid);
    if (tracee != nullptr && tracee->facts.id == leader) {
        drop(*tracee, &Ledger::vanished);
    }
}

void Lifetimes::drop(Tracee& tracee, std::uint64_t Ledger::*how) {
    const TaskId id = tracee.facts.id;
    const pid_t process = tracee.facts.process;
    ++(here_.ledger.*how);
    here_.stage.affinity.forget(id);
    if (tracee.synchronises) {
        here_.stage.filters.end(tracee.facts.process, nullptr);
    }
    if (tracee.arriving) {
        here_.stage.guardian.no_longer_parked(id.tid);
    }
    parts_.residence.forget(tracee);
    parts_.held.forget(id);
    parts_.early.forget(id);
    parts_.untraced.forget(id.tid);
    parts_.roster.remove(id.tid);
    const std::size_t left = here_.stage.registry.remove(id);
    if (here_.stage.executor != nullptr) {
        // A leader is reported last. One that an execve has made vanish has left its number to the thread that called it.
        const bool is_over = process != 0 && !here_.stage.registry.contains(process);
        here_.stage.executor->forget(id, is_over ? process : 0);
    }
    if (left == 0) {
        here_.stage.tell(notices::NoneLeft{});
    }
    parts_.departure.look_whether_all_stopped();
}

/// A command that never got through its execve told us why.
void Lifetimes::report_failed_launch(Tracee& tracee) {
    if (const auto failure = parts_.launch.failure_of(tracee.facts.id.tid)) {
        here_.recorder.message(tracee, why_not_launched(here_.stage.config.command->name, *failure));
    }
}

/// A filter of the tracee's own sees the number -1 where no call is made.
void Lifetimes::explain_end(const Tracee& tracee, const Dying& how) const {
    if (how.killed && how.code == SIGSYS && tracee.call.void_number) {
        here_.stage.tell(notices::Trouble{
            fmt::format("Process {} was killed by a seccomp filter of its own, which saw the number -1 in the place of {}; "
                        "let a call be made that it allows: syscall=getpid",
                        tracee.facts.id.tid, name_of(tracee.call.call))});
    }
}

}  // namespace troupe
