#include "actors/text_rendering.hpp"

#include <utility>

#include "actors/call_view.hpp"
#include "troupe/core/constants.hpp"
#include "troupe/core/lines.hpp"
#include "troupe/core/syscalls.hpp"
#include "troupe/core/text_writer.hpp"

namespace troupe {

TextRendering::TextRendering(const Printing& printing, const LineColumns& columns)
    : style_(printing.style),
      dumped_(printing.dumped),
      columns_(columns),
      shows_comm_(printing.annotations.processes.contains(ProcessDetail::comm)),
      annotations_(printing.annotations) {
    if (printing.notes.any()) {
        notes_.emplace(printing.notes);
    }
}

namespace {

/// Behind the result, as a comment; whatever a script says, the line stays a line.
void append_note(const std::vector<std::string>& notes, std::string& out) {
    if (notes.empty()) {
        return;
    }
    out += " /* ";
    for (const char character : joined(notes)) {
        const auto byte = static_cast<unsigned char>(character);
        out += byte < ' ' || byte == 0x7f ? ' ' : character;
    }
    out += " */";
}

}  // namespace

/// One that is gone is called what it was called before.
std::shared_ptr<const std::string> TextRendering::comm(Tracee& tracee) {
    if (!shows_comm_) {
        return nullptr;
    }
    std::string now = TraceeAnnotations::comm_of(tracee.facts.id.tid);
    if (!now.empty()) {
        tracee.introduction.comm = std::move(now);
    }
    std::string text;
    append_comm(text, tracee.introduction.comm, style_.form.strings);
    return text.empty() ? nullptr : std::make_shared<const std::string>(std::move(text));
}

CallBegan TextRendering::call_began(Tracee& tracee) {
    CallBegan began{.bytes = {}, .call = tracee.call.call};
    TextWriter text(began.bytes, style_.form, annotations_.about(tracee));
    decode_entry(view_of(tracee, style_), text, tracee.half);
    if (tracee.call.extras != nullptr) {
        append_stack(std::exchange(tracee.call.extras->stack, {}), began.closing);
    }
    const SyscallRow* row = row_of(tracee.call.call);
    began.never_returns = row != nullptr && row->result.tag == Tag::none;
    began.complete = row == nullptr || tracee.half.arguments_done >= signature_of(*row, tracee.call.call.abi).count;
    return began;
}

CallEnded TextRendering::call_ended(Tracee& tracee) {
    CallEnded ended;
    const CallView call = view_of(tracee, style_);
    TextWriter text(ended.bytes, style_.form, annotations_.about(tracee));
    decode_exit(call, tracee.half, text);
    ended.result_at = ended.bytes.size();
    decode_result(call, text);
    if (const auto done = notes_ ? succeeded_call(tracee) : std::nullopt) {
        ended.bytes += note_text(*notes_, *done);
    }
    ended.bytes += tampering_of(call);
    if (tracee.call.extras != nullptr) {
        append_note(tracee.call.extras->notes, ended.bytes);
    }
    append_dump(call.call, call.shown, call.memory, dumped_, ended.below);
    if (tracee.call.extras != nullptr) {
        append_stack(tracee.call.extras->stack, ended.below);
    }
    return ended;
}

std::string TextRendering::signal(Tracee& tracee, int signal, const siginfo_t& info) {
    std::string text;
    TextWriter writer(text, style_.form, annotations_.about(tracee));
    decode_siginfo(info, writer);
    return signal_line(signal_name(signal), text);
}

std::string TextRendering::group_stop(Tracee&, int signal) { return stopped_line(signal_name(signal)); }

std::string TextRendering::died(Tracee&, const Dying& how) {
    return how.killed ? killed_line(signal_name(how.code), how.core_dumped) : exited_line(how.code);
}

std::string TextRendering::superseded(Tracee& caller, TaskId) { return superseded_line(caller.facts.id.tid); }

}  // namespace troupe
