#include "core/decode/array.hpp"

#include <array>
#include <cstring>

#include "core/decode/list.hpp"
#include "core/tables/tag_traits.hpp"

namespace troupe {

namespace {

void write_file_time(Decoder& decoder, const StructLayout& layout, const StructureBytes& time) {
    constexpr std::uint64_t now = 0x3fffffff, omit = 0x3ffffffe;
    const std::uint64_t fraction = time.value("tv_nsec");  // of a time in microseconds there is none
    const ConstantStyle style = decoder.call.style.form.constants;
    if ((fraction == now || fraction == omit) && style != ConstantStyle::names) {
        write_structure_value(decoder, layout, time);
        if (style == ConstantStyle::both) {
            decoder.out.comment(fraction == now ? "UTIME_NOW" : "UTIME_OMIT");
        }
        return;
    }
    if (fraction == now || fraction == omit) {
        decoder.out.symbol(fraction == now ? "UTIME_NOW" : "UTIME_OMIT", fraction, NumberForm::decimal);
        return;
    }
    write_structure_value(decoder, layout, time);
    comment_time(decoder, time);
}

/// Fewer than none.
bool is_negative_count(Decoder& decoder, const Length& length) {
    const SyscallRow* row = row_of(decoder.call.call);
    if (row == nullptr || length.value >= max_args) {
        return false;
    }
    const Tag tag = signature_of(*row, decoder.abi()).arguments[length.value].kind.tag;
    // What is a long to other ABIs is an int to x32.
    const bool is_long = tag == Tag::signed_long || (tag == Tag::signed_int && decoder.abi() == Abi::x32 &&
                                                     row->signature.arguments[length.value].kind.tag == Tag::signed_long);
    return is_long && static_cast<std::int64_t>(in_width(traits_of(tag).width, decoder.abi(), decoder.argument(length.value))) < 0;
}

}  // namespace

bool is_too_large(Decoder& decoder, const Length& length, std::uint64_t address, std::uint64_t element) {
    if (length.from == Length::From::argument && is_negative_count(decoder, length)) {
        return true;
    }
    std::uint64_t bytes = 0, end = 0;
    return length.from == Length::From::argument &&
           (__builtin_mul_overflow(length_of(decoder, length), element, &bytes) || __builtin_add_overflow(address, bytes, &end));
}

bool write_empty_list(Decoder& decoder, const Length& length, std::uint64_t address) {
    const bool is_unknown = length.from == Length::From::result && decoder.failed();
    if (decoder.looks_behind() || address == 0 || is_unknown || length_of(decoder, length) != 0) {
        return false;
    }
    decoder.out.open(Shape::array);
    decoder.out.close();
    return true;
}

std::size_t element_size(const Kind& element, Abi abi) {
    return element.tag == Tag::structure ? element.layout->on(abi).size : bytes_of(width_of(element), abi);
}

void write_file_times(Decoder& decoder, const StructLayout& layout, std::uint64_t address) {
    if (!may_look_behind(decoder, address)) {
        return;
    }
    const AbiLayout& fields = layout.on(decoder.abi());
    StructureMemory memory;
    const std::span<std::byte> bytes = memory.of(2 * std::size_t{fields.size});
    if (decoder.memory().read(address, bytes) != bytes.size()) {
        write_unreadable(decoder, address);
        return;
    }
    write_numbered_list(decoder, 2, std::min<std::uint64_t>(2, decoder.element_limit()), [&](std::uint64_t i) {
        write_file_time(decoder, layout, StructureBytes(fields, bytes.subspan(i * fields.size, fields.size)));
    });
}

bool read_element(Decoder& decoder, const Kind& element, std::uint64_t address, StructureMemory& memory,
                  std::span<const std::byte>& bytes) {
    const std::span<std::byte> room = memory.of(element_size(element, decoder.abi()));
    bytes = room;
    return !room.empty() && decoder.memory().read(address, room) == room.size();
}

void write_element(Decoder& decoder, const Kind& element, std::span<const std::byte> bytes) {
    if (element.tag == Tag::structure) {
        write_structure_value(decoder, *element.layout, StructureBytes(element.layout->on(decoder.abi()), bytes));
        return;
    }
    std::uint64_t value = 0;
    std::memcpy(&value, bytes.data(), bytes.size());
    write_value(decoder, element, in_width(width_of(element), decoder.abi(), value));
}

void write_pointed(Decoder& decoder, const Kind& element, std::uint64_t address) {
    if (!may_look_behind(decoder, address)) {
        return;
    }
    StructureMemory memory;
    std::span<const std::byte> bytes;
    if (!read_element(decoder, element, address, memory, bytes)) {
        write_unreadable(decoder, address);
        return;
    }
    decoder.out.open(Shape::pointed);
    write_element(decoder, element, bytes);
    decoder.out.close();
}

void write_array(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    if (!may_look_behind(decoder, address)) {
        return;
    }
    const std::uint64_t count = length_of(decoder, kind.length);
    if (kind.length.from == Length::From::sibling && kind.length.value != 0 && (count == 0 || count > kind.length.value)) {
        write_unread(decoder, address);
        return;
    }
    StructureMemory memory;
    std::span<const std::byte> bytes;
    write_counted_list(
        decoder, address, count, element_size(*kind.element, decoder.abi()),
        [&](std::uint64_t where) { return read_element(decoder, *kind.element, where, memory, bytes); },
        [&] { write_element(decoder, *kind.element, bytes); });
}

}  // namespace troupe
