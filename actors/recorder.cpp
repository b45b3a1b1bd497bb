#include "actors/recorder.hpp"

#include <fmt/format.h>

#include <utility>

#include "troupe/core/constants.hpp"
#include "troupe/core/lines.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

CallView view_of(Tracee& tracee, const TextStyle& style) {
    return {.call = tracee.call.call,
            .shown = tracee.call.shown,
            .memory = tracee.memory,
            .style = style,
            .injected = tracee.call.injected,
            .pid = tracee.facts.id.tid,
            .interrupted = tracee.call.interrupted,
            .stack_pointer = tracee.call.stack_pointer,
            .arguments_injected = tracee.call.arguments_injected,
            .delayed = tracee.call.delayed};
}

}  // namespace

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

void Recorder::collect(TaskId task, What what) { collector_.add({.head = {.task = task}, .what = std::move(what)}); }

void Recorder::send(TaskId task, What what) {
    collect(task, std::move(what));
    send_off();
}

void Recorder::appeared(const Tracee& tracee, bool with_message, std::size_t threads) {
    const TaskId task = tracee.facts.id;
    const bool say = with_message && config_.printing.attach_messages;
    send(task, Born{say ? attached_message(config_.program_name, task.tid, threads) : std::string()});
}

void Recorder::entry(Tracee& tracee) {
    CallBegan began{.bytes = {}, .name = name_of(tracee.call.call)};
    tracee.call.half = decode_entry(view_of(tracee, config_.printing.style), began.bytes);
    if (const SyscallRow* row = row_of(tracee.call.call)) {
        began.never_returns = row->result.tag == Tag::none;
        began.complete = tracee.call.half.arguments_done >= signature_of(*row, tracee.call.call.abi).count;
    } else {
        began.complete = true;
    }
    collect(tracee.facts.id, std::move(began));
}

void Recorder::exit(Tracee& tracee) {
    CallEnded ended;
    std::string result;
    decode_exit(view_of(tracee, config_.printing.style), tracee.call.half, ended.bytes, result);
    ended.result_at = ended.bytes.size();
    ended.bytes += result;
    collect(tracee.facts.id, std::move(ended));
}

void Recorder::signal(const Tracee& tracee, int signal, const siginfo_t& info) {
    if (!config_.printing.signals.contains(signal)) {
        return;
    }
    std::string text;
    decode_siginfo(info, text);
    send(tracee.facts.id, SignalSeen{signal_line(signal_name(signal), text)});
}

void Recorder::group_stop(const Tracee& tracee, int signal) {
    if (config_.printing.signals.contains(signal)) {
        send(tracee.facts.id, GroupStopped{stopped_line(signal_name(signal))});
    }
}

void Recorder::personality(const Tracee& tracee) {
    if (config_.printing.personality_messages) {
        send(tracee.facts.id, Message{fmt::format("{}: [ Process PID={} runs in {} mode. ]", config_.program_name, tracee.facts.id.tid,
                                                  facts_of(tracee.abi).name)});
    }
}

void Recorder::died(const Tracee& tracee, const Dying& how) {
    Died died;
    if (how.killed) {
        if (config_.printing.signals.contains(how.code)) {
            died.bytes = killed_line(signal_name(how.code), how.core_dumped);
        }
    } else if (config_.printing.exit_messages) {
        died.bytes = exited_line(how.code);
    }
    send(tracee.facts.id, std::move(died));
}

void Recorder::superseded(TaskId leader, const Tracee& caller, TaskId successor) {
    Superseded superseded{.bytes = {}, .former = caller.facts.id, .successor = successor};
    if (leader.tid != 0 && config_.printing.superseded_messages) {
        superseded.bytes = superseded_line(caller.facts.id.tid);
    }
    send(leader, std::move(superseded));
}

void Recorder::detached(const Tracee& tracee) {
    const TaskId task = tracee.facts.id;
    if (config_.printing.attach_messages) {
        send(task, Message{detached_message(config_.program_name, task.tid)});
    }
    send(task, Detached{});
}

}  // namespace troupe
