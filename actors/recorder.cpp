#include "actors/recorder.hpp"

#include <fmt/format.h>

#include <utility>

#include "troupe/core/constants.hpp"
#include "troupe/core/lines.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {
unsigned Recorder::qualifiers(SyscallId call) const {
    const Printing& printing = config_.printing;
    unsigned bits = printing.traced.contains(call) ? qualifier::trace : 0;
    bits |= printing.abbreviated.contains(call) ? qualifier::abbrev : 0;
    bits |= printing.verbose.contains(call) ? qualifier::verbose : 0;
    bits |= printing.raw.contains(call) ? qualifier::raw : 0;
    return bits;
}

void Recorder::send_off() {
    collector_.send_off();
    stops_ = 0;
}

void Recorder::stop_served() {
    if (++stops_ > worth_collecting_) {
        send_off();
    }
}

Head Recorder::head_of(TaskId task) const {
    return {.sequence = 0, .task = task, .time = rendering_->shows_time() ? Timestamp::now() : Timestamp{}};
}

void Recorder::send(TaskId task, What what) {
    collector_.add({head_of(task), std::move(what)});
    send_off();
}

void Recorder::message(Tracee& tracee, const std::string& text) {
    const TaskId task = tracee.facts.id;
    send(task, Message{fmt::format("{}: {}", config_.program_name, text), rendering_->message(tracee, text)});
}

void Recorder::appeared(Tracee& tracee, bool with_message, std::size_t threads) {
    send(tracee.facts.id, Born{});
    if (with_message && !config_.printing.quiet.contains(Quiet::attach)) {
        message(tracee, attached_message(tracee.facts.id.tid, threads));
    }
}

void Recorder::entry(Tracee& tracee) {
    const Head head = head_of(tracee.facts.id);
    collector_.add({head, rendering_->call_began(tracee)});
}

void Recorder::exit(Tracee& tracee) {
    const Head head = head_of(tracee.facts.id);
    collector_.add({head, rendering_->call_ended(tracee)});
}

void Recorder::signal(Tracee& tracee, int signal, const siginfo_t& info) {
    if (config_.printing.signals.contains(signal)) {
        send(tracee.facts.id, SignalSeen{rendering_->signal(tracee, signal, info)});
    }
}

void Recorder::group_stop(Tracee& tracee, int signal) {
    if (config_.printing.signals.contains(signal)) {
        send(tracee.facts.id, GroupStopped{rendering_->group_stop(tracee, signal)});
    }
}

void Recorder::spawned(Tracee& parent, const Spawn& spawn, const Lineage& child) {
    if (auto bytes = rendering_->spawned(parent, spawn, child); !bytes.empty()) {
        send(parent.facts.id, Spawned{std::move(bytes)});
    }
}

void Recorder::executed(Tracee& tracee, pid_t former_tid) {
    if (auto bytes = rendering_->executed(tracee, former_tid); !bytes.empty()) {
        send(tracee.facts.id, Executed{std::move(bytes)});
    }
}

void Recorder::personality(Tracee& tracee) {
    if (!config_.printing.quiet.contains(Quiet::personality)) {
        message(tracee, fmt::format("[ Process PID={} runs in {} mode. ]", tracee.facts.id.tid, facts_of(tracee.abi).name));
    }
}

void Recorder::died(Tracee& tracee, const Dying& how) {
    const bool shown = how.killed ? config_.printing.signals.contains(how.code) : !config_.printing.quiet.contains(Quiet::exit);
    send(tracee.facts.id, Died{shown ? rendering_->died(tracee, how) : std::string()});
}

void Recorder::superseded(TaskId leader, Tracee& caller, TaskId successor) {
    const bool shown = leader.tid != 0 && !config_.printing.quiet.contains(Quiet::thread_execve);
    send(leader, Superseded{shown ? rendering_->superseded(caller, successor) : std::string(), caller.facts.id, successor});
}

void Recorder::detached(Tracee& tracee) {
    if (!config_.printing.quiet.contains(Quiet::attach)) {
        message(tracee, detached_message(tracee.facts.id.tid));
    }
    send(tracee.facts.id, Detached{rendering_->detached(tracee)});
}

}  // namespace troupe
