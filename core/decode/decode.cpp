#include "troupe/core/decode.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/decode/argument.hpp"
#include "core/decode/clone.hpp"
#include "core/decode/decoder.hpp"
#include "core/decode/x32_call.hpp"
#include "core/tables/syscalls/in_memory.hpp"

/// A call is written in two halves, because a tracee may be the only thing that moves between them for hours: what can be read before the
/// call at its entry, the rest at its exit. What stands behind the first output but must be read before the call is kept on a tape. A
/// value-result argument that comes first is written in place, up to where its answer goes.
namespace troupe {

namespace {

/// Of calls that no table knows.
constexpr std::array<std::string_view, max_args> unknown_arguments{"arg0", "arg1", "arg2", "arg3", "arg4", "arg5"};
constexpr std::array<std::string_view, max_args - 1> ipc_arguments{"first", "second", "third", "ptr", "fifth"};

/// What is made through `ipc` of i386 has its arguments as they are in registers.
void write_raw_in_ipc(Decoder& decoder, const Signature& signature) {
    const std::array<std::uint8_t, max_args> places = places_in_ipc(decoder.call.call);
    std::array<std::uint64_t, max_args + 1> words{};
    for (std::size_t i = 0; i < max_args; ++i) {
        words[places[i]] = decoder.call.shown.args[i];
    }
    const std::size_t count = *std::max_element(places.begin(), places.begin() + signature.count);
    for (std::size_t i = 1; i <= count; ++i) {
        decoder.out.field(ipc_arguments[i - 1]);
        decoder.hex_number(words[i]);
    }
}

void write_raw(Decoder& decoder, const Signature* signature) {
    if (signature != nullptr && is_in_ipc(decoder.call.call)) {
        write_raw_in_ipc(decoder, *signature);
        return;
    }
    const std::size_t count = signature == nullptr ? max_args : signature->count;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string_view name = signature == nullptr ? std::string_view{} : signature->arguments[i].name;
        decoder.out.field(name.empty() ? unknown_arguments[i] : name);
        decoder.hex_number(decoder.call.shown.args[i]);
    }
}

/// Keeps what the exit half needs of the arguments from `index` on.
void keep_the_rest(const CallView& call, const Signature& signature, std::size_t index, HalfDone& half) {
    for (std::size_t i = index; i < signature.count; ++i) {
        const Slot slot = slot_of(call, signature, i);
        if (slot.ends) {
            return;
        }
        if (slot.shown) {
            half.kept[i] = {};
            keep_argument(call, slot.argument, slot_value(call, slot.argument, i), half.tape, half.kept[i]);
        }
    }
}

void write_entry_arguments(Decoder& decoder, const Signature& signature, HalfDone& half) {
    const CallView& call = decoder.call;
    half.is_empty = true;
    for (std::size_t i = 0; i < signature.count; ++i, ++half.arguments_done) {
        const Slot slot = slot_of(call, signature, i);
        if (slot.ends) {
            half.arguments_done = signature.count;
            return;
        }
        if (!slot.shown) {
            continue;
        }
        if (slot.argument.phase == Phase::exit) {
            keep_the_rest(call, signature, i, half);
            return;
        }
        decoder.out.field(slot.name);
        half.is_empty = false;
        if (slot.argument.phase == Phase::both) {
            keep_the_rest(call, signature, i, half);
            write_before(decoder, half.tape, half.kept[i]);
            half.has_begun = true;
            return;
        }
        write_argument(decoder, slot.argument, slot_value(call, slot.argument, i));
    }
}

void write_exit_arguments(Decoder& decoder, const Signature& signature, const HalfDone& half) {
    const CallView& call = decoder.call;
    std::size_t index = half.arguments_done;
    if (half.has_begun && index < signature.count) {
        const Slot slot = slot_of(call, signature, index);
        reopen_before(decoder, half.kept[index]);
        write_after(decoder, slot.argument, slot_value(call, slot.argument, index), half.tape, half.kept[index]);
        ++index;
    }
    for (; index < signature.count; ++index) {
        const Slot slot = slot_of(call, signature, index);
        if (slot.ends) {
            return;
        }
        if (slot.shown) {
            decoder.out.field(slot.name);
            write_kept_argument(decoder, slot.argument, slot_value(call, slot.argument, index), half.tape, half.kept[index]);
        }
    }
}

void write_entry(const CallView& call, Writer& out, HalfDone& half) {
    const SyscallRow* row = row_of(call.call);
    half.arguments_done = max_args;
    half.has_begun = false;
    half.is_empty = false;
    half.tape.clear();  // what is kept is made anew when it is
    Decoder decoder{call, out, false};
    if (row == nullptr) {
        out.open(Shape::call, name_of(call.call));
        write_raw(decoder, nullptr);
        return;
    }
    out.open(Shape::call, row->name);
    const Signature& signature = signature_of(*row, call.call.abi);
    if ((call.shown.qualifiers & qualifier::raw) != 0) {
        write_raw(decoder, &signature);
        half.is_empty = signature.count == 0;
    } else if (signature.implied.tag != Tag::none) {
        out.field("implied");
        write_value(decoder, signature.implied, 0);
    } else if (signature.shape == CallShape::clone) {
        write_clone_entry(decoder);
        half.arguments_done = 2;
    } else {
        const Passed passed = passed_to(call, *row);
        const CallView seen = call.with(passed.shown);
        Decoder arguments{seen, out, false};
        half.arguments_done = 0;
        write_entry_arguments(arguments, *passed.signature, half);
    }
}

void write_exit(const CallView& call, const HalfDone& half, Writer& out) {
    const SyscallRow* row = row_of(call.call);
    out.reopen(Shape::call, half.is_empty);
    if (row != nullptr && (call.shown.qualifiers & qualifier::raw) == 0) {
        const Passed passed = passed_to(call, *row);
        const CallView seen = call.with(passed.shown);
        Decoder decoder{seen, out, true};
        if (passed.signature->shape == CallShape::clone) {
            write_clone_exit(decoder);
        } else {
            write_exit_arguments(decoder, *passed.signature, half);
        }
    }
    out.close();
}

}  // namespace

void decode_entry(const CallView& call, Writer& out, HalfDone& half) {
    call.call.abi == Abi::x32 ? write_entry(X32Call(call).view(), out, half) : write_entry(call, out, half);
}

void decode_exit(const CallView& call, const HalfDone& half, Writer& out) {
    call.call.abi == Abi::x32 ? write_exit(X32Call(call).view(), half, out) : write_exit(call, half, out);
}

}  // namespace troupe
