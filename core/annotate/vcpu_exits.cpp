#include "core/annotate/vcpu_exits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

#include "core/format/numbers.hpp"

namespace troupe {
namespace {

/// From 0 on.
constexpr std::array<std::string_view, 41> names = {"UNKNOWN",
                                                    "EXCEPTION",
                                                    "IO",
                                                    "HYPERCALL",
                                                    "DEBUG",
                                                    "HLT",
                                                    "MMIO",
                                                    "IRQ_WINDOW_OPEN",
                                                    "SHUTDOWN",
                                                    "FAIL_ENTRY",
                                                    "INTR",
                                                    "SET_TPR",
                                                    "TPR_ACCESS",
                                                    "S390_SIEIC",
                                                    "S390_RESET",
                                                    "DCR",
                                                    "NMI",
                                                    "INTERNAL_ERROR",
                                                    "OSI",
                                                    "PAPR_HCALL",
                                                    "S390_UCONTROL",
                                                    "WATCHDOG",
                                                    "S390_TSCH",
                                                    "EPR",
                                                    "SYSTEM_EVENT",
                                                    "S390_STSI",
                                                    "IOAPIC_EOI",
                                                    "HYPERV",
                                                    "ARM_NISV",
                                                    "X86_RDMSR",
                                                    "X86_WRMSR",
                                                    "DIRTY_RING_FULL",
                                                    "AP_RESET_HOLD",
                                                    "X86_BUS_LOCK",
                                                    "XEN",
                                                    "RISCV_SBI",
                                                    "RISCV_CSR",
                                                    "NOTIFY",
                                                    "LOONGARCH_IOCSR",
                                                    "MEMORY_FAULT",
                                                    "TDX"};

enum class Form : std::uint8_t {
    number,
    hex,
    direction,     ///< KVM_EXIT_IO_OUT
    port_data,     ///< bytes as far behind the structure as it says itself, of `size` and `count` before them
    memory_data,   ///< as many of the eight bytes as `len` says
    more_numbers,  ///< [0x1, 0x2]: as many words of 64 bits as the 32 bits before them say
    six_numbers,   ///< the same, always six
};

/// A member of one of the structures in the union.
struct Part {
    std::string_view name;
    std::size_t offset = 0;
    std::size_t bytes = 0;
    Form form = Form::number;
};
struct Exit {
    std::uint32_t reason = 0;
    std::span<const Part> parts{};
};

using enum Form;
constexpr Part unknown_parts[] = {{"hardware_exit_reason", 0, 8, hex}};
constexpr Part exception_parts[] = {{"exception", 0, 4}, {"error_code", 4, 4, hex}};
constexpr Part port_parts[] = {
    {"direction", 0, 1, direction}, {"size", 1, 1}, {"port", 2, 2, hex}, {"count", 4, 4}, {"data", 8, 8, port_data}};
constexpr Part hypercall_parts[] = {{"nr", 0, 8}, {"args", 8, 8, six_numbers}, {"ret", 56, 8, hex}, {"flags", 64, 8, hex}};
constexpr Part debug_parts[] = {{"exception", 0, 4}, {"pc", 8, 8, hex}, {"dr6", 16, 8, hex}, {"dr7", 24, 8, hex}};
constexpr Part memory_parts[] = {{"phys_addr", 0, 8, hex}, {"data", 8, 8, memory_data}, {"len", 16, 4}, {"is_write", 20, 1}};
constexpr Part entry_parts[] = {{"hardware_entry_failure_reason", 0, 8, hex}, {"cpu", 8, 4}};
constexpr Part access_parts[] = {{"rip", 0, 8, hex}, {"is_write", 8, 4}};
constexpr Part error_parts[] = {{"suberror", 0, 4}, {"ndata", 4, 4}, {"data", 8, 8, more_numbers}};
constexpr Part event_parts[] = {{"type", 0, 4}, {"ndata", 4, 4}, {"data", 8, 8, more_numbers}};
constexpr Part interrupt_parts[] = {{"vector", 0, 1}};
constexpr Part register_parts[] = {{"error", 0, 1}, {"reason", 8, 4, hex}, {"index", 12, 4, hex}, {"data", 16, 8, hex}};
constexpr Part notice_parts[] = {{"flags", 0, 4, hex}};
constexpr Part fault_parts[] = {{"flags", 0, 8, hex}, {"gpa", 8, 8, hex}, {"size", 16, 8, hex}};
constexpr Exit exits[] = {{0, unknown_parts},    {1, exception_parts}, {2, port_parts},      {3, hypercall_parts}, {4, debug_parts},
                          {6, memory_parts},     {9, entry_parts},     {12, access_parts},   {17, error_parts},    {24, event_parts},
                          {26, interrupt_parts}, {29, register_parts}, {30, register_parts}, {37, notice_parts},   {39, fault_parts}};

constexpr std::uint64_t union_offset = 32;
/// The room of the largest of them: two words of 32 bits and sixteen of 64.
constexpr std::size_t union_size = 8 + 16 * 8;
using Union = std::array<std::byte, union_size>;

std::uint64_t word_at(const Union& bytes, std::size_t offset, std::size_t size) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + offset, size);
    return word;
}

std::string escaped(std::span<const std::byte> bytes) {
    std::string text = "\"";
    for (const std::byte byte : bytes) {
        text += fmt::format("\\x{:02x}", static_cast<unsigned>(byte));
    }
    return text + '"';
}

std::string numbers(const Union& bytes, std::size_t offset, std::size_t count) {
    std::string text = "[";
    for (std::size_t i = 0; i < count; ++i) {
        text += fmt::format("{}{:#x}", i == 0 ? "" : ", ", word_at(bytes, offset + i * sizeof(std::uint64_t), sizeof(std::uint64_t)));
    }
    return text + "]";
}

/// What is written to ports or was asked of them.
std::string bytes_of_ports(Memory& memory, std::uint64_t run, const Union& bytes) {
    constexpr std::size_t most_shown = 32;
    const std::uint64_t size = word_at(bytes, 1, 1) * word_at(bytes, 4, 4);
    std::vector<std::byte> data(static_cast<std::size_t>(std::min<std::uint64_t>(size, most_shown)));
    const std::uint64_t where = run + word_at(bytes, 8, 8);
    if (memory.read(where, data) != data.size()) {
        return hex_text(where);
    }
    return escaped(data) + (size > most_shown ? "..." : "");
}

std::string value_of(Memory& memory, std::uint64_t run, const Union& bytes, const Part& part) {
    constexpr std::size_t registers = 6, most_numbers = 16;
    const std::uint64_t word = word_at(bytes, part.offset, part.bytes);
    switch (part.form) {
        case number:
            return fmt::format("{}", word);
        case hex:
            return hex_text(word);
        case direction:
            return word == 0 ? "KVM_EXIT_IO_IN" : word == 1 ? "KVM_EXIT_IO_OUT" : fmt::format("{:#x} /* KVM_EXIT_IO_??? */", word);
        case port_data:
            return bytes_of_ports(memory, run, bytes);
        case memory_data:
            return escaped(std::span(bytes).subspan(part.offset, std::min<std::uint64_t>(part.bytes, word_at(bytes, part.offset + 8, 4))));
        case more_numbers:
            return numbers(bytes, part.offset, std::min<std::uint64_t>(most_numbers, word_at(bytes, part.offset - 4, 4)));
        case six_numbers:
            return numbers(bytes, part.offset, registers);
    }
    return {};
}

}  // namespace

std::string vcpu_exit_name(std::uint32_t reason) {
    return reason < names.size() ? "KVM_EXIT_" + std::string(names[reason]) : std::to_string(reason) + " /* KVM_EXIT_??? */";
}

std::string vcpu_exit_details(Memory& memory, std::uint64_t run, std::uint32_t reason) {
    const auto known = std::ranges::find(exits, reason, &Exit::reason);
    Union bytes{};
    if (known == std::end(exits) || memory.read(run + union_offset, bytes) != bytes.size()) {
        return {};
    }
    std::string text;
    for (const Part& part : known->parts) {
        text += fmt::format("{}{}={}", text.empty() ? "{" : ", ", part.name, value_of(memory, run, bytes, part));
    }
    return text + "}";
}

}  // namespace troupe
