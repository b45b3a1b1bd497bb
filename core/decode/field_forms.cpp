#include <fmt/format.h>

#include <algorithm>

#include "core/decode/array.hpp"
#include "core/decode/list.hpp"
#include "core/decode/sockets.hpp"
#include "core/decode/structure.hpp"
#include "core/decode/text.hpp"

/// Fields that are no number: arrays of structures, identifiers, fractions, and what stands behind the end of a structure.
namespace troupe {

namespace {

void write_elements(Decoder& decoder, const PlacedField& placed, const StructureBytes& bytes) {
    const StructLayout& layout = *placed.field->kind.layout;
    const AbiLayout& fields = layout.on(decoder.abi());
    const std::uint64_t count = bytes.count_of(placed);
    const std::span<const std::byte> all = bytes.field_bytes(placed);
    const std::uint64_t shown = placed.field->form == Form::all_elements ? count : std::min(count, decoder.element_limit());
    write_numbered_list(decoder, count, shown, [&](std::uint64_t i) {
        write_structure_value(decoder, layout, StructureBytes(fields, all.subspan(i * fields.size, fields.size)));
    });
}

void write_characters(Decoder& decoder, const PlacedField& placed, const StructureBytes& bytes, BytesForm form, std::size_t limit) {
    const std::string_view all = as_text(bytes.field_bytes(placed)).substr(0, bytes.count_of(placed));
    const std::string_view shown = all.substr(0, limit);
    decoder.out.bytes(shown, form, shown.size() < all.size());
}

void write_uuid(Decoder& decoder, std::span<const std::byte> bytes) {
    constexpr std::size_t groups[] = {4, 2, 2, 2, 6};
    std::string text;
    std::size_t next = 0;
    for (const std::size_t length : groups) {
        text += text.empty() ? "" : "-";
        for (std::size_t i = 0; i < length; ++i) {
            text += fmt::format("{:02x}", static_cast<unsigned>(bytes[next++]));
        }
    }
    decoder.out.symbol(text, 0, NumberForm::none);
}

void write_fraction(Decoder& decoder, const PlacedField& placed, const StructureBytes& bytes) {
    const AbiLayout& fields = placed.field->kind.layout->on(decoder.abi());
    const StructureBytes parts(fields, bytes.field_bytes(placed));
    decoder.out.symbol(fmt::format("{}/{}", parts.value(fields.fields[0]), parts.value(fields.fields[1])), 0, NumberForm::none);
}

void write_hardware_address_at(Decoder& decoder, std::uint64_t address, std::size_t size) {
    StructureMemory memory;
    const std::span<std::byte> bytes = memory.of(size);
    if (decoder.memory().read(address, bytes) != size) {
        write_unreadable(decoder, address);
        return;
    }
    write_hardware_address(decoder.out, bytes);
}

/// Elements that begin where the structure ends; or one structure that lies over what is behind it, as a member of a union does.
void write_behind(Decoder& decoder, const PlacedField& placed, const StructureBytes& bytes) {
    const Kind& element = kind_of(placed, bytes);
    const std::uint64_t address = bytes.address() + placed.offset;
    if (element.tag == Tag::string || element.tag == Tag::own_memory) {
        write_value(decoder, element, address);
        return;
    }
    if (element.tag == Tag::sockaddr) {
        write_sockaddr(decoder, address, element.length.value);
        return;
    }
    if (element.tag == Tag::bytes_in_hex) {
        write_hardware_address_at(decoder, address, element.length.value);
        return;
    }
    if (element.tag == Tag::bytes) {
        write_bytes(decoder, address, bytes.value(placed.field->counter));
        return;
    }
    StructureMemory memory;
    std::span<const std::byte> read;
    if (placed.field->counter.empty()) {
        if (!read_element(decoder, element, address, memory, read)) {
            write_unreadable(decoder, address);
            return;
        }
        write_structure_value(decoder, *element.layout, StructureBytes(element.layout->on(decoder.abi()), read, read.size(), address));
        return;
    }
    const std::uint64_t most = placed.field->count > 1 ? placed.field->count : decoder.element_limit();
    const std::uint64_t limit = std::min(most, decoder.element_limit());
    write_limited_list(
        decoder, address, bytes.value(placed.field->counter), limit, element_size(element, decoder.abi()),
        [&](std::uint64_t where) { return read_element(decoder, element, where, memory, read); },
        [&] { write_element(decoder, element, read); });
}

}  // namespace

void write_long_form(Decoder& decoder, const PlacedField& placed, const StructureBytes& bytes) {
    switch (placed.field->form) {
        case Form::elements:
        case Form::all_elements:
            write_elements(decoder, placed, bytes);
            return;
        case Form::characters:
            write_characters(decoder, placed, bytes, BytesForm::text, decoder.string_limit());
            return;
        case Form::all_characters:
            write_characters(decoder, placed, bytes, BytesForm::text, std::string_view::npos);
            return;
        case Form::raw_characters:
            write_characters(decoder, placed, bytes, BytesForm::hex, decoder.string_limit());
            return;
        case Form::uuid:
            write_uuid(decoder, bytes.field_bytes(placed));
            return;
        case Form::fraction:
            write_fraction(decoder, placed, bytes);
            return;
        default:
            write_behind(decoder, placed, bytes);
    }
}

}  // namespace troupe
