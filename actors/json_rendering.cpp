#include "actors/json_rendering.hpp"

#include <sys/prctl.h>

#include <array>

#include "actors/call_view.hpp"
#include "troupe/core/clock.hpp"
#include "troupe/core/constants.hpp"
#include "troupe/core/json_text.hpp"
#include "troupe/core/json_writer.hpp"
#include "troupe/core/procfs.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {

namespace {

constexpr std::array<std::string_view, abi_count> abi_names{"x86_64", "i386", "x32"};

// Another thread may have renamed it through /proc. To ask at each record would cost as much as the record.
constexpr std::uint64_t comm_is_believed_for = 1'000'000'000;

void append_member(std::string_view name, std::string_view text, std::string& out) {
    out += ',';
    json::append_key(name, out);
    json::append_string(text, out);
}

void append_member(std::string_view name, std::int64_t value, std::string& out) {
    out += ',';
    json::append_key(name, out);
    json::append_number(value, out);
}

void append_raw_arguments(const CallInProgress& call, std::string& out) {
    const SyscallRow* row = row_of(call.call);
    const std::size_t count = row != nullptr ? signature_of(*row, call.call.abi).count : max_args;
    out += R"(,"raw":[)";
    for (std::size_t i = 0; i < count; ++i) {
        out += i == 0 ? "" : ",";
        json::append_hexadecimal(call.args[i], out);
    }
    out += ']';
}

void append_result(const Shown& shown, std::string& out) {
    if (shown.error == 0) {
        append_member("result", shown.result, out);
        return;
    }
    const ErrnoRow* row = errno_of(static_cast<std::uint32_t>(shown.error));
    append_member("result", -1, out);
    append_member("errno", static_cast<std::int64_t>(shown.error), out);
    if (row != nullptr) {
        append_member("error", row->name, out);
    }
}

void append_tampering(const CallInProgress& call, std::string& out) {
    if (call.tampered_by_hook) {
        out += R"(,"injected":{"by":"hook"})";
    } else if (call.fired != nullptr) {
        out += R"(,"injected":{"by":"rule")";
        append_member("rule", call.fired->text, out);
        out += '}';
    }
}

void append_notes(CallNotes& notes, const SucceededCall& call, std::string& out) {
    if (const std::string reason = notes.vcpu_exit_after(call); !reason.empty()) {
        append_member("vcpu_exit", reason, out);
    }
    const std::vector<std::string> spaces = notes.namespaces_after(call);
    for (const std::string& space : spaces) {
        out += &space == spaces.data() ? R"(,"namespaces":[)" : ",";
        json::append_string(space, out);
    }
    out += spaces.empty() ? "" : "]";
}

void append_place(const CodePlace& place, std::string& out) {
    out += R"("binary":)";
    json::append_bytes(place.binary, out);
    if (place.name) {
        out += R"(,"symbol":)";
        json::append_bytes(*place.name, out);
        append_member("offset", static_cast<std::int64_t>(place.name_offset), out);
    }
    out += R"(,"address":)";
    json::append_hexadecimal(place.offset, out);
    if (!place.source.empty()) {
        out += R"(,"source":)";
        json::append_bytes(place.source, out);
        append_member("line", std::int64_t{place.line}, out);
    }
}

void append_note_member(const std::vector<std::string>& notes, std::string& out) {
    if (!notes.empty()) {
        out += R"(,"note":)";
        json::append_bytes(joined(notes), out);
    }
}

void append_stack_member(const Stack& stack, std::string& out) {
    if (stack.frames.empty()) {
        return;
    }
    out += R"(,"stack":[)";
    for (const StackFrame& frame : stack.frames) {
        out += &frame == stack.frames.data() ? "{" : ",{";
        if (frame.place != nullptr) {
            append_place(*frame.place, out);
        } else {
            out += R"("address":)";
            json::append_hexadecimal(frame.address, out);
        }
        out += '}';
    }
    out += ']';
}

bool renames_itself(const CallInProgress& call) {
    const SyscallRow* row = call.args[0] == PR_SET_NAME ? row_of(call.call) : nullptr;
    return row != nullptr && row->name == "prctl";
}

std::string_view name_of_kind(SpawnKind kind) {
    switch (kind) {
        case SpawnKind::fork:
            return "fork";
        case SpawnKind::vfork:
            return "vfork";
        case SpawnKind::clone:
            return "clone";
    }
    return {};
}

}  // namespace

std::string JsonRendering::task(Tracee& tracee, pid_t tid) {
    const std::uint64_t now = monotonic_ns();
    Introduction& known = tracee.introduction;
    if (known.comm_read_at == 0 || now - known.comm_read_at > comm_is_believed_for) {
        if (tracee.facts.process == 0) {
            const auto status = procfs::status_of(tid);
            tracee.facts.process = status ? status->process : 0;
        }
        const std::string comm = procfs::comm_of(tid);
        known.comm = comm.empty() ? known.comm : comm;
        known.comm_read_at = now;
    }
    std::string out = R"("pid":)";
    json::append_number(std::int64_t{tracee.facts.process != 0 ? tracee.facts.process : tid}, out);
    append_member("tid", std::int64_t{tid}, out);
    out += R"(,"comm":)";
    json::append_bytes(known.comm, out);
    out += R"(,"lineage":)";
    if (tracee.facts.lineage.is_known()) {
        json::append_string(tracee.facts.lineage.text(), out);
    } else {
        out += "null";
    }
    return out;
}

CallBegan JsonRendering::call_began(Tracee& tracee) {
    const CallInProgress& call = tracee.call;
    CallBegan began{.bytes = task(tracee, tracee.facts.id.tid)};
    append_member("name", name_of(call.call), began.bytes);
    append_member("number", std::int64_t{call.call.number}, began.bytes);
    append_member("abi", abi_names[index_of(call.call.abi)], began.bytes);
    append_raw_arguments(call, began.bytes);
    began.bytes += R"(,"args":)";
    JsonWriter arguments(began.bytes, annotations_.about(tracee));
    decode_entry(view_of(tracee, style_), arguments, tracee.half);
    began.closing = arguments.closing();
    if (tracee.call.extras != nullptr) {
        append_stack_member(tracee.call.extras->stack, began.closing);
    }
    return began;
}

CallEnded JsonRendering::call_ended(Tracee& tracee) {
    CallEnded ended;
    const CallView call = view_of(tracee, style_);
    JsonWriter arguments(ended.bytes, annotations_.about(tracee));
    decode_exit(call, tracee.half, arguments);
    append_result(tracee.call.shown, ended.bytes);
    JsonWriter meaning(ended.bytes);
    decode_result(call, meaning);
    if (const auto done = notes_ ? succeeded_call(tracee) : std::nullopt) {
        append_notes(*notes_, *done, ended.bytes);
    }
    append_tampering(tracee.call, ended.bytes);
    if (tracee.call.extras != nullptr) {
        append_stack_member(tracee.call.extras->stack, ended.bytes);
        append_note_member(tracee.call.extras->notes, ended.bytes);
    }
    if (renames_itself(tracee.call)) {
        tracee.introduction.comm_read_at = 0;
    }
    return ended;
}

std::string JsonRendering::signal(Tracee& tracee, int signal, const siginfo_t& info) {
    std::string out = task(tracee, tracee.facts.id.tid);
    append_member("signal", signal_name(signal), out);
    out += R"(,"info":)";
    JsonWriter writer(out, annotations_.about(tracee));
    decode_siginfo(info, writer);
    return out;
}

void JsonRendering::add_stack(const Stack& stack, SignalSeen& seen) { append_stack_member(stack, seen.bytes); }

std::string JsonRendering::group_stop(Tracee& tracee, int signal) {
    std::string out = task(tracee, tracee.facts.id.tid);
    append_member("signal", signal_name(signal), out);
    return out;
}

std::string JsonRendering::spawned(Tracee& parent, const Spawn& spawn, const Lineage& child) {
    std::string out = task(parent, parent.facts.id.tid);
    append_member("kind", name_of_kind(spawn.kind), out);
    out += R"(,"child":{"tid":)";
    json::append_number(std::int64_t{spawn.child}, out);
    out += R"(,"lineage":)";
    if (child.is_known()) {
        json::append_string(child.text(), out);
    } else {
        out += "null";
    }
    out += '}';
    return out;
}

std::string JsonRendering::executed(Tracee& tracee, pid_t former_tid) {
    tracee.introduction.comm_read_at = 0;
    std::string out = task(tracee, tracee.facts.id.tid);
    append_member("former_tid", std::int64_t{former_tid}, out);
    return out;
}

std::string JsonRendering::died(Tracee& tracee, const Dying& how) {
    std::string out = task(tracee, tracee.facts.id.tid);
    if (how.killed) {
        append_member("signal", signal_name(how.code), out);
        out += how.core_dumped ? R"(,"core_dumped":true)" : R"(,"core_dumped":false)";
    } else {
        append_member("status", std::int64_t{how.code}, out);
    }
    return out;
}

std::string JsonRendering::superseded(Tracee& caller, TaskId successor) {
    std::string out = task(caller, successor.tid);
    append_member("former_tid", std::int64_t{caller.facts.id.tid}, out);
    return out;
}

std::string JsonRendering::message(Tracee& tracee, std::string_view text) {
    std::string out = task(tracee, tracee.facts.id.tid);
    append_member("text", text, out);
    return out;
}

}  // namespace troupe
