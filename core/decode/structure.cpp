#include "core/decode/structure.hpp"

#include <cstring>

#include "troupe/core/check.hpp"

namespace troupe {

namespace {

void write_text(Decoder& decoder, std::span<const std::byte> bytes) {
    const auto* begin = reinterpret_cast<const char*>(bytes.data());
    decoder.out.bytes(std::string_view(begin, strnlen(begin, bytes.size())), BytesForm::text, false);
}

void write_numbers(Decoder& decoder, const PlacedField& placed, const StructureBytes& bytes) {
    decoder.out.open(Shape::array);
    for (std::size_t i = 0; i < placed.field.count; ++i) {
        decoder.out.element();
        write_value(decoder, placed.field.kind, bytes.value(placed, i));
    }
    decoder.out.close();
}

void write_form(Decoder& decoder, const PlacedField& placed, const StructureBytes& bytes) {
    switch (placed.field.form) {
        case Form::text:
            write_text(decoder, bytes.field_bytes(placed));
            return;
        case Form::numbers:
            write_numbers(decoder, placed, bytes);
            return;
        default:
            write_value(decoder, placed.field.kind, bytes.value(placed));
    }
}

void write_plain(Decoder& decoder, const StructureBytes& bytes) {
    decoder.out.open(Shape::structure);
    for (const PlacedField& placed : bytes.layout().fields) {
        if (placed.field.form == Form::hidden || (placed.field.form == Form::answered && !decoder.at_exit)) {
            continue;
        }
        if (placed.field.verbose_only && decoder.abbreviates()) {
            decoder.out.close(End::cut);
            return;
        }
        write_field(decoder, placed, bytes);
    }
    decoder.out.close();
}

}  // namespace

std::uint64_t StructureBytes::value(const PlacedField& placed, std::size_t index) const {
    const std::size_t at = placed.offset + index * std::size_t{placed.bytes};
    TROUPE_CHECK(placed.bytes <= sizeof(std::uint64_t) && at + placed.bytes <= bytes_.size(), "only what was read has a value");
    std::uint64_t raw = 0;
    std::memcpy(&raw, bytes_.data() + at, placed.bytes);
    return extended(raw, placed.bytes, is_signed(placed.field.width));
}

std::uint64_t StructureBytes::value(std::string_view name) const {
    const PlacedField* placed = layout_.find(name);
    return placed == nullptr ? 0 : value(*placed);
}

bool StructureBytes::holds(const PlacedField& placed) const {
    return placed.offset + std::size_t{placed.bytes} * placed.field.count <= bytes_.size();
}

std::span<const std::byte> StructureBytes::field_bytes(const PlacedField& placed) const {
    TROUPE_CHECK(holds(placed), "only what was read has bytes");
    return bytes_.subspan(placed.offset, std::size_t{placed.bytes} * placed.field.count);
}

void write_field(Decoder& decoder, const PlacedField& placed, const StructureBytes& bytes) {
    decoder.out.field(placed.field.name);
    if (placed.field.width == Width::nested) {
        const StructLayout& inner = *placed.field.kind.layout;
        write_structure_value(decoder, inner, StructureBytes(inner.on(decoder.abi()), bytes.field_bytes(placed)));
        return;
    }
    write_form(decoder, placed, bytes);
}

void write_field_named(Decoder& decoder, std::string_view name, const StructureBytes& bytes) {
    if (const PlacedField* placed = bytes.layout().find(name)) {
        write_field(decoder, *placed, bytes);
    }
}

void write_structure_value(Decoder& decoder, const StructLayout& layout, const StructureBytes& bytes) {
    switch (layout.shape) {
        case StructShape::stat:
            write_stat(decoder, bytes);
            return;
        case StructShape::statx:
            write_statx(decoder, bytes);
            return;
        case StructShape::terminal:
            write_terminal(decoder, bytes);
            return;
        default:
            write_plain(decoder, bytes);
    }
}

void write_structure(Decoder& decoder, const StructLayout& layout, std::uint64_t address) {
    if (!may_look_behind(decoder, address)) {
        return;
    }
    switch (layout.shape) {
        case StructShape::clone_args:
            write_clone_args(decoder, layout, address);
            return;
        case StructShape::open_how:
            write_open_how(decoder, layout, address);
            return;
        case StructShape::dirents:
            write_directory_entries(decoder, layout, address);
            return;
        default:
            break;
    }
    const AbiLayout& fields = layout.on(decoder.abi());
    StructureMemory memory;
    const std::span<std::byte> bytes = memory.of(fields.size);
    if (decoder.memory().read(address, bytes) != bytes.size()) {
        write_unreadable(decoder, address);
        return;
    }
    write_structure_value(decoder, layout, StructureBytes(fields, bytes));
}

}  // namespace troupe
