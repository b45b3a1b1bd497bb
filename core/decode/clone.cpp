#include "core/decode/clone.hpp"

#include <fmt/format.h>
#include <linux/sched.h>

#include <algorithm>
#include <array>

#include "core/decode/array.hpp"
#include "core/decode/constants.hpp"
#include "core/decode/structure.hpp"
#include "core/decode/text.hpp"
#include "core/tables/flags/process.hpp"

namespace troupe {

namespace {

constexpr std::uint64_t wants_parent_tid = CLONE_PARENT_SETTID | CLONE_PIDFD;
constexpr std::uint64_t wants_child_tid = CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID;

constexpr Kind integer = kind::signed_int;

/// Reads as much of a structure as the tracee says there is, the rest is zero; false where the address had to be printed.
bool read_sized(Decoder& decoder, std::uint64_t address, std::uint64_t size, std::uint64_t least, std::span<std::byte> bytes) {
    std::fill(bytes.begin(), bytes.end(), std::byte{0});
    const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(size, bytes.size()));
    if (size < least) {
        write_unread(decoder, address);
        return false;
    }
    if (decoder.memory().read(address, bytes.first(wanted)) != wanted) {
        write_unreadable(decoder, address);
        return false;
    }
    return true;
}

/// What a newer kernel's structure has behind ours: shown if it is not all zero, as the kernel would refuse it.
void write_bytes_behind(Decoder& decoder, std::uint64_t address, std::uint64_t known, std::uint64_t size) {
    constexpr std::uint64_t page = 4096;
    if (size <= known) {
        return;
    }
    std::array<std::byte, page> tail;
    const std::size_t wanted = static_cast<std::size_t>(std::min(size - known, page));
    const std::size_t got = decoder.memory().read(address + known, std::span(tail).first(wanted));
    if (std::all_of(tail.begin(), tail.begin() + static_cast<std::ptrdiff_t>(got), [](std::byte byte) { return byte == std::byte{0}; })) {
        return;
    }
    decoder.out.unnamed_field(fmt::format("bytes {}..{}", known, size - 1));
    write_bytes(decoder, address + known, size - known, BytesForm::hex);
}

void write_named_pointer(Decoder& decoder, std::string_view name, std::uint64_t value) {
    decoder.out.field(name, Named::yes);
    decoder.pointer(value);
}

}  // namespace

void write_clone_entry(Decoder& decoder) {
    write_named_pointer(decoder, "child_stack", decoder.argument(1));
    decoder.out.field("flags", Named::yes);
    write_clone_flags(decoder.out, decoder.argument(0) & 0xffffffff);
}

void write_clone_exit(Decoder& decoder) {
    const std::uint64_t flags = decoder.argument(0);
    // CONFIG_CLONE_BACKWARDS: i386 has the thread area before the child's tid.
    const bool backwards = decoder.abi() == Abi::i386;
    const std::uint64_t thread_area = decoder.argument(backwards ? 3 : 4);
    const std::uint64_t child_tid = decoder.argument(backwards ? 4 : 3);
    if ((flags & wants_parent_tid) != 0) {
        decoder.out.field("parent_tid", Named::yes);
        write_pointed(decoder, integer, decoder.argument(2));
    }
    if ((flags & CLONE_SETTLS) != 0) {
        write_named_pointer(decoder, "tls", thread_area);
    }
    if ((flags & wants_child_tid) != 0) {
        write_named_pointer(decoder, "child_tidptr", child_tid);
    }
}

void write_clone_args(Decoder& decoder, const StructLayout& layout, std::uint64_t address) {
    constexpr std::uint64_t first_version = 64;
    const AbiLayout& fields = layout.on(decoder.abi());
    const std::uint64_t size = decoder.argument(1);
    StructureMemory memory;
    const std::span<std::byte> bytes = memory.of(fields.size);
    if (!read_sized(decoder, address, size, first_version, bytes)) {
        return;
    }
    const StructureBytes structure(fields, bytes);
    const std::uint64_t flags = structure.value("flags");
    decoder.out.open(Shape::structure);
    decoder.out.field("flags");
    decoder.out.flags(clone_flag_bits, flags);
    if ((flags & CLONE_PIDFD) != 0) {
        write_named_pointer(decoder, "pidfd", structure.value("pidfd"));
    }
    if ((flags & wants_child_tid) != 0) {
        write_named_pointer(decoder, "child_tid", structure.value("child_tid"));
    }
    if ((flags & CLONE_PARENT_SETTID) != 0) {
        write_named_pointer(decoder, "parent_tid", structure.value("parent_tid"));
    }
    decoder.out.field("exit_signal");
    decoder.out.signal(static_cast<std::int32_t>(structure.value("exit_signal")));
    write_named_pointer(decoder, "stack", structure.value("stack"));
    decoder.out.field("stack_size");
    decoder.hex_number(structure.value("stack_size"));
    if ((flags & CLONE_SETTLS) != 0) {
        decoder.out.field("tls");
        decoder.hex_number(structure.value("tls"));
    }
    if (const std::uint64_t count = structure.value("set_tid_size"); count != 0 || structure.value("set_tid") != 0) {
        decoder.out.field("set_tid");
        write_value(decoder, kind::array(integer, length::fixed(static_cast<std::uint16_t>(std::min<std::uint64_t>(count, 32)))),
                    structure.value("set_tid"));
        decoder.out.field("set_tid_size");
        decoder.unsigned_number(count);
    }
    if ((flags & CLONE_INTO_CGROUP) != 0) {
        decoder.out.field("cgroup");
        decoder.unsigned_number(structure.value("cgroup"));
    }
    write_bytes_behind(decoder, address, fields.size, size);
    decoder.out.close();
}

bool has_clone_answer(Decoder& decoder, const StructLayout& layout, std::uint64_t address) {
    const AbiLayout& fields = layout.on(decoder.abi());
    std::uint64_t flags = 0;
    return !decoder.failed() && decoder.looks_behind() && decoder.argument(1) >= fields.fields.front().bytes &&
           decoder.memory().read_object(address, flags) && (flags & wants_parent_tid) != 0;
}

void write_clone_answer(Decoder& decoder, const StructLayout& layout, std::uint64_t address) {
    const AbiLayout& fields = layout.on(decoder.abi());
    StructureMemory memory;
    const std::span<std::byte> bytes = memory.of(fields.size);
    std::fill(bytes.begin(), bytes.end(), std::byte{0});
    const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(decoder.argument(1), bytes.size()));
    (void)decoder.memory().read(address, bytes.first(wanted));
    const StructureBytes structure(fields, bytes);
    const std::uint64_t flags = structure.value("flags");
    decoder.out.open(Shape::structure);
    if ((flags & CLONE_PIDFD) != 0) {
        decoder.out.field("pidfd");
        write_pointed(decoder, integer, structure.value("pidfd"));
    }
    if ((flags & CLONE_PARENT_SETTID) != 0) {
        decoder.out.field("parent_tid");
        write_pointed(decoder, integer, structure.value("parent_tid"));
    }
    decoder.out.close();
}

void write_open_how(Decoder& decoder, const StructLayout& layout, std::uint64_t address) {
    constexpr std::uint64_t makes_file = 0100 | 020000000;
    const AbiLayout& fields = layout.on(decoder.abi());
    const std::uint64_t size = decoder.argument(3);
    StructureMemory memory;
    const std::span<std::byte> bytes = memory.of(fields.size);
    if (!read_sized(decoder, address, size, fields.size, bytes)) {
        return;
    }
    const StructureBytes structure(fields, bytes);
    decoder.out.open(Shape::structure);
    for (const PlacedField& placed : fields.fields) {
        if (placed.field.name == "mode" && structure.value(placed) == 0 && (structure.value("flags") & makes_file) == 0) {
            continue;
        }
        write_field(decoder, placed, structure);
    }
    write_bytes_behind(decoder, address, fields.size, size);
    decoder.out.close();
}

}  // namespace troupe
