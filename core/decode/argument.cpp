#include "core/decode/argument.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "core/decode/array.hpp"
#include "core/decode/ioctl.hpp"
#include "core/decode/sockets.hpp"
#include "core/decode/structure.hpp"
#include "core/tables/syscalls/in_memory.hpp"
#include "core/tables/tag_traits.hpp"

namespace troupe {

namespace {

const Choice* choice_of(const CallView& call, const Kind& kind) {
    const std::uint64_t word = call.shown.args[kind.selector];
    const std::uint64_t command = kind.by_long ? in_width(Width::ulong_, call.call.abi, word)
                                               : (static_cast<std::uint32_t>(word) & kind.selector_mask) >> kind.selector_shift;
    const Choice* otherwise = nullptr;
    for (const Choice& choice : kind.choices) {
        if (choice.otherwise) {
            otherwise = &choice;
        } else if ((kind.by_long ? choice.command : static_cast<std::uint32_t>(choice.command)) == command) {
            return &choice;
        }
    }
    return otherwise;
}

bool was_filled(const Decoder& decoder, const Argument& argument) {
    constexpr std::uint64_t restart_block = 516;  // ERESTART_RESTARTBLOCK (include/linux/errno.h)
    const std::uint64_t error = decoder.call.shown.error;
    switch (argument.filled) {
        case Filled::on_success:
            return error == 0;
        case Filled::if_any:
            return error == 0 && decoder.call.shown.result != 0;
        case Filled::always:
            return true;
        case Filled::if_interrupted:
            return error == restart_block;
    }
    return false;
}

/// An output for which there is no room is empty, also after a failure and where nothing can be read.
bool is_empty_list(Decoder& decoder, const Kind& kind) {
    const bool is_list = kind.tag == Tag::array || kind.tag == Tag::residency || kind.tag == Tag::node_mask;
    return is_list && kind.length.from == Length::From::argument && length_of(decoder, kind.length) == 0;
}

/// What nothing better is known of.
constexpr Argument unknown = in(kind::hex, {});

/// Whether the exit half finds another value in it than the entry half, or none at all.
bool has_to_be_kept(const Argument& argument) {
    const TagTraits& traits = traits_of(argument.kind.tag);
    const bool stands_in_memory = traits.holds == Holds::text || traits.holds == Holds::memory;
    return argument.phase == Phase::entry && stands_in_memory && !traits.as_exit_finds_it;
}

/// The field of an output whose value before the call is shown, too.
const PlacedField* becoming_field(const Kind& kind, Abi abi) {
    if (kind.layout == nullptr || (kind.tag != Tag::structure && kind.tag != Tag::own_memory)) {
        return nullptr;
    }
    for (const PlacedField& placed : kind.layout->on(abi).fields) {
        const Form form = placed.field->form;
        if (form == Form::becomes || form == Form::becomes_anyhow || form == Form::was_and_is) {
            return &placed;
        }
    }
    return nullptr;
}

std::optional<std::uint64_t> value_before(const Decoder& decoder, const Kind& kind, std::uint64_t address) {
    const PlacedField* placed = becoming_field(kind, decoder.abi());
    if (placed == nullptr || address == 0) {
        return std::nullopt;
    }
    std::uint64_t value = 0;
    const std::span<std::byte> bytes = std::as_writable_bytes(std::span(&value, 1)).first(placed->bytes);
    if (decoder.memory().read(address + placed->offset, bytes) != bytes.size()) {
        return std::nullopt;
    }
    return extended(value, placed->bytes, is_signed(placed->field->width));
}

/// The value of a value-result argument as it is now. False, with its address, where it has none.
bool write_current(Decoder& decoder, const Argument& argument, std::uint64_t value) {
    if (argument.kind.tag != Tag::pointed) {
        write_value(decoder, argument.kind, value);
        return true;
    }
    StructureMemory memory;
    std::span<const std::byte> bytes;
    if (!may_look_behind(decoder, value)) {
        return false;
    }
    if (!read_element(decoder, *argument.kind.element, value, memory, bytes)) {
        write_unreadable(decoder, value);
        return false;
    }
    write_element(decoder, *argument.kind.element, bytes);
    return true;
}

/// Where a transfer goes on is told again whenever something was transferred.
bool tells_offset(const Decoder& decoder, const Argument& argument) {
    const bool is_offset = argument.kind.tag == Tag::pointed &&
                           (argument.kind.element->tag == Tag::unsigned_long || argument.kind.element->tag == Tag::unsigned_64);
    return is_offset && decoder.call.shown.result != 0;
}

bool looks_behind(const CallView& call) { return (call.shown.qualifiers & qualifier::verbose) != 0; }

/// Arguments of a call through `ipc` of i386 that stand behind its pointer (ipc/syscall.c), here as the call has them in registers: without
/// a version in the high half of its first argument, the place and the type of a message to receive; and what semctl takes.
Passed passed_through_ipc(const CallView& call, const SyscallRow& row, const Signature& signature) {
    constexpr std::size_t message = 1, type = 3, semaphores = 3, ipc_call = 5;
    constexpr std::uint32_t version_shift = 16;
    Passed passed{call.shown, &signature};
    Arguments& args = passed.shown.args;
    const Signature* of_pointer = signature_of_pointer(row.through_ipc);
    const bool is_wanted = looks_behind(call);
    std::array<std::uint32_t, 2> behind{};
    if (row.through_ipc == ThroughIpc::message_behind_pointer && (args[ipc_call] & 0xffffffff) >> version_shift == 0) {
        const bool is_read = is_wanted && call.shown.error == 0 && args[message] != 0 && call.memory.read_object(args[message], behind);
        args[message] = is_read ? behind[0] : args[message];
        args[type] = is_read ? behind[1] : args[type];
        passed.signature = is_read ? &signature : of_pointer;
    } else if (row.through_ipc == ThroughIpc::union_behind_pointer) {
        const bool is_read = is_wanted && args[semaphores] != 0 && call.memory.read_object(args[semaphores], behind[0]);
        args[semaphores] = is_read ? behind[0] : args[semaphores];
        passed.signature = is_read ? &signature_of_union() : of_pointer;
    }
    return passed;
}

}  // namespace

Passed passed_to(const CallView& call, const SyscallRow& row) {
    const Signature& signature = signature_of(row, call.call.abi);
    if (row.through_ipc != ThroughIpc::as_alone && multiplexer_of(call.call)) {
        return passed_through_ipc(call, row, signature);
    }
    Passed passed{call.shown, &signature};
    const Signature* in_memory = signature_in_memory(call.call);
    if (in_memory == nullptr) {
        return passed;
    }
    std::array<std::uint32_t, max_args> words{};
    const std::span<std::byte> bytes = std::as_writable_bytes(std::span(words).first(in_memory->count));
    const std::uint64_t place = call.shown.args[0] & 0xffffffff;
    if (place != 0 && call.memory.read(place, bytes) == bytes.size()) {
        std::ranges::copy(words, passed.shown.args.begin());
        passed.signature = in_memory;
    }
    return passed;
}

Slot slot_of(const CallView& call, const Signature& signature, std::size_t index) {
    const Argument* argument = &signature.arguments[index];
    // A selected argument may lead to another one, but never round in a circle: the rows are data, so bound it all the same.
    for (int depth = 0; depth < 4; ++depth) {
        const Condition& condition = argument->condition;
        const std::uint64_t bits = call.shown.args[condition.argument] & condition.mask;
        if (condition.mask != 0 && (condition.expected != 0 ? bits != condition.expected : bits == 0)) {
            return {*argument, argument->name};
        }
        if (argument->kind.tag == Tag::ioctl_argument) {
            const std::uint64_t request = index == 0 ? 0 : call.shown.args[index - 1];
            const IoctlSlot slot = ioctl_slot(request, call.call.abi);
            if (slot.absent) {
                return {.argument = *argument, .name = argument->name, .ends = true};
            }
            const bool is_read = looks_behind(call) || !is_number_unless_read(request);
            return slot.known != nullptr && is_read ? Slot{*slot.known, slot.known->name, true} : Slot{unknown, argument->name, true};
        }
        if (argument->kind.tag != Tag::selected) {
            break;
        }
        const Choice* choice = choice_of(call, argument->kind);
        if (choice == nullptr) {
            return {unknown, argument->name, true};
        }
        if (choice->absent) {
            return {.argument = *argument, .name = argument->name, .ends = true};
        }
        argument = &choice->argument;
    }
    return {*argument, argument->name, argument->kind.tag != Tag::none};
}

const Meaning* meaning_of(const CallView& call, const Signature& signature) {
    static constexpr Meaning descriptor{.kind = kind::fd};
    for (std::size_t i = 0; i < signature.count; ++i) {
        const Tag tag = signature.arguments[i].kind.tag;
        if (tag == Tag::ioctl_argument && i > 0 && ioctl_slot(call.shown.args[i - 1], call.call.abi).returns_descriptor) {
            return &descriptor;
        }
        if (tag != Tag::selected) {
            continue;
        }
        const Choice* choice = choice_of(call, signature.arguments[i].kind);
        if (choice != nullptr && choice->result.kind.tag != Tag::none) {
            return &choice->result;
        }
    }
    return nullptr;
}

std::uint64_t slot_value(const CallView& call, const Argument& argument, std::size_t index) {
    const std::uint64_t value = call.shown.args[index];
    const Registers registers = traits_of(argument.kind.tag).registers;
    if (call.call.abi == Abi::i386 && registers != Registers::one && index + 1 < max_args) {
        const std::uint64_t next = call.shown.args[index + 1];
        return registers == Registers::low_high ? (value & 0xffffffff) | (next << 32) : (value << 32) | (next & 0xffffffff);
    }
    // An address is all of the register, of which i386 has half. The pointers of x32 are shorter in memory only.
    const Width width = width_of(argument.kind);
    return in_width(width == Width::pointer || width == Width::nested ? Width::ulong_ : width, call.call.abi, value);
}

void write_argument(Decoder& decoder, const Argument& argument, std::uint64_t value) {
    const Tag tag = argument.kind.tag;
    if (argument.phase != Phase::exit || !decoder.at_exit || is_number(tag) || traits_of(tag).has_own_failure) {
        write_value(decoder, argument.kind, value);
        return;
    }
    if (is_empty_list(decoder, argument.kind) && value != 0) {
        decoder.out.open(Shape::array);
        decoder.out.close();
        return;
    }
    if (!was_filled(decoder, argument)) {
        write_unread(decoder, value);
        return;
    }
    if (decoder.call.shown.error == 0) {
        write_value(decoder, argument.kind, value);
        return;
    }
    Decoder despite_error = decoder;
    despite_error.looks_after_failure = true;
    write_value(despite_error, argument.kind, value);
}

void keep_argument(const CallView& call, const Argument& argument, std::uint64_t value, Tape& tape, Kept& kept) {
    Decoder decoder{call, tape, false};
    const Tag tag = argument.kind.tag;
    const std::uint32_t begin = tape.position();
    if (argument.phase == Phase::both) {
        kept.has_value = write_current(decoder, argument, value) && tape.position() != begin;
        kept.is_pointed = tag == Tag::pointed;
    } else if (has_to_be_kept(argument)) {
        write_argument(decoder, argument, value);
    } else if (argument.phase == Phase::exit && tag == Tag::msghdr) {
        std::uint32_t length = 0;
        if (value != 0 && read_name_length(decoder, value, length)) {
            kept.length = length;
        }
    } else if (argument.phase == Phase::exit && tag == Tag::file_handle) {
        std::uint32_t length = 0;
        if (read_handle_size(decoder, value, length)) {
            kept.length = length;
        }
    } else if (argument.phase == Phase::exit && tag == Tag::sockaddr && argument.kind.length.from == Length::From::behind_argument) {
        kept.length = length_of(decoder, argument.kind.length);
    } else if (argument.phase == Phase::exit) {
        kept.length = value_before(decoder, argument.kind, value);
    }
    kept.value = tape.since(begin);
}

void write_kept_argument(Decoder& decoder, const Argument& argument, std::uint64_t value, const Tape& tape, const Kept& kept) {
    // A hook that changed what decides about an argument has made it one of which nothing was kept.
    if (kept.value.empty() && (argument.phase == Phase::both || has_to_be_kept(argument))) {
        const bool is_known = argument.phase != Phase::both || argument.kind.tag == Tag::own_memory;
        is_known ? write_argument(decoder, argument, value) : write_unread(decoder, value);
        return;
    }
    if (argument.phase == Phase::both) {
        write_before(decoder, tape, kept);
        write_after(decoder, argument, value, tape, kept);
        return;
    }
    if (has_to_be_kept(argument)) {
        tape.replay(decoder.out, kept.value);
        return;
    }
    if (argument.phase == Phase::exit && (argument.kind.tag == Tag::msghdr || argument.kind.tag == Tag::file_handle)) {
        Decoder with_length = decoder;
        with_length.length_before = kept.length;
        write_value(with_length, argument.kind, value);
        return;
    }
    if (argument.phase == Phase::exit && argument.kind.tag == Tag::sockaddr && kept.length && !decoder.failed()) {
        // The kernel writes no more of an address than there was room for, but tells how long it is.
        write_sockaddr(decoder, value, std::min(*kept.length, length_of(decoder, argument.kind.length)));
        return;
    }
    Decoder with_value = decoder;
    with_value.length_before = kept.length;
    write_argument(with_value, argument, value);
}

void write_before(Decoder& decoder, const Tape& tape, const Kept& kept) {
    if (kept.has_value) {
        decoder.out.open(Shape::change);
        if (kept.is_pointed) {
            decoder.out.open(Shape::pointed);
        }
    }
    tape.replay(decoder.out, kept.value);
}

void reopen_before(Decoder& decoder, const Kept& kept) {
    if (kept.has_value) {
        decoder.out.reopen(Shape::change);
        if (kept.is_pointed) {
            decoder.out.reopen(Shape::pointed);
        }
    }
}

void write_after(Decoder& decoder, const Argument& argument, std::uint64_t value, const Tape& tape, const Kept& kept) {
    if (!kept.has_value) {
        if (kept.value.empty() && argument.kind.tag == Tag::own_memory) {  // it shows only what the kernel has answered
            write_value(decoder, argument.kind, value);
        }
        return;
    }
    if (has_answers(argument.kind)) {
        Tape answers;
        Decoder second{decoder.call, answers, true};
        if (write_answers(second, argument.kind, value)) {
            decoder.out.becomes();
            answers.replay(decoder.out);
        }
    } else if (!decoder.failed()) {
        Tape after;
        Decoder second{decoder.call, after, true};
        const bool has_value = write_current(second, argument, value);
        if (has_value && (tells_offset(decoder, argument) || !tape.same(kept.value, after, after.since(0)))) {
            decoder.out.becomes();
            after.replay(decoder.out);
        }
    }
    if (kept.is_pointed) {
        decoder.out.close();
    }
    decoder.out.close();
}

}  // namespace troupe
