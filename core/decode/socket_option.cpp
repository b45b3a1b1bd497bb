#include <algorithm>
#include <bit>

#include "core/decode/array.hpp"
#include "core/decode/list.hpp"
#include "core/decode/sockets.hpp"
#include "core/decode/text.hpp"

namespace troupe {

namespace {

constexpr Kind integer = kind::signed_int;
constexpr std::int32_t int_bytes = sizeof(std::int32_t);

/// As much of a structure as there is: {pid=1, uid="\x00\x00"}.
void write_beginning(Decoder& decoder, const StructLayout& layout, const StructureBytes& structure, std::span<const std::byte> given) {
    decoder.out.open(Shape::structure);
    for (const PlacedField& placed : layout.on(decoder.abi()).fields) {
        if (placed.offset >= given.size()) {
            break;
        }
        if (placed.offset + std::size_t{placed.bytes} * placed.field->count <= given.size()) {
            write_field(decoder, placed, structure);
        } else {
            decoder.out.field(placed.field->name);
            decoder.out.bytes(as_text(given.subspan(placed.offset)), BytesForm::hex, false);
        }
    }
    decoder.out.close();
}

/// [3, 1]: as many whole words as there is room for.
void write_words(Decoder& decoder, std::uint64_t address, std::int32_t length, const Kind& word) {
    if (length <= 0) {
        write_unread(decoder, address);
        return;
    }
    if (!may_look_behind(decoder, address)) {
        return;
    }
    StructureMemory memory;
    std::span<const std::byte> bytes;
    const std::size_t size = element_size(word, decoder.abi());
    write_counted_list(
        decoder, address, static_cast<std::uint32_t>(length) / size, size,
        [&](std::uint64_t where) { return read_element(decoder, word, where, memory, bytes); },
        [&] { write_element(decoder, word, bytes); });
}

}  // namespace

/// The kernel takes any length from that of an int on, and answers as much of one as there is room for.
void write_option_int(Decoder& decoder, std::uint64_t address, std::int32_t length, const Kind& kind) {
    const Kind& element = kind.element == nullptr ? integer : *kind.element;
    if (element.tag == Tag::array) {
        write_words(decoder, address, length, *element.element);
    } else if (element.tag == Tag::filter_statements && length > 0) {
        write_filter_statements(decoder, address, static_cast<std::uint64_t>(length), nullptr);
    } else if (element.tag != Tag::filter_statements && (length >= int_bytes || (kind.exact && length > 0))) {
        write_pointed(decoder, element, address);
    } else if (!decoder.at_exit || length <= 0) {
        write_unread(decoder, address);
    } else if (may_look_behind(decoder, address)) {
        write_bytes(decoder, address, static_cast<std::uint64_t>(length), BytesForm::hex);
    }
}

void write_option_value(Decoder& decoder, std::uint64_t address, std::int32_t length) {
    if (decoder.at_exit && length <= 0) {
        write_unread(decoder, address);
    } else if (length == int_bytes) {
        write_pointed(decoder, integer, address);
    } else if (may_look_behind(decoder, address)) {
        write_bytes(decoder, address, static_cast<std::uint32_t>(length));
    }
}

void write_option_structure(Decoder& decoder, std::uint64_t address, std::int32_t length, const Kind& kind) {
    const AbiLayout& layout = kind.layout->on(decoder.abi());
    const bool is_short = length < layout.size;
    if (length <= 0 || (is_short && !decoder.at_exit) || (kind.exact && length != layout.size)) {
        write_unread(decoder, address);
        return;
    }
    if (!may_look_behind(decoder, address)) {
        return;
    }
    StructureMemory memory;
    const std::span<std::byte> bytes = memory.of(layout.size);
    const std::span<std::byte> given = bytes.first(std::min<std::size_t>(static_cast<std::size_t>(length), layout.size));
    std::ranges::fill(bytes, std::byte{0});
    if (decoder.memory().read(address, given) != given.size()) {
        write_unreadable(decoder, address);
        return;
    }
    const StructureBytes structure(layout, bytes, given.size());
    is_short ? write_beginning(decoder, *kind.layout, structure, given) : write_structure_value(decoder, *kind.layout, structure);
}

/// struct group_req (linux/in.h): the address is aligned to a word.
void write_group_request(Decoder& decoder, std::uint64_t address, std::int32_t length) {
    constexpr std::uint64_t address_size = 128;
    const std::uint64_t place = decoder.word_size();
    std::uint32_t device = 0;
    if (length < static_cast<std::int32_t>(place + address_size)) {
        write_unread(decoder, address);
        return;
    }
    if (!read_or_write_address(decoder, address, device)) {
        return;
    }
    decoder.out.open(Shape::structure);
    decoder.out.field("gr_interface");
    write_value(decoder, kind::network_device, device);
    decoder.out.field("gr_group");
    write_sockaddr(decoder, address + place, address_size);
    decoder.out.close();
}

/// What is mostly full is easier to read as what is absent; of what is shorter than a word all other bits are set.
void write_named_bits(Decoder& decoder, std::uint64_t address, std::int32_t length, const ValueSet& set) {
    constexpr int bits = 32, most_shown = bits * 2 / 3;
    std::uint32_t word = ~std::uint32_t{0};
    if (length <= 0) {
        write_unread(decoder, address);
        return;
    }
    if (!may_look_behind(decoder, address)) {
        return;
    }
    const auto given =
        std::as_writable_bytes(std::span(&word, 1)).first(std::min<std::size_t>(static_cast<std::size_t>(length), sizeof(word)));
    if (decoder.memory().read(address, given) != given.size()) {
        write_unreadable(decoder, address);
        return;
    }
    const bool inverted = std::popcount(word) >= most_shown;
    word = inverted ? ~word : word;
    decoder.out.open(inverted ? Shape::inverted_set : Shape::set);
    for (unsigned bit = 0; bit < bits; ++bit) {
        if (((word >> bit) & 1) != 0) {
            decoder.out.element();
            decoder.out.constant(set, bit);
        }
    }
    decoder.out.close();
}

}  // namespace troupe
