#include <fmt/format.h>
#include <linux/audit.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "core/decode/constants.hpp"
#include "core/decode/list.hpp"
#include "core/decode/own.hpp"
#include "core/decode/siginfo_memory.hpp"
#include "core/decode/structure.hpp"
#include "core/tables/structs/registers.hpp"
#include "troupe/core/syscalls.hpp"

/// What ptrace(2) reads and writes of a tracee.
namespace troupe {

namespace {

enum class RegisterSet : std::uint32_t { general = 1, floating_point = 2 };  // NT_PRSTATUS, NT_FPREGSET

const StructLayout* registers_of(std::uint64_t set) {
    switch (static_cast<RegisterSet>(set)) {
        case RegisterSet::general:
            return &registers_layout;
        case RegisterSet::floating_point:
            return &float_registers_layout;
        default:
            return nullptr;
    }
}

/// As many of the registers as fill `length` bytes; what is no whole number of words is an address.
void write_registers(Decoder& decoder, const StructLayout& layout, std::uint64_t address, std::uint64_t length) {
    const AbiLayout& fields = layout.on(decoder.abi());
    StructureMemory memory;
    const std::span<std::byte> bytes = memory.of(fields.size);
    std::ranges::fill(bytes, std::byte{0});
    const auto given = static_cast<std::size_t>(std::min<std::uint64_t>(length, bytes.size()));
    if (address == 0 || length < decoder.word_size() || length % decoder.word_size() != 0 ||
        decoder.memory().read(address, bytes.first(given)) != given) {
        decoder.pointer(address);
        return;
    }
    const End end = write_open_structure(decoder, layout, StructureBytes(fields, bytes, given, address));
    decoder.out.close(length > fields.size ? End::cut : end);
}

/// The ABI of the calls of an architecture, and the number of one in it.
std::optional<SyscallId> call_of(std::uint32_t architecture, std::uint64_t number) {
    if (number > ~std::uint32_t{0}) {
        return std::nullopt;
    }
    const auto word = static_cast<std::uint32_t>(number);
    if (architecture == AUDIT_ARCH_I386) {
        return SyscallId{Abi::i386, word};
    }
    if (architecture != AUDIT_ARCH_X86_64) {
        return std::nullopt;
    }
    return (word & x32_bit) != 0 ? SyscallId{Abi::x32, word & ~x32_bit} : SyscallId{Abi::x86_64, word};
}

}  // namespace

void write_register_set(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    constexpr std::uint32_t reads_registers = 0x4204;  // PTRACE_GETREGSET
    const AbiLayout& fields = kind.layout->on(decoder.abi());
    StructureMemory memory;
    const std::span<std::byte> bytes = memory.of(fields.size);
    if (!may_look_behind(decoder, address)) {
        return;
    }
    if (decoder.memory().read(address, bytes) != bytes.size()) {
        write_unreadable(decoder, address);
        return;
    }
    const StructureBytes vector(fields, bytes);
    const bool reads = static_cast<std::uint32_t>(decoder.argument(0)) == reads_registers;
    const StructLayout* registers = registers_of(decoder.argument(2));
    decoder.out.open(Shape::structure);
    if (registers == nullptr || (reads && decoder.failed())) {
        write_field_named(decoder, "iov_base", vector);
    } else {
        const std::uint64_t length = vector.value("iov_len");
        decoder.out.field("iov_base");
        write_registers(decoder, *registers, vector.value("iov_base"), reads ? length : decoder.length_before.value_or(length));
    }
    write_field_named(decoder, "iov_len", vector);
    decoder.out.close();
}

void write_pending_signals(Decoder& decoder, const Kind&, std::uint64_t address) {
    constexpr std::size_t signal_size = 128;  // siginfo_t
    if (!may_look_behind(decoder, address)) {
        return;
    }
    std::uint64_t shown = address;
    write_counted_list(
        decoder, address, decoder.count_returned(), signal_size,
        [&](std::uint64_t where) {
            std::array<std::byte, signal_size> bytes;
            shown = where;
            return decoder.memory().read(where, bytes) == bytes.size();
        },
        [&] { write_siginfo(decoder, shown); });
}

void write_filter_metadata(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    const AbiLayout& fields = kind.layout->on(decoder.abi());
    const PlacedField& flags = *fields.find("flags");
    StructureMemory memory;
    const std::span<std::byte> bytes = memory.of(fields.size);
    std::ranges::fill(bytes, std::byte{0});
    if (!may_look_behind(decoder, address)) {
        return;
    }
    const std::uint64_t told = decoder.failed() ? 0 : decoder.count_returned();
    const bool has_flags = told >= fields.size;
    const std::size_t wanted = has_flags ? bytes.size() : flags.offset;
    if (decoder.memory().read(address, bytes.first(wanted)) != wanted) {
        write_unreadable(decoder, address);
        return;
    }
    const End end = write_open_structure(decoder, *kind.layout, StructureBytes(fields, bytes, wanted));
    decoder.out.close(told > fields.size ? End::cut : end);
}

void write_syscall_query(Decoder& decoder, const Kind& kind, std::uint64_t address) {
    constexpr std::uint64_t op_size = 1, word = 8, common_size = 24;  // the first fields, before those of an event
    std::uint64_t size = std::min(decoder.count_returned(), decoder.argument(2));
    if (size > common_size && size < common_size + word) {
        size = common_size;
    } else if (size < common_size) {
        size = size < word ? std::min(size, op_size) : size / word * word;
    }
    if (size == 0) {
        write_unread(decoder, address);
        return;
    }
    write_structure(
        decoder,
        kind::sized_structure(
            *kind.layout, length::fixed(static_cast<std::uint16_t>(std::min<std::uint64_t>(size, kind.layout->on(decoder.abi()).size)))),
        address);
}

void write_traced_call(Decoder& decoder, const Kind&, std::uint64_t number) {
    constexpr std::uint64_t event_offset = 24, architecture_offset = 4;  // struct ptrace_syscall_info
    std::uint32_t architecture = 0;
    const std::uint64_t event = decoder.structure == nullptr ? 0 : decoder.structure->address();
    if (event == 0 || !decoder.memory().read_object(event - event_offset + architecture_offset, architecture)) {
        architecture = 0;
    }
    const std::optional<SyscallId> call = call_of(architecture, number);
    if (!call || row_of(*call) == nullptr) {
        decoder.unsigned_number(number);
        return;
    }
    if (call->abi == decoder.abi()) {
        decoder.out.symbol(fmt::format("__NR_{}", name_of(*call)), number, NumberForm::decimal);
        return;
    }
    decoder.unsigned_number(number);
    if (shows_names(decoder)) {
        decoder.out.comment(name_of(*call));
    }
}

void write_call_result(Decoder& decoder, const Kind&, std::uint64_t result) {
    const auto number = static_cast<std::int64_t>(result);
    const bool is_error = decoder.structure != nullptr && decoder.structure->value("is_error") != 0 && number < 0;
    const ErrnoRow* error = is_error && number > -4096 ? errno_of(static_cast<std::uint32_t>(-number)) : nullptr;
    if (error == nullptr) {
        decoder.signed_number(number);
        return;
    }
    decoder.out.symbol("-" + std::string(error->name), result, NumberForm::decimal);
}

}  // namespace troupe
