#include "core/decode/clone.hpp"

#include <linux/sched.h>

#include <algorithm>
#include <array>

#include "core/decode/constants.hpp"
#include "core/decode/structure.hpp"
#include "core/decode/text.hpp"
#include "core/tables/layouts.hpp"
#include "core/tables/sets.hpp"

namespace troupe {

namespace {

constexpr std::uint64_t wants_parent_tid = CLONE_PARENT_SETTID | CLONE_PIDFD;
constexpr std::uint64_t wants_child_tid = CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID;

void print_int_behind(Printer& printer, std::uint64_t address) {
    std::int32_t value = 0;
    if (!read_or_print_address(printer, address, value)) {
        return;
    }
    printer.out += '[';
    append_signed(printer.out, value);
    printer.out += ']';
}

/// Reads as much of a structure as the tracee says there is, the rest is zero; false where the address had to be printed.
bool read_sized(Printer& printer, std::uint64_t address, std::uint64_t size, std::uint64_t least, std::span<std::byte> bytes) {
    std::fill(bytes.begin(), bytes.end(), std::byte{0});
    const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(size, bytes.size()));
    if (size < least || printer.memory().read(address, bytes.first(wanted)) != wanted) {
        print_address(printer, address);
        return false;
    }
    return true;
}

/// What a newer kernel's structure has behind ours: shown if it is not all zero, as the kernel would refuse it.
void print_bytes_behind(Printer& printer, std::uint64_t address, std::uint64_t known, std::uint64_t size) {
    constexpr std::uint64_t page = 4096;
    if (size <= known) {
        return;
    }
    std::array<std::byte, page> tail;
    const std::size_t wanted = static_cast<std::size_t>(std::min(size - known, page));
    const std::size_t got = printer.memory().read(address + known, std::span(tail).first(wanted));
    if (std::all_of(tail.begin(), tail.begin() + static_cast<std::ptrdiff_t>(got), [](std::byte byte) { return byte == std::byte{0}; })) {
        return;
    }
    printer.out += ", /* bytes ";
    append_unsigned(printer.out, known);
    printer.out += "..";
    append_unsigned(printer.out, size - 1);
    printer.out += " */ ";
    print_bytes_in_hex(printer, address + known, size - known);
}

void print_named_address(Printer& printer, std::string_view name, std::uint64_t value) {
    printer.out += ", ";
    printer.out += name;
    printer.out += '=';
    append_address(printer.out, value);
}

}  // namespace

void print_clone_entry(Printer& printer) {
    printer.out += "child_stack=";
    append_address(printer.out, printer.argument(1));
    printer.out += ", flags=";
    append_clone_flags(printer.out, printer.argument(0) & 0xffffffff);
}

void print_clone_exit(Printer& printer) {
    const std::uint64_t flags = printer.argument(0);
    // CONFIG_CLONE_BACKWARDS: i386 has the thread area before the child's tid.
    const bool backwards = printer.abi() == Abi::i386;
    const std::uint64_t thread_area = printer.argument(backwards ? 3 : 4);
    const std::uint64_t child_tid = printer.argument(backwards ? 4 : 3);
    if ((flags & wants_parent_tid) != 0) {
        printer.out += ", parent_tid=";
        print_int_behind(printer, printer.argument(2));
    }
    if ((flags & CLONE_SETTLS) != 0) {
        print_named_address(printer, "tls", thread_area);
    }
    if ((flags & wants_child_tid) != 0) {
        print_named_address(printer, "child_tidptr", child_tid);
    }
}

void print_clone_args(Printer& printer, const StructLayout& layout, std::uint64_t address) {
    constexpr std::uint64_t first_version = 64;
    const AbiLayout& fields = layout.on(printer.abi());
    const std::uint64_t size = printer.argument(1);
    std::array<std::byte, 128> buffer;
    const std::span<std::byte> bytes(buffer.data(), fields.size);
    if (!read_sized(printer, address, size, first_version, bytes)) {
        return;
    }
    const StructureBytes structure(fields, bytes);
    const std::uint64_t flags = structure.value("flags");
    printer.out += "{flags=";
    append_flags(printer.out, clone_flag_bits, flags);
    if ((flags & CLONE_PIDFD) != 0) {
        print_named_address(printer, "pidfd", structure.value("pidfd"));
    }
    if ((flags & wants_child_tid) != 0) {
        print_named_address(printer, "child_tid", structure.value("child_tid"));
    }
    if ((flags & CLONE_PARENT_SETTID) != 0) {
        print_named_address(printer, "parent_tid", structure.value("parent_tid"));
    }
    printer.out += ", exit_signal=";
    append_signal(printer.out, structure.value("exit_signal"));
    print_named_address(printer, "stack", structure.value("stack"));
    printer.out += ", stack_size=";
    append_hex(printer.out, structure.value("stack_size"));
    if ((flags & CLONE_SETTLS) != 0) {
        printer.out += ", tls=";
        append_hex(printer.out, structure.value("tls"));
    }
    if (const std::uint64_t count = structure.value("set_tid_size"); count != 0 || structure.value("set_tid") != 0) {
        static constexpr Kind element = kind::signed_int;
        printer.out += ", set_tid=";
        print_value(printer, kind::array(element, length::fixed(static_cast<std::uint16_t>(std::min<std::uint64_t>(count, 32)))),
                    structure.value("set_tid"));
        printer.out += ", set_tid_size=";
        append_unsigned(printer.out, count);
    }
    if ((flags & CLONE_INTO_CGROUP) != 0) {
        printer.out += ", cgroup=";
        append_unsigned(printer.out, structure.value("cgroup"));
    }
    print_bytes_behind(printer, address, fields.size, size);
    printer.out += '}';
}

void print_clone_answer(Printer& printer, const StructLayout& layout, std::uint64_t address) {
    const AbiLayout& fields = layout.on(printer.abi());
    std::array<std::byte, 128> buffer{};
    const std::span<std::byte> bytes(buffer.data(), fields.size);
    const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(printer.argument(1), bytes.size()));
    if (printer.failed() || !printer.looks_behind() || printer.memory().read(address, bytes.first(wanted)) != wanted) {
        return;
    }
    const StructureBytes structure(fields, bytes);
    const std::uint64_t flags = structure.value("flags");
    if ((flags & wants_parent_tid) == 0) {
        return;
    }
    printer.out += " => {";
    if ((flags & CLONE_PIDFD) != 0) {
        printer.out += "pidfd=";
        print_int_behind(printer, structure.value("pidfd"));
    }
    if ((flags & CLONE_PARENT_SETTID) != 0) {
        printer.out += (flags & CLONE_PIDFD) != 0 ? ", parent_tid=" : "parent_tid=";
        print_int_behind(printer, structure.value("parent_tid"));
    }
    printer.out += '}';
}

void print_open_how(Printer& printer, const StructLayout& layout, std::uint64_t address) {
    constexpr std::uint64_t makes_file = 0100 | 020000000;
    const AbiLayout& fields = layout.on(printer.abi());
    const std::uint64_t size = printer.argument(3);
    std::array<std::byte, 64> buffer;
    const std::span<std::byte> bytes(buffer.data(), fields.size);
    if (!read_sized(printer, address, size, fields.size, bytes)) {
        return;
    }
    const StructureBytes structure(fields, bytes);
    printer.out += '{';
    bool first = true;
    for (const PlacedField& placed : fields.fields) {
        if (placed.field.form == Form::creation_mode && structure.value(placed) == 0 && (structure.value("flags") & makes_file) == 0) {
            continue;
        }
        printer.out += first ? "" : ", ";
        first = false;
        print_field(printer, placed, structure);
    }
    print_bytes_behind(printer, address, fields.size, size);
    printer.out += '}';
}

}  // namespace troupe
