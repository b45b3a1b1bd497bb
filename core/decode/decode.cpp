#include "troupe/core/decode.hpp"

#include <array>
#include <string_view>

#include "core/decode/argument.hpp"
#include "core/decode/clone.hpp"
#include "core/decode/printer.hpp"
#include "core/decode/result.hpp"

/// A call is written in two halves, because a tracee may be the only thing that moves between them for hours: what can be read before the
/// call at its entry, the rest at its exit. What stands behind the first output but must be read before the call is kept as text in
/// `HalfDone`, one NUL-terminated piece per argument that leaves one. A value-result argument that comes first is written in place, up to
/// where its answer goes.
namespace troupe {

namespace {

constexpr char begun = '\1';  ///< first in `before`: the first argument of the exit half is half written

/// clone shows names and leaves arguments out, and its order depends on the ABI.
bool is_clone(const Signature& signature) { return signature.count == 5 && signature.arguments[0].kind.tag == Tag::clone_flags; }

void print_raw(const CallView& call, std::size_t count, std::string& out) {
    for (std::size_t i = 0; i < count; ++i) {
        if (i != 0) {
            out += ", ";
        }
        append_hex(out, call.shown.args[i]);
    }
}

/// Keeps what the exit half needs of the arguments from `index` on.
void keep_the_rest(const CallView& call, const Signature& signature, std::size_t index, std::string& kept) {
    Printer printer{call, kept, false};
    for (std::size_t i = index; i < signature.count; ++i) {
        const Slot slot = slot_of(call, signature, i);
        if (slot.ends) {
            return;
        }
        if (slot.shown && leaves_text(slot.argument)) {
            keep_text(printer, signature, i, slot.argument);
            kept += '\0';
        }
    }
}

/// Without a version in the high half of its first argument, `ipc` of i386 has the place and the type of a message to receive behind its
/// pointer (ipc/syscall.c). Here they are as the call has them in registers.
Shown with_message_in_registers(const CallView& call, const SyscallRow& row) {
    constexpr std::size_t message = 1, type = 3, ipc_call = 5;
    constexpr std::uint32_t version_shift = 16;
    Shown shown = call.shown;
    std::array<std::uint32_t, 2> behind{};
    if (row.name == "msgrcv" && multiplexer_of(call.call) && (shown.args[ipc_call] & 0xffffffff) >> version_shift == 0 &&
        call.memory.read_object(shown.args[message], behind)) {
        shown.args[message] = behind[0];
        shown.args[type] = behind[1];
    }
    return shown;
}

CallView seen_as(const CallView& call, const Shown& shown) {
    return {
        call.call,   shown, call.memory, call.style, call.injected, call.pid, call.interrupted, call.stack_pointer, call.arguments_injected,
        call.delayed};
}

/// Takes the next kept piece; empty where there is none.
std::string_view next_piece(std::string_view& kept) {
    const std::size_t end = kept.find('\0');
    const std::string_view piece = kept.substr(0, end);
    kept.remove_prefix(end == std::string_view::npos ? kept.size() : end + 1);
    return piece;
}

HalfDone print_entry_arguments(const CallView& call, const Signature& signature, std::string& out) {
    Printer printer{call, out, false};
    HalfDone half;
    bool first = true;
    for (std::size_t i = 0; i < signature.count; ++i, ++half.arguments_done) {
        const Slot slot = slot_of(call, signature, i);
        if (slot.ends) {
            half.arguments_done = signature.count;
            return half;
        }
        if (!slot.shown) {
            continue;
        }
        if (slot.argument.phase == Phase::exit) {
            keep_the_rest(call, signature, i, half.before);
            return half;
        }
        if (!first) {
            out += ", ";
        }
        first = false;
        if (slot.argument.phase == Phase::both) {
            const std::size_t start = out.size();
            print_before(printer, slot.argument, slot_value(call, slot.argument, i));
            half.before = begun;
            half.before.append(out, start);
            half.before += '\0';
            keep_the_rest(call, signature, i + 1, half.before);
            return half;
        }
        print_argument(printer, signature, i, slot.argument);
    }
    return half;
}

void print_exit_arguments(const CallView& call, const Signature& signature, const HalfDone& half, std::string& out) {
    Printer printer{call, out, true};
    std::string_view kept = half.before;
    std::size_t index = half.arguments_done;
    bool first = true;
    for (std::size_t i = 0; i < index && i < signature.count; ++i) {
        first = first && !slot_of(call, signature, i).shown;
    }
    if (kept.starts_with(begun) && index < signature.count) {
        kept.remove_prefix(1);
        const Slot slot = slot_of(call, signature, index);
        print_after(printer, slot.argument, slot_value(call, slot.argument, index), next_piece(kept));
        first = false;
        ++index;
    }
    for (; index < signature.count; ++index) {
        const Slot slot = slot_of(call, signature, index);
        if (slot.ends) {
            return;
        }
        if (!slot.shown) {
            continue;
        }
        if (!first) {
            out += ", ";
        }
        first = false;
        if (leaves_text(slot.argument)) {
            print_with_text(printer, signature, index, slot.argument, next_piece(kept));
        } else {
            print_argument(printer, signature, index, slot.argument);
        }
    }
}

}  // namespace

HalfDone decode_entry(const CallView& call, std::string& out) {
    const SyscallRow* row = row_of(call.call);
    if (row == nullptr) {
        out += name_of(call.call);
        out += '(';
        print_raw(call, max_args, out);
        return {max_args, {}};
    }
    out += row->name;
    out += '(';
    const Signature& signature = signature_of(*row, call.call.abi);
    if ((call.shown.qualifiers & qualifier::raw) != 0) {
        print_raw(call, signature.count, out);
        return {max_args, {}};
    }
    if (signature.implied.tag != Tag::none) {
        Printer printer{call, out, false};
        print_value(printer, signature.implied, 0);
        return {max_args, {}};
    }
    if (is_clone(signature)) {
        Printer printer{call, out, false};
        print_clone_entry(printer);
        return {2, {}};
    }
    const Shown shown = with_message_in_registers(call, *row);
    return print_entry_arguments(seen_as(call, shown), signature, out);
}

void decode_exit(const CallView& call, const HalfDone& half, std::string& out, std::string& result) {
    const SyscallRow* row = row_of(call.call);
    if (row != nullptr && (call.shown.qualifiers & qualifier::raw) == 0) {
        const Signature& signature = signature_of(*row, call.call.abi);
        if (is_clone(signature)) {
            Printer printer{call, out, true};
            print_clone_exit(printer);
        } else {
            const Shown shown = with_message_in_registers(call, *row);
            print_exit_arguments(seen_as(call, shown), signature, half, out);
        }
    }
    out += ')';
    append_result(call, row, result);
}

}  // namespace troupe
