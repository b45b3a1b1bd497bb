#include "actors/printer.hpp"

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

unsigned Printer::qualifiers(SyscallId call) const {
    const Printing& printing = config_.printing;
    unsigned bits = printing.traced.contains(call) ? qualifier::trace : 0;
    bits |= printing.abbreviated.contains(call) ? qualifier::abbrev : 0;
    bits |= printing.verbose.contains(call) ? qualifier::verbose : 0;
    bits |= printing.raw.contains(call) ? qualifier::raw : 0;
    return bits;
}

void Printer::send_off() {
    collector_.send_off();
    stops_ = 0;
}

void Printer::stop_served() {
    if (++stops_ > worth_collecting_) {
        send_off();
    }
}

void Printer::send(Piece piece) {
    collector_.add(std::move(piece));
    send_off();
}

void Printer::appeared(TaskId task, bool with_message, std::size_t threads) {
    const bool say = with_message && config_.printing.attach_messages;
    send({.kind = Piece::Kind::appeared,
          .task = task,
          .text = say ? attached_message(config_.program_name, task.tid, threads) : std::string()});
}

void Printer::entry(Tracee& tracee) {
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

void Printer::exit(Tracee& tracee) {
    Piece piece{.kind = Piece::Kind::exit_half, .task = tracee.facts.id, .name = name_of(tracee.call.call)};
    std::string result;
    decode_exit(view_of(tracee, config_.printing.style), tracee.call.half, piece.text, result);
    piece.result_at = piece.text.size();
    piece.text += result;
    collector_.add(std::move(piece));
}

void Printer::signal(TaskId task, int signal, const siginfo_t& info) {
    if (!config_.printing.signals.contains(signal)) {
        return;
    }
    std::string text;
    decode_siginfo(info, text);
    send({.kind = Piece::Kind::line, .task = task, .text = signal_line(signal_name(signal), text)});
}

void Printer::group_stop(TaskId task, int signal) {
    if (config_.printing.signals.contains(signal)) {
        send({.kind = Piece::Kind::line, .task = task, .text = stopped_line(signal_name(signal))});
    }
}

void Printer::personality(TaskId task, Abi abi) {
    if (config_.printing.personality_messages) {
        send({.kind = Piece::Kind::message,
              .task = task,
              .text = fmt::format("{}: [ Process PID={} runs in {} mode. ]", config_.program_name, task.tid, facts_of(abi).name)});
    }
}

void Printer::died(TaskId task, const Dying& how) {
    Piece piece{.kind = Piece::Kind::died, .task = task};
    if (how.killed) {
        if (config_.printing.signals.contains(how.code)) {
            piece.text = killed_line(signal_name(how.code), how.core_dumped);
        }
    } else if (config_.printing.exit_messages) {
        piece.text = exited_line(how.code);
    }
    send(std::move(piece));
}

void Printer::superseded(TaskId leader, TaskId former, TaskId successor) {
    Piece piece{.kind = Piece::Kind::superseded, .task = leader, .former = former, .successor = successor};
    if (config_.printing.superseded_messages) {
        piece.text = superseded_line(former.tid);
    }
    send(std::move(piece));
}

void Printer::detached(TaskId task) {
    if (config_.printing.attach_messages) {
        send({.kind = Piece::Kind::message, .task = task, .text = detached_message(config_.program_name, task.tid)});
    }
    send({.kind = Piece::Kind::abandoned, .task = task});
}

}  // namespace troupe
