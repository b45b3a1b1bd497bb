#include "core/decode/structure.hpp"

#include <algorithm>
#include <cstring>

#include "core/decode/constants.hpp"
#include "core/decode/text.hpp"
#include "core/decode/times.hpp"
#include "core/tables/layouts.hpp"
#include "core/tables/sets.hpp"

namespace troupe {

namespace {

/// The kernel's "no limit": all ones in the word of the ABI.
void append_resource(std::string& out, std::uint64_t value, std::uint8_t bytes) {
    const std::uint64_t infinity = bytes == 4 ? 0xffffffff : ~std::uint64_t{0};
    if (value == infinity) {
        out += bytes == 4 ? "RLIM_INFINITY" : "RLIM64_INFINITY";
        return;
    }
    if (value > 1024 && value % 1024 == 0) {
        append_unsigned(out, value / 1024);
        out += "*1024";
        return;
    }
    append_unsigned(out, value);
}

void print_text(Printer& printer, std::span<const std::byte> bytes) {
    const auto* begin = reinterpret_cast<const char*>(bytes.data());
    const std::size_t length = strnlen(begin, bytes.size());
    append_quoted(printer.out, std::string_view(begin, length));
}

void print_numbers(Printer& printer, const PlacedField& placed, const StructureBytes& bytes) {
    printer.out += '[';
    for (std::size_t i = 0; i < placed.field.count; ++i) {
        if (i != 0) {
            printer.out += ", ";
        }
        print_value(printer, placed.field.kind, bytes.value(placed, i));
    }
    printer.out += ']';
}

void print_form(Printer& printer, const PlacedField& placed, const StructureBytes& bytes) {
    const std::uint64_t value = bytes.value(placed);
    switch (placed.field.form) {
        case Form::text:
            print_text(printer, bytes.field_bytes(placed));
            return;
        case Form::numbers:
            print_numbers(printer, placed, bytes);
            return;
        case Form::file_system_id:
            printer.out += "{val=";
            print_numbers(printer, placed, bytes);
            printer.out += '}';
            return;
        case Form::resource:
            append_resource(printer.out, value, placed.bytes);
            return;
        case Form::date:
            append_signed(printer.out, static_cast<std::int64_t>(value));
            append_date_comment(printer.out, static_cast<std::int64_t>(value), 0, 0);
            return;
        case Form::ticks:
            append_ticks(printer.out, static_cast<std::int64_t>(value));
            return;
        case Form::bits:
            append_hex(printer.out, value);
            return;
        case Form::creation_mode:
            append_permissions(printer.out, value);
            return;
        case Form::rseq_cpu: {
            const std::string_view name = name_in(rseq_cpu_ids, value);
            if (!name.empty()) {
                printer.out += name;
                return;
            }
            append_unsigned(printer.out, value);
            return;
        }
        default:
            print_value(printer, placed.field.kind, value);
    }
}

void print_plain(Printer& printer, const StructureBytes& bytes) {
    printer.out += '{';
    bool first = true;
    for (const PlacedField& placed : bytes.layout().fields) {
        if (placed.field.form == Form::hidden || (placed.field.form == Form::answered && !printer.at_exit)) {
            continue;
        }
        if (!first) {
            printer.out += ", ";
        }
        first = false;
        if (placed.field.verbose_only && printer.abbreviates()) {
            printer.out += "...";
            break;
        }
        print_field(printer, placed, bytes);
    }
    printer.out += '}';
}

}  // namespace

std::uint64_t StructureBytes::value(const PlacedField& placed, std::size_t index) const {
    const std::size_t at = placed.offset + index * placed.bytes;
    if (placed.bytes > 8 || at + placed.bytes > bytes_.size()) {
        return 0;
    }
    std::uint64_t raw = 0;
    std::memcpy(&raw, bytes_.data() + at, placed.bytes);
    if (is_signed(placed.field.width) && placed.bytes < 8) {
        const unsigned unused = 64 - 8u * placed.bytes;
        raw = static_cast<std::uint64_t>(static_cast<std::int64_t>(raw << unused) >> unused);
    }
    return raw;
}

std::uint64_t StructureBytes::value(std::string_view name) const {
    const PlacedField* placed = layout_.find(name);
    return placed == nullptr ? 0 : value(*placed);
}

std::span<const std::byte> StructureBytes::field_bytes(const PlacedField& placed) const {
    const std::size_t length = static_cast<std::size_t>(placed.bytes) * placed.field.count;
    return placed.offset + length > bytes_.size() ? std::span<const std::byte>{} : bytes_.subspan(placed.offset, length);
}

void print_field(Printer& printer, const PlacedField& placed, const StructureBytes& bytes) {
    printer.out += placed.field.name;
    printer.out += '=';
    if (placed.field.width == Width::nested) {
        const StructLayout& inner = *placed.field.kind.layout;
        print_structure_value(printer, inner, StructureBytes(inner.on(printer.abi()), bytes.field_bytes(placed)));
        return;
    }
    if (placed.field.form == Form::plain || placed.field.form == Form::answered) {
        print_value(printer, placed.field.kind, bytes.value(placed));
        return;
    }
    print_form(printer, placed, bytes);
}

void print_structure_value(Printer& printer, const StructLayout& layout, const StructureBytes& bytes) {
    switch (layout.shape) {
        case Shape::stat:
            print_stat(printer, bytes);
            return;
        case Shape::statx:
            print_statx(printer, bytes);
            return;
        case Shape::terminal:
            print_terminal(printer, bytes);
            return;
        default:
            print_plain(printer, bytes);
    }
}

void print_structure(Printer& printer, const StructLayout& layout, std::uint64_t address) {
    if (!may_look_behind(printer, address)) {
        return;
    }
    switch (layout.shape) {
        case Shape::clone_args:
            print_clone_args(printer, layout, address);
            return;
        case Shape::open_how:
            print_open_how(printer, layout, address);
            return;
        case Shape::dirents:
            print_directory_entries(printer, layout, address);
            return;
        default:
            break;
    }
    const AbiLayout& fields = layout.on(printer.abi());
    std::array<std::byte, largest_structure> buffer;
    const std::span<std::byte> bytes(buffer.data(), std::min<std::size_t>(fields.size, buffer.size()));
    if (printer.memory().read(address, bytes) != bytes.size()) {
        print_address(printer, address);
        return;
    }
    print_structure_value(printer, layout, StructureBytes(fields, bytes));
}

}  // namespace troupe
