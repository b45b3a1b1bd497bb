#include "core/decode/array.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "core/decode/structure.hpp"
#include "core/decode/times.hpp"

namespace troupe {

namespace {

struct Scalar {
    std::size_t size = 0;
    bool is_signed = false;
};

Scalar scalar_of(Tag tag, Abi abi) {
    switch (tag) {
        case Tag::signed_int:
        case Tag::fd:
        case Tag::dirfd:
        case Tag::pid:
        case Tag::signal:
            return {4, true};
        case Tag::unsigned_int:
        case Tag::uid:
        case Tag::gid:
        case Tag::flags:
        case Tag::value:
        case Tag::octal:
        case Tag::file_mode:
        case Tag::device:
            return {4, false};
        case Tag::signed_64:
        case Tag::unsigned_64:
            return {8, false};
        case Tag::signed_long:
            return {facts_of(abi).klong_size, true};
        case Tag::unsigned_long:
        case Tag::hex:
            return {facts_of(abi).klong_size, false};
        case Tag::pointer:
        case Tag::path:
        case Tag::string:
            return {facts_of(abi).word_size, false};
        default:
            return {};
    }
}

}  // namespace

std::size_t element_size(const Kind& element, Abi abi) {
    return element.tag == Tag::structure ? element.layout->on(abi).size : scalar_of(element.tag, abi).size;
}

namespace {

/// The two times of a file: utimensat, utimes. No other call has an array of just two times.
bool is_file_times(const Kind& kind) {
    return kind.element->tag == Tag::structure && kind.length.from == Length::From::fixed && kind.length.value == 2 &&
           kind.element->layout->on(Abi::x86_64).find("tv_sec") != nullptr;
}

bool print_file_time(Printer& printer, const StructLayout& layout, std::uint64_t address) {
    constexpr std::uint64_t now = 0x3fffffff, omit = 0x3ffffffe;
    const AbiLayout& fields = layout.on(printer.abi());
    std::array<std::byte, 16> buffer;
    const std::span<std::byte> bytes(buffer.data(), fields.size);
    if (printer.memory().read(address, bytes) != bytes.size()) {
        return false;
    }
    const StructureBytes time(fields, bytes);
    const bool nanoseconds = fields.find("tv_nsec") != nullptr;
    const std::uint64_t fraction = time.value(nanoseconds ? "tv_nsec" : "tv_usec");
    if (nanoseconds && (fraction == now || fraction == omit)) {
        printer.out += fraction == now ? "UTIME_NOW" : "UTIME_OMIT";
        return true;
    }
    print_structure_value(printer, layout, time);
    append_date_comment(printer.out, static_cast<std::int64_t>(time.value("tv_sec")), fraction, nanoseconds ? 9 : 6);
    return true;
}

void print_file_times(Printer& printer, const Kind& kind, std::uint64_t address) {
    const StructLayout& layout = *kind.element->layout;
    const std::size_t start = printer.out.size();
    printer.out += '[';
    bool readable = print_file_time(printer, layout, address);
    printer.out += ", ";
    readable = readable && print_file_time(printer, layout, address + layout.on(printer.abi()).size);
    printer.out += ']';
    if (!readable) {
        printer.out.resize(start);
        print_address(printer, address);
    }
}

}  // namespace

bool print_element(Printer& printer, const Kind& element, std::uint64_t address) {
    std::array<std::byte, largest_structure> buffer;
    const std::size_t size = std::min(element_size(element, printer.abi()), buffer.size());
    const std::span<std::byte> bytes(buffer.data(), size);
    if (size == 0 || printer.memory().read(address, bytes) != size) {
        return false;
    }
    if (element.tag == Tag::structure) {
        print_structure_value(printer, *element.layout, StructureBytes(element.layout->on(printer.abi()), bytes));
        return true;
    }
    std::uint64_t value = 0;
    std::memcpy(&value, bytes.data(), size);
    if (scalar_of(element.tag, printer.abi()).is_signed && size == 4) {
        value = static_cast<std::uint64_t>(static_cast<std::int64_t>(static_cast<std::int32_t>(value)));
    }
    print_value(printer, element, value);
    return true;
}

void print_pointed(Printer& printer, const Kind& element, std::uint64_t address) {
    if (!may_look_behind(printer, address)) {
        return;
    }
    const std::size_t start = printer.out.size();
    printer.out += '[';
    if (!print_element(printer, element, address)) {
        printer.out.resize(start);
        print_address(printer, address);
        return;
    }
    printer.out += ']';
}

void print_array(Printer& printer, const Kind& kind, std::uint64_t address) {
    if (!may_look_behind(printer, address)) {
        return;
    }
    if (is_file_times(kind)) {
        print_file_times(printer, kind, address);
        return;
    }
    const std::uint64_t count = length_of(printer, kind.length);
    const std::size_t size = element_size(*kind.element, printer.abi());
    const std::size_t start = printer.out.size();
    printer.out += '[';
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::size_t before = printer.out.size();
        if (i != 0) {
            printer.out += ", ";
        }
        if (i >= printer.element_limit()) {
            printer.out += "...";
            break;
        }
        if (print_element(printer, *kind.element, address + i * size)) {
            continue;
        }
        if (i == 0) {
            printer.out.resize(start);
            print_address(printer, address);
            return;
        }
        printer.out.resize(before);
        printer.out += ", ... /* ";
        print_address(printer, address + i * size);
        printer.out += " */";
        break;
    }
    printer.out += ']';
}

}  // namespace troupe
