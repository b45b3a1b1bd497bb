#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <string_view>

#include "core/decode/argument.hpp"
#include "core/decode/array.hpp"
#include "core/decode/decoder.hpp"
#include "core/decode/ioctl.hpp"
#include "core/decode/readiness.hpp"
#include "core/decode/times.hpp"
#include "core/tables/ioctls/own.hpp"
#include "core/tables/syscalls/in_memory.hpp"
#include "core/tables/tag_traits.hpp"

/// What a call returned, and what that means.
namespace troupe {

namespace {

/// Only an injected result is wider than the call's own can be: then all of it is shown.
bool is_wide(const CallView& call) {
    return call.shown.result < std::numeric_limits<std::int32_t>::min() || call.shown.result > std::numeric_limits<std::uint32_t>::max();
}

std::uint64_t as_word(const CallView& call) {
    const auto value = static_cast<std::uint64_t>(call.shown.result);
    return facts_of(call.call.abi).klong_size == 4 && !is_wide(call) ? value & 0xffffffff : value;
}

Shape shape_of(Told told) {
    switch (told) {
        case Told::in_names:
            return Shape::meaning;
        case Told::in_style:
            return Shape::meaning_in_style;
        case Told::aside:
            return Shape::meaning_aside;
    }
    return Shape::meaning;
}

/// ` (names)` behind a number that stands for something.
void write_meaning(Decoder& decoder, const Kind& kind, std::string_view word, Told told) {
    decoder.out.open(shape_of(told), word);
    write_value(decoder, kind, as_word(decoder.call) & 0xffffffff);
    decoder.out.close();
}

using WriteResult = void (*)(Decoder&, const Kind&);

/// Negative only where it was injected.
void word(Decoder& decoder, const Kind&) { decoder.unsigned_number(as_word(decoder.call)); }
void word_in_hex(Decoder& decoder, const Kind&) { decoder.hex_number(as_word(decoder.call)); }
void permissions(Decoder& decoder, const Kind&) { decoder.out.number(as_word(decoder.call), NumberForm::permissions); }
void lower_half(Decoder& decoder, const Kind&) {
    const auto half = static_cast<std::uint32_t>(decoder.call.shown.result);
    decoder.unsigned_number(is_wide(decoder.call) ? as_word(decoder.call) : half);
}
/// Which signal came.
void signal(Decoder& decoder, const Kind& kind) {
    word(decoder, kind);
    if (decoder.call.shown.result > 0 && !is_wide(decoder.call)) {
        write_meaning(decoder, kind, "", Told::in_names);
    }
}
void process_of(Decoder& decoder, IdOf what) { decoder.out.process(static_cast<int>(decoder.call.shown.result), what); }
void process(Decoder& decoder, const Kind&) { process_of(decoder, IdOf::task); }
void process_group(Decoder& decoder, const Kind&) { process_of(decoder, IdOf::group); }
void session(Decoder& decoder, const Kind&) { process_of(decoder, IdOf::session); }
void descriptor(Decoder& decoder, const Kind& kind) {
    if (is_wide(decoder.call)) {
        word(decoder, kind);
    } else {
        decoder.out.descriptor(static_cast<int>(decoder.call.shown.result));
    }
}
void bits(Decoder& decoder, const Kind& kind) {
    word_in_hex(decoder, kind);
    write_meaning(decoder, kind, "", Told::in_style);
}
void one_of(Decoder& decoder, const Kind& kind) {
    if (name_in(*kind.value_set, as_word(decoder.call)).empty()) {
        decoder.signed_number(decoder.call.shown.result);
        return;
    }
    decoder.signed_number(decoder.call.shown.result);
    write_meaning(decoder, kind, "", Told::in_names);
}
void priority(Decoder& decoder, const Kind& kind) {
    decoder.signed_number(decoder.call.shown.result);
    write_meaning(decoder, kind, "", Told::aside);
}
void date(Decoder& decoder, const Kind& kind) {
    word(decoder, kind);
    if (decoder.call.shown.result != 0) {
        decoder.out.open(Shape::meaning, date_of(decoder.call.shown.result, 0, 0));
        decoder.out.close();
    }
}

/// What comes before a word of own meaning, in its brackets.
std::string_view word_before(Own own) {
    switch (own) {
        case Own::signal_word:
            return "mask ";
        case Own::previous_signal_word:
            return "old mask ";
        default:
            return "";
    }
}
void own_word(Decoder& decoder, const Kind& kind) {
    constexpr std::uint64_t last_special_handler = 1;  // SIG_IGN
    const bool is_handler = kind.own == Own::signal_handler;
    word_in_hex(decoder, kind);
    if (!is_handler || as_word(decoder.call) <= last_special_handler) {
        write_meaning(decoder, kind, word_before(kind.own), is_handler ? Told::in_names : Told::in_style);
    }
}

/// Whether what the kernel tells in memory, beside its result, can be read.
bool has_told_structure(Decoder& decoder, const Signature& signature) {
    for (std::size_t i = 0; i < signature.count; ++i) {
        const Argument& argument = signature.arguments[i];
        if (argument.phase == Phase::exit && argument.kind.tag == Tag::structure) {
            StructureMemory memory;
            std::span<const std::byte> bytes;
            return decoder.looks_behind() && read_element(decoder, argument.kind, decoder.argument(i), memory, bytes);
        }
    }
    return true;
}

struct ResultRow {
    Tag tag;
    WriteResult write;
};

constexpr ResultRow result_rows[] = {
    {Tag::hex, word_in_hex},
    {Tag::pointer, word_in_hex},
    {Tag::octal, permissions},
    {Tag::value, one_of},
    {Tag::flags, bits},
    {Tag::uid, lower_half},
    {Tag::gid, lower_half},
    {Tag::unsigned_int, lower_half},
    {Tag::date, date},
    {Tag::pid, process},
    {Tag::signal, signal},
    {Tag::fd, descriptor},
    {Tag::io_priority, priority},
    {Tag::process_group, process_group},
    {Tag::session, session},
    {Tag::own_number, own_word},
};

/// What writes a result of each tag, at the tag's place: of those without a row nothing is known but the word.
constexpr std::array<WriteResult, tag_traits.size()> result_of = [] {
    std::array<WriteResult, tag_traits.size()> table{};
    table.fill(word);
    for (const ResultRow& row : result_rows) {
        table[static_cast<std::size_t>(row.tag)] = row.write;
    }
    return table;
}();

void write_result_of_kind(Decoder& decoder, const Kind& kind) { result_of[static_cast<std::size_t>(kind.tag)](decoder, kind); }

/// Through `ipc` of i386 shmat returns 0, and writes its answer where the third argument says.
bool write_answer_behind_pointer(Decoder& decoder, const SyscallRow& row) {
    constexpr std::size_t answer = 3;
    if (row.through_ipc != ThroughIpc::answer_behind_pointer || !multiplexer_of(decoder.call.call)) {
        return false;
    }
    std::uint32_t place = 0;
    decoder.memory().read_object(decoder.argument(answer), place) ? decoder.hex_number(place) : decoder.out.unknown();
    return true;
}

bool is_known(const Kind& kind, std::uint64_t word) {
    if (kind.value_set != nullptr) {
        return !name_in(*kind.value_set, word).empty();
    }
    return std::ranges::any_of(kind.flag_set->rows,
                               [word](const NamedConstant& row) { return row.value == word || (row.value & word) != 0; });
}

bool has_meaning(const CallView& call, const Meaning& meaning) {
    if (call.shown.result == 0 && meaning.silent_zero) {
        return false;
    }
    return !meaning.only_known || is_known(meaning.kind, as_word(call));
}

/// What the result means is no word behind it.
bool is_number_itself(const Kind& kind) { return kind.tag == Tag::fd || kind.tag == Tag::pid || kind.tag == Tag::hex; }

/// ` ({index=0, count=2})`: what a request has got.
void write_ioctl_answer(Decoder& decoder, const Signature& signature) {
    constexpr std::size_t place = 2;
    if (signature.arguments[place].kind.tag != Tag::ioctl_argument) {
        return;
    }
    const CallView& call = decoder.call;
    const IoctlSlot slot = ioctl_slot(call.shown.args[place - 1], call.call.abi);
    const StructLayout* layout = slot.in_result;
    StructureMemory memory;
    std::span<const std::byte> bytes;
    if (layout == nullptr || call.shown.args[place] == 0 || !decoder.looks_behind() ||
        !read_element(decoder, slot.known->kind, call.shown.args[place], memory, bytes)) {
        return;
    }
    decoder.out.open(Shape::meaning);
    write_element(decoder, kind::structure(*layout), bytes.first(layout->on(call.call.abi).size));
    decoder.out.close();
}

/// The state of a clock comes with what it is, or not at all.
bool is_state_without_clock(Decoder& decoder, const SyscallRow& row, const Signature& signature) {
    return row.result.tag == Tag::value && !has_told_structure(decoder, signature);
}

void write_success(Decoder& decoder, const SyscallRow* row) {
    const CallView& call = decoder.call;
    if ((call.shown.qualifiers & qualifier::raw) != 0) {
        decoder.hex_number(as_word(call));
        return;
    }
    if (row == nullptr) {
        decoder.signed_number(call.shown.result);
        return;
    }
    const Signature& signature = signature_of(*row, call.call.abi);
    const Meaning* meaning = meaning_of(call, signature);
    if (meaning != nullptr && is_number_itself(meaning->kind)) {
        write_result_of_kind(decoder, meaning->kind);
        return;
    }
    if (meaning != nullptr) {
        if (meaning->decimal) {
            decoder.signed_number(call.shown.result);
        } else {
            decoder.hex_number(as_word(call));
        }
        if (has_meaning(call, *meaning)) {
            write_meaning(decoder, meaning->kind, meaning->word, meaning->told);
        }
        return;
    }
    if (write_answer_behind_pointer(decoder, *row)) {
        return;
    }
    if (is_state_without_clock(decoder, *row, signature)) {
        word(decoder, row->result);
        return;
    }
    write_result_of_kind(decoder, row->result);
    const Argument& first = signature.arguments[0];
    if (first.kind.tag == Tag::thread_area && first.phase == Phase::entry) {
        write_thread_area_entry(decoder, call.shown.args[0]);
        return;
    }
    if (signature_in_memory(call.call) != nullptr) {
        const Passed passed = passed_to(call, *row);
        const CallView seen = call.with(passed.shown);
        Decoder as_in_registers{seen, decoder.out, true};
        write_readiness(as_in_registers, *passed.signature);
        return;
    }
    write_readiness(decoder, signature);
    write_ioctl_answer(decoder, signature);
}

}  // namespace

void decode_result(const CallView& call, Writer& out) {
    const SyscallRow* row = row_of(call.call);
    Decoder decoder{call, out, true};
    out.open((call.shown.qualifiers & qualifier::raw) != 0 ? Shape::raw_result : Shape::result);
    if (call.shown.error != 0) {
        out.error(static_cast<std::uint32_t>(call.shown.error));
    } else if (row != nullptr && row->result.tag == Tag::none && !call.injected) {
        out.unknown();
    } else {
        write_success(decoder, row);
    }
    out.close();
}

std::string tampering_of(const CallView& call) {
    std::string text;
    if (call.arguments_injected) {
        text += call.injected ? " (INJECTED: args, retval)" : " (INJECTED: args)";
    } else if (call.injected) {
        text += " (INJECTED)";
    }
    if (call.delayed) {
        text += " (DELAYED)";
    }
    return text;
}

}  // namespace troupe
