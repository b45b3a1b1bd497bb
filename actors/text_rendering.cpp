#include "actors/text_rendering.hpp"

#include "actors/call_view.hpp"
#include "troupe/core/constants.hpp"
#include "troupe/core/lines.hpp"
#include "troupe/core/syscalls.hpp"
#include "troupe/core/text_writer.hpp"

namespace troupe {

CallBegan TextRendering::call_began(Tracee& tracee) {
    CallBegan began{.bytes = {}, .name = name_of(tracee.call.call)};
    TextWriter text(began.bytes, style_.form);
    decode_entry(view_of(tracee, style_), text, tracee.half);
    const SyscallRow* row = row_of(tracee.call.call);
    began.never_returns = row != nullptr && row->result.tag == Tag::none;
    began.complete = row == nullptr || tracee.half.arguments_done >= signature_of(*row, tracee.call.call.abi).count;
    return began;
}

CallEnded TextRendering::call_ended(Tracee& tracee) {
    CallEnded ended;
    const CallView call = view_of(tracee, style_);
    TextWriter text(ended.bytes, style_.form);
    decode_exit(call, tracee.half, text);
    ended.result_at = ended.bytes.size();
    decode_result(call, text);
    ended.bytes += tampering_of(call);
    return ended;
}

std::string TextRendering::signal(Tracee&, int signal, const siginfo_t& info) {
    std::string text;
    TextWriter writer(text, style_.form);
    decode_siginfo(info, writer);
    return signal_line(signal_name(signal), text);
}

std::string TextRendering::group_stop(Tracee&, int signal) { return stopped_line(signal_name(signal)); }

std::string TextRendering::died(Tracee&, const Dying& how) {
    return how.killed ? killed_line(signal_name(how.code), how.core_dumped) : exited_line(how.code);
}

std::string TextRendering::superseded(Tracee& caller, TaskId) { return superseded_line(caller.facts.id.tid); }

}  // namespace troupe
