#include <algorithm>
#include <array>
#include <vector>

#include "core/decode/array.hpp"

/// What the kernel says of pages, and segments of i386.
namespace troupe {

void print_residency(Printer& printer, std::uint64_t address, std::uint64_t bytes) {
    constexpr std::uint64_t page = 4096;
    if (!may_look_behind(printer, address)) {
        return;
    }
    const std::uint64_t pages = bytes / page + (bytes % page != 0 ? 1 : 0);
    std::vector<std::byte> states(std::min(pages, printer.element_limit()));
    if (printer.memory().read(address, states) != states.size()) {
        print_address(printer, address);
        return;
    }
    printer.out += '[';
    for (std::size_t i = 0; i < states.size(); ++i) {
        printer.out += i == 0 ? "" : ", ";
        printer.out += (states[i] & std::byte{1}) != std::byte{0} ? '1' : '0';
    }
    printer.out += states.size() < pages ? ", ...]" : "]";
}

namespace {

/// struct user_desc of asm/ldt.h.
struct Descriptor {
    std::int32_t entry_number = 0;
    std::uint32_t base = 0;
    std::uint32_t limit = 0;
    std::uint32_t bits = 0;
};

struct BitField {
    std::string_view name;
    unsigned shift = 0;
    std::uint32_t mask = 1;
};

constexpr BitField bit_fields[] = {{", seg_32bit=", 0},      {", contents=", 1, 3},     {", read_exec_only=", 3},
                                   {", limit_in_pages=", 4}, {", seg_not_present=", 5}, {", useable=", 6}};

}  // namespace

void print_thread_area(Printer& printer, std::uint64_t address) {
    Descriptor descriptor;
    if (!read_or_print_address(printer, address, descriptor)) {
        return;
    }
    printer.out += "{entry_number=";
    append_signed(printer.out, descriptor.entry_number);
    printer.out += ", base_addr=";
    append_wide_hex(printer.out, descriptor.base);
    printer.out += ", limit=";
    append_wide_hex(printer.out, descriptor.limit);
    for (const BitField& field : bit_fields) {
        printer.out += field.name;
        append_unsigned(printer.out, (descriptor.bits >> field.shift) & field.mask);
    }
    printer.out += '}';
}

void append_thread_area_entry(Printer& printer, std::uint64_t address, std::string& result) {
    std::int32_t entry_number = 0;
    if (address != 0 && printer.looks_behind() && printer.memory().read_object(address, entry_number)) {
        result += " (entry_number=";
        append_signed(result, entry_number);
        result += ')';
    }
}

}  // namespace troupe
