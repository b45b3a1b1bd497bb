#include "core/decode/constants.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>

#include "core/format/numbers.hpp"
#include "core/tables/flags/process.hpp"
#include "core/tables/values/futex.hpp"
#include "core/tables/values/ptrace.hpp"

namespace troupe {

void write_file_mode(Writer& out, std::uint64_t mode) {
    static constexpr NamedConstant types[] = {{S_IFREG, "S_IFREG"}, {S_IFDIR, "S_IFDIR"},   {S_IFLNK, "S_IFLNK"}, {S_IFCHR, "S_IFCHR"},
                                              {S_IFBLK, "S_IFBLK"}, {S_IFSOCK, "S_IFSOCK"}, {S_IFIFO, "S_IFIFO"}};
    static constexpr NamedConstant marks[] = {{S_ISUID, "S_ISUID"}, {S_ISGID, "S_ISGID"}, {S_ISVTX, "S_ISVTX"}};
    const std::string_view type = name_in(types, mode & S_IFMT);
    if (type.empty() && (mode & S_IFMT) != 0) {
        out.number(mode, NumberForm::permissions);
        return;
    }
    out.spelled(mode, NumberForm::permissions);
    out.open(Shape::any_of);
    if (!type.empty()) {
        out.element();
        out.symbol(type, mode & S_IFMT);
    }
    for (const NamedConstant& row : marks) {
        if ((mode & row.value) != 0) {
            out.element();
            out.symbol(row.name, row.value);
        }
    }
    out.element();
    out.number(mode & ~static_cast<std::uint64_t>(S_IFMT | S_ISUID | S_ISGID | S_ISVTX), NumberForm::permissions);
    out.close();
}

void write_device(Writer& out, std::uint64_t major, std::uint64_t minor) {
    out.open(Shape::function, "makedev");
    out.element();
    out.number(major, NumberForm::hex);
    out.element();
    out.number(minor, NumberForm::hex);
    out.close();
}

void write_fourcc(Writer& out, std::uint64_t code, ConstantStyle style) {
    if (style == ConstantStyle::numbers) {
        out.number(code, NumberForm::hex);
        return;
    }
    std::string text;
    for (const unsigned shift : {0u, 8u, 16u, 24u}) {
        const std::uint64_t byte = code >> shift & 0xff;
        const auto character = static_cast<char>(byte);
        text += text.empty() ? "v4l2_fourcc(" : ", ";
        if (character == '\'' || character == '\\') {
            text += fmt::format("'\\{}'", character);
        } else {
            text += byte >= ' ' && byte < 0x7f ? fmt::format("'{}'", character) : fmt::format("'\\x{:02x}'", byte);
        }
    }
    out.symbol(text + ")", code, NumberForm::none);
}

/// The user space encoding: twelve bits of the major number above eight of the minor one, and the rest above both.
void write_device(Writer& out, std::uint64_t device) {
    const std::uint64_t high = ((device >> 8) & 0xfff) | ((device >> 32) & 0xfffff000);
    const std::uint64_t low = (device & 0xff) | ((device >> 12) & 0xffffff00);
    out.spelled(device, NumberForm::hex);
    write_device(out, high, low);
}

void write_signal_set(Writer& out, std::string_view bytes) {
    static constexpr int most = 2 * last_signal;
    const int signals = static_cast<int>(bytes.size()) * 8 < most ? static_cast<int>(bytes.size()) * 8 : most;
    const auto has = [bytes](int signal) {
        return ((static_cast<unsigned char>(bytes[static_cast<std::size_t>(signal - 1) / 8]) >> ((signal - 1) % 8)) & 1) != 0;
    };
    int present = 0;
    for (int signal = 1; signal <= signals; ++signal) {
        present += has(signal) ? 1 : 0;
    }
    // What is mostly full is easier to read as what is absent.
    const bool inverted = present >= signals * 2 / 3 && signals != 0;
    out.open(inverted ? Shape::inverted_set : Shape::set);
    for (int signal = 1; signal <= signals; ++signal) {
        if (has(signal) != inverted) {
            out.element();
            out.signal(signal);
        }
    }
    out.close();
}

namespace {

/// A value, as the style has it, at its place in a word: the number is that of the value, not of the word.
std::string shifted(std::string_view name, std::uint64_t value, unsigned shift, ConstantStyle style) {
    switch (style) {
        case ConstantStyle::names:
            return fmt::format("{}<<{}", name, shift);
        case ConstantStyle::numbers:
            return fmt::format("{}<<{}", hex_text(value), shift);
        case ConstantStyle::both:
            return fmt::format("{} /* {} */<<{}", hex_text(value), name, shift);
    }
    return {};
}

/// One of a set. In numbers alone, none of them is known.
void write_shifted(Writer& out, const ValueSet& set, std::uint64_t value, unsigned shift, ConstantStyle style) {
    const std::string_view name = style == ConstantStyle::numbers ? std::string_view{} : name_in(set, value);
    out.element();
    out.symbol(name.empty() ? fmt::format("{}<<{} /* {} */", hex_text(value), shift, set.unknown) : shifted(name, value, shift, style),
               value << shift, NumberForm::none);
}

}  // namespace

void write_missing(Writer& out) { out.symbol("???", 0, NumberForm::none); }

std::string constant_text(const ValueSet& set, std::uint64_t value, const std::string& number, ConstantStyle style) {
    const std::string_view name = name_in(set, value);
    if (style == ConstantStyle::numbers) {
        return number;
    }
    if (style == ConstantStyle::names && !name.empty()) {
        return std::string(name);
    }
    return fmt::format("{} /* {} */", number, name.empty() ? set.unknown : name);
}

/// linux/futex.h, FUTEX_OP: four bits of operation, four of comparison, twelve of each operand. The operand may be a count of bits.
void write_futex_wake_operation(Writer& out, std::uint64_t word, ConstantStyle style) {
    constexpr unsigned operation_shift = 28, comparison_shift = 24, operand_shift = 12;
    constexpr std::uint64_t shifts_operand = 8, operand_mask = 0xfff;
    const std::uint64_t operation = (word >> operation_shift) & 0xf;
    const std::uint64_t operand = (word >> operand_shift) & operand_mask;
    out.open(Shape::any_of);
    if ((operation & shifts_operand) != 0) {
        out.element();
        out.symbol(shifted("FUTEX_OP_OPARG_SHIFT", shifts_operand, operation_shift, style), shifts_operand << operation_shift,
                   NumberForm::none);
    }
    write_shifted(out, futex_wake_operations, operation & ~shifts_operand, operation_shift, style);
    out.element();
    out.symbol(fmt::format("{}<<{}", hex_text(operand), operand_shift), operand << operand_shift, NumberForm::none);
    write_shifted(out, futex_comparisons, (word >> comparison_shift) & 0xf, comparison_shift, style);
    out.element();
    out.number(word & operand_mask, NumberForm::hex);
    out.close();
}

/// PTRACE_EVENT_FORK<<16, in the upper half of a status.
void write_stop_event(Writer& out, std::uint64_t event, ConstantStyle style) {
    constexpr unsigned shift = 16;
    const std::string_view name = name_in(ptrace_events, event);
    const bool is_unknown = name.empty() && style != ConstantStyle::numbers;
    out.symbol(
        is_unknown ? fmt::format("{} /* {} */<<{}", hex_text(event), ptrace_events.unknown, shift) : shifted(name, event, shift, style),
        event << shift, NumberForm::none);
}

void write_clone_flags(Writer& out, std::uint64_t flags) {
    const std::uint64_t signal = flags & 0xff;
    const std::uint64_t bits = flags & ~std::uint64_t{0xff};
    out.open(Shape::any_of);
    if (bits != 0) {
        out.element();
        out.flags(clone_flag_bits, bits);
    }
    if (signal != 0 || bits == 0) {
        out.element();
        out.signal(static_cast<int>(signal));
    }
    out.close();
}

void write_creation_flags(Writer& out, const FlagSet& set, std::uint64_t flags, ConstantStyle style) {
    constexpr std::uint64_t permissions = 0777;
    const std::uint64_t bits = flags & ~permissions & 0xffffffff;
    const bool has_names =
        set.size != nullptr || std::ranges::any_of(set.rows, [bits](const NamedConstant& row) { return (bits & row.value) == row.value; });
    if (bits != 0 && !has_names && style != ConstantStyle::numbers) {  // strace sets no bar between such bits and the permissions
        std::string text = hex_text(bits);
        append_permissions(text, flags & permissions);
        out.symbol(text, flags, NumberForm::none);
        return;
    }
    out.open(Shape::any_of);
    if (bits != 0) {
        out.element();
        out.flags(set, bits);
    }
    out.element();
    out.number(flags & permissions, NumberForm::permissions);
    out.close();
}

}  // namespace troupe
