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

Head Recorder::head_of(Tracee& tracee) const {
    return {.task = tracee.facts.id,
            .time = rendering_->shows_time() ? Timestamp::now() : Timestamp{},
            .instruction_pointer = tracee.instruction_pointer,
            .number = multiplexer_of(tracee.call.call).value_or(tracee.call.call).number,
            .has_wide_addresses = tracee.abi == Abi::x86_64,
            .comm = rendering_->comm(tracee)};
}

void Recorder::send(Head head, What what) {
    collector_.add({std::move(head), std::move(what)});
    send_off();
}

void Recorder::message(Tracee& tracee, const std::string& text) {
    send(head_of(tracee), Message{fmt::format("{}: {}", config_.program_name, text), rendering_->message(tracee, text)});
}

void Recorder::appeared(Tracee& tracee, bool with_message, std::size_t threads) {
    send(head_of(tracee), Born{});
    if (with_message && !config_.printing.quiet.contains(Quiet::attach)) {
        message(tracee, attached_message(tracee.facts.id.tid, threads));
    }
}

void Recorder::entry(Tracee& tracee) {
    CallBegan began = rendering_->call_began(tracee);
    began.waits = tracee.call.line_waits;
    collector_.add({head_of(tracee), std::move(began)});  // the time is the last thing before it goes on: it counts as spent in the call
}

void Recorder::exit(Tracee& tracee) {
    Head head = head_of(tracee);
    CallEnded ended = rendering_->call_ended(tracee);
    ended.status = status_of(tracee.call);
    ended.is_hidden = (tracee.call.shown.qualifiers & qualifier::trace) == 0;
    ended.error = static_cast<std::uint32_t>(tracee.call.shown.error);
    collector_.add({std::move(head), std::move(ended)});
}

void Recorder::signal(Tracee& tracee, int signal, const siginfo_t& info, const Stack& stack) {
    if (shows(signal)) {
        SignalSeen seen{rendering_->signal(tracee, signal, info)};
        rendering_->add_stack(stack, seen);
        send(head_of(tracee), std::move(seen));
    }
}

void Recorder::group_stop(Tracee& tracee, int signal) {
    if (config_.printing.signals.contains(signal)) {
        send(head_of(tracee), GroupStopped{rendering_->group_stop(tracee, signal)});
    }
}

void Recorder::spawned(Tracee& parent, const Spawn& spawn, const Lineage& child) {
    if (auto bytes = rendering_->spawned(parent, spawn, child); !bytes.empty()) {
        send(head_of(parent), Spawned{std::move(bytes)});
    }
}

void Recorder::executed(Tracee& tracee, pid_t former_tid) {
    if (auto bytes = rendering_->executed(tracee, former_tid); !bytes.empty()) {
        send(head_of(tracee), Executed{std::move(bytes)});
    }
}

void Recorder::personality(Tracee& tracee) {
    if (!config_.printing.quiet.contains(Quiet::personality)) {
        const std::string text = fmt::format("[ Process PID={} runs in {} mode. ]", tracee.facts.id.tid, facts_of(tracee.abi).name);
        send(head_of(tracee), rendering_->remark(tracee, text));
    }
}

void Recorder::died(Tracee& tracee, const Dying& how) {
    const bool shown = how.killed ? config_.printing.signals.contains(how.code) : !config_.printing.quiet.contains(Quiet::exit);
    Head head = head_of(tracee);
    head.instruction_pointer.reset();
    send(std::move(head), Died{shown ? rendering_->died(tracee, how) : std::string()});
}

void Recorder::superseded(TaskId leader, Tracee& caller, TaskId successor) {
    const bool shown = leader.tid != 0 && !config_.printing.quiet.contains(Quiet::thread_execve);
    Head head = head_of(caller);
    head.task = leader;
    head.instruction_pointer.reset();
    send(std::move(head), Superseded{shown ? rendering_->superseded(caller, successor) : std::string(), caller.facts.id, successor});
}

void Recorder::detached(Tracee& tracee) {
    if (!config_.printing.quiet.contains(Quiet::attach)) {
        message(tracee, detached_message(tracee.facts.id.tid));
    }
    send(head_of(tracee), Detached{rendering_->detached(tracee)});
}

}  // namespace troupe
