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

void Recorder::send(Piece piece) {
    collector_.add(std::move(piece));
    send_off();
}

void Recorder::appeared(const Tracee& tracee, bool with_message, std::size_t threads) {
    const bool say = with_message && config_.printing.attach_messages;
    send({.kind = Piece::Kind::appeared,
          .task = tracee.facts.id,
          .text = say ? attached_message(config_.program_name, tracee.facts.id.tid, threads) : std::string()});
}

void Recorder::entry(Tracee& tracee) {
    Piece piece{.kind = Piece::Kind::entry_half, .task = tracee.facts.id, .name = name_of(tracee.call.call)};
    tracee.call.half = decode_entry(view_of(tracee, config_.printing.style), piece.text);
    if (const SyscallRow* row = row_of(tracee.call.call)) {
        piece.never_returns = row->result.tag == Tag::none;
        piece.complete = tracee.call.half.arguments_done >= signature_of(*row, tracee.call.call.abi).count;
    } else {
        piece.complete = true;
    }
    collector_.add(std::move(piece));
}

void Recorder::exit(Tracee& tracee) {
    Piece piece{.kind = Piece::Kind::exit_half, .task = tracee.facts.id, .name = name_of(tracee.call.call)};
    std::string result;
    decode_exit(view_of(tracee, config_.printing.style), tracee.call.half, piece.text, result);
    piece.result_at = piece.text.size();
    piece.text += result;
    collector_.add(std::move(piece));
}

void Recorder::signal(const Tracee& tracee, int signal, const siginfo_t& info) {
    if (!config_.printing.signals.contains(signal)) {
        return;
    }
    std::string text;
    decode_siginfo(info, text);
    send({.kind = Piece::Kind::line, .task = tracee.facts.id, .text = signal_line(signal_name(signal), text)});
}

void Recorder::group_stop(const Tracee& tracee, int signal) {
    if (config_.printing.signals.contains(signal)) {
        send({.kind = Piece::Kind::line, .task = tracee.facts.id, .text = stopped_line(signal_name(signal))});
    }
}

void Recorder::personality(const Tracee& tracee) {
    if (config_.printing.personality_messages) {
        send({.kind = Piece::Kind::message,
              .task = tracee.facts.id,
              .text = fmt::format("{}: [ Process PID={} runs in {} mode. ]", config_.program_name, tracee.facts.id.tid,
                                  facts_of(tracee.abi).name)});
    }
}

void Recorder::died(const Tracee& tracee, const Dying& how) {
    Piece piece{.kind = Piece::Kind::died, .task = tracee.facts.id};
    if (how.killed) {
        if (config_.printing.signals.contains(how.code)) {
            piece.text = killed_line(signal_name(how.code), how.core_dumped);
        }
    } else if (config_.printing.exit_messages) {
        piece.text = exited_line(how.code);
    }
    send(std::move(piece));
}

void Recorder::superseded(TaskId leader, const Tracee& caller, TaskId successor) {
    Piece piece{.kind = Piece::Kind::superseded, .task = leader, .former = caller.facts.id, .successor = successor};
    if (config_.printing.superseded_messages) {
        piece.text = superseded_line(caller.facts.id.tid);
    }
    send(std::move(piece));
}

void Recorder::detached(const Tracee& tracee) {
    if (config_.printing.attach_messages) {
        send({.kind = Piece::Kind::message, .task = tracee.facts.id, .text = detached_message(config_.program_name, tracee.facts.id.tid)});
    }
    send({.kind = Piece::Kind::abandoned, .task = tracee.facts.id});
}

}  // namespace troupe
