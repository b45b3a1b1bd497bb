#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <string>

#include "core/decode/list.hpp"
#include "core/decode/network_numbers.hpp"
#include "core/decode/structure.hpp"
#include "core/decode/text.hpp"
#include "core/decode/times.hpp"
#include "core/format/numbers.hpp"

/// Fields of structures, in the form that their rows say.
namespace troupe {

namespace {

void write_text(Decoder& decoder, std::span<const std::byte> bytes, std::uint64_t most) {
    const std::string_view text = as_text(bytes).substr(0, most + 1);
    const std::size_t end = text.find('\0');
    // Without an end, the last byte is where the end would have to be.
    decoder.out.bytes(text.substr(0, end == std::string_view::npos ? text.size() - 1 : end), BytesForm::text,
                      end == std::string_view::npos);
}

void write_numbers(Decoder& decoder, const PlacedField& placed, const StructureBytes& bytes) {
    const Length& length = placed.field->kind.length;
    const std::uint64_t count = length.from == Length::From::sibling
                                    ? std::min<std::uint64_t>(placed.field->count, bytes.value(length.sibling))
                                    : std::min(bytes.count_of(placed), bytes.given_of(placed));
    const std::uint64_t shown = placed.field->form == Form::all_numbers ? count : std::min(count, decoder.element_limit());
    write_numbered_list(decoder, count, shown, [&](std::uint64_t i) { write_value(decoder, placed.field->kind, bytes.value(placed, i)); });
}

void write_indexed(Decoder& decoder, const PlacedField& placed, const StructureBytes& bytes) {
    const std::span<const std::string_view> names = placed.field->names;
    decoder.out.open(Shape::indexed);
    for (std::size_t i = 0; i < placed.field->count; ++i) {
        decoder.out.field(i < names.size() ? names[i] : std::string_view(std::to_string(i)));
        write_value(decoder, placed.field->kind, bytes.value(placed, i));
    }
    decoder.out.close();
}

/// B50<<IBSHIFT, where it is not 0.
void write_shifted_part(Decoder& decoder, const ValuePart& part, std::uint64_t value) {
    if (value == 0) {
        return;
    }
    const std::string_view name = name_in(*part.values, value);
    const ConstantStyle style = decoder.call.style.form.constants;
    decoder.out.element();
    decoder.out.symbol(style == ConstantStyle::names ? fmt::format("{}<<{}", name, part.shift_name)
                       : style == ConstantStyle::numbers
                           ? fmt::format("{:#x}<<{:#x}", value, part.shift)
                           : fmt::format("{:#x} /* {} */<<{:#x} /* {} */", value, name, part.shift, part.shift_name),
                       value << part.shift, NumberForm::none);
}

/// No bit leaves the place behind the last `|` empty.
void write_parts(Decoder& decoder, const Field& field, std::uint64_t word) {
    decoder.out.open(Shape::any_of);
    for (const ValuePart& part : field.parts) {
        const std::uint64_t bits = word & part.mask;
        if (part.shift != 0) {
            write_shifted_part(decoder, part, bits >> part.shift);
        } else {
            decoder.out.element();
            decoder.out.constant(*part.values, bits);
        }
        word &= ~part.mask;
    }
    decoder.out.element();
    if (word != 0) {
        decoder.out.flags(*field.kind.flag_set, word);
    }
    decoder.out.close();
}

/// 28 => 16, where the entry half has seen another length.
void write_changed_length(Decoder& decoder, const PlacedField& placed, std::uint64_t value) {
    const std::uint64_t before = extended(decoder.length_before.value_or(value), placed.bytes, is_signed(placed.field->width));
    if (before == value) {
        write_value(decoder, placed.field->kind, value);
        return;
    }
    decoder.out.open(Shape::change);
    write_value(decoder, placed.field->kind, before);
    decoder.out.becomes();
    write_value(decoder, placed.field->kind, value);
    decoder.out.close();
}

/// 4 => 2, once the call has succeeded.
void write_became(Decoder& decoder, const PlacedField& placed, std::uint64_t value) {
    decoder.out.open(Shape::change);
    write_value(decoder, placed.field->kind, decoder.length_before.value_or(value));
    if (decoder.at_exit && (!decoder.failed() || placed.field->form == Form::becomes_anyhow)) {
        decoder.out.becomes();
        write_value(decoder, placed.field->kind, value);
    }
    decoder.out.close();
}

void write_hardware_field(Decoder& decoder, const PlacedField& placed, const StructureBytes& bytes) {
    const std::span<const std::byte> all = bytes.field_bytes(placed);
    const std::string_view sibling = placed.field->kind.length.sibling;
    const std::uint64_t length = sibling.empty() ? all.size() : std::min<std::uint64_t>(bytes.value(sibling), all.size());
    write_hardware_address(decoder.out, all.first(static_cast<std::size_t>(length)));
}

/// Behind the field before it: /* bytes 110..111: 0x8 */, or with a name for it.
void write_leftover(Writer& out, const PlacedField& placed, std::uint64_t value) {
    const Field& field = *placed.field;
    const std::string number = hex_text(value);
    const std::size_t last = placed.offset + std::size_t{placed.bytes} * field.count - 1;
    out.comment(field.names.empty() ? fmt::format("bytes {}..{}: {}", placed.offset, last, number)
                                    : fmt::format("{}: {}", field.names.front(), number));
}

void write_nested(Decoder& decoder, const PlacedField& placed, const StructureBytes& bytes) {
    const StructLayout& layout = *placed.field->kind.layout;
    const std::span<const std::byte> held = bytes.field_bytes(placed);
    const std::uint64_t address = bytes.address() == 0 ? 0 : bytes.address() + placed.offset;
    const StructureBytes inner(layout.on(decoder.abi()), held, bytes.given_bytes_of(placed), address);
    write_structure_value(decoder, layout, inner);
    if (placed.field->form == Form::dated) {
        comment_time(decoder, inner);
    }
}

void write_field_value(Decoder& decoder, const PlacedField& placed, const StructureBytes& bytes) {
    constexpr int nanosecond_digits = 9;
    switch (placed.field->form) {
        case Form::text:
            write_text(decoder, bytes.field_bytes(placed).first(bytes.given_bytes_of(placed)), bytes.count_of(placed));
            return;
        case Form::numbers:
        case Form::all_numbers:
            write_numbers(decoder, placed, bytes);
            return;
        case Form::indexed:
            write_indexed(decoder, placed, bytes);
            return;
        case Form::in_parts:
            write_parts(decoder, *placed.field, bytes.value(placed));
            return;
        case Form::ipv4:
            write_ipv4_in(decoder.out, bytes.field_bytes(placed));
            return;
        case Form::hardware_address:
            write_hardware_field(decoder, placed, bytes);
            return;
        case Form::network_order:
            write_in_network_order(decoder.out, bytes.field_bytes(placed));
            return;
        case Form::was_and_is:
            if (placed.field->kind.tag == Tag::own_number) {  // which shows both itself
                write_value(decoder, placed.field->kind, bytes.value(placed));
                return;
            }
            write_changed_length(decoder, placed, bytes.value(placed));
            return;
        case Form::becomes:
        case Form::becomes_anyhow:
            write_became(decoder, placed, bytes.value(placed));
            return;
        case Form::dated:
            write_value(decoder, placed.field->kind, bytes.value(placed));
            comment_date(decoder, static_cast<std::int64_t>(bytes.value(placed)), bytes.value(placed.field->fraction), nanosecond_digits);
            return;
        default:
            write_value(decoder, kind_of(placed, bytes), bytes.value(placed));
    }
}

}  // namespace

const Kind& kind_of(const PlacedField& placed, const StructureBytes& bytes) {
    const FieldChoices& choices = placed.field->choices;
    if (choices.rows.empty()) {
        return placed.field->kind;
    }
    const auto row = std::ranges::find(choices.rows, bytes.value(choices.sibling) & choices.mask, &FieldChoice::value);
    return row == choices.rows.end() ? placed.field->kind : row->kind;
}

void write_in_network_order(Writer& out, std::span<const std::byte> number) {
    out.spelled(as_text(number));
    write_converted_number(out, number);
}

void write_converted_number(Writer& out, std::span<const std::byte> number) {
    std::uint64_t value = 0;
    for (const std::byte byte : number) {
        value = value << 8 | static_cast<std::uint64_t>(byte);
    }
    out.open(Shape::conversion, number.size() == 2 ? "htons" : number.size() == 4 ? "htonl" : "htobe64");
    out.number(value, NumberForm::unsigned_decimal);
    out.close();
}

void write_field(Decoder& decoder, const PlacedField& placed, const StructureBytes& bytes) {
    Decoder inside = decoder;
    inside.structure = &bytes;
    if (placed.field->form == Form::ipv6) {
        write_ipv6_field(inside.out, placed.field->name, bytes.field_bytes(placed));
        return;
    }
    if (placed.field->form == Form::leftover) {
        write_leftover(inside.out, placed, bytes.value(placed));
        return;
    }
    if (placed.field->name.empty()) {
        inside.out.unnamed_field({});
    } else {
        inside.out.field(placed.field->name);
    }
    write_bare_field(inside, placed, bytes);
}

void write_bare_field(Decoder& decoder, const PlacedField& placed, const StructureBytes& bytes) {
    switch (placed.field->form) {
        case Form::elements:
        case Form::all_elements:
        case Form::characters:
        case Form::all_characters:
        case Form::raw_characters:
        case Form::uuid:
        case Form::fraction:
        case Form::behind:
            write_long_form(decoder, placed, bytes);
            return;
        default:
            break;
    }
    if (placed.field->width == Width::nested) {
        write_nested(decoder, placed, bytes);
    } else {
        write_field_value(decoder, placed, bytes);
    }
}

void write_field_named(Decoder& decoder, std::string_view name, const StructureBytes& bytes) {
    if (const PlacedField* placed = bytes.layout().find(name)) {
        write_field(decoder, *placed, bytes);
    }
}

}  // namespace troupe
