#include <algorithm>

#include "core/decode/array.hpp"
#include "core/decode/sockets.hpp"
#include "core/decode/text.hpp"

namespace troupe {

namespace {

constexpr Kind integer = kind::signed_int;
constexpr std::int32_t int_bytes = sizeof(std::int32_t);

}  // namespace

/// The kernel takes any length from that of an int on, and answers as much of one as there is room for.
void print_option_int(Printer& printer, std::uint64_t address, std::int32_t length) {
    if (length >= int_bytes) {
        print_pointed(printer, integer, address);
    } else if (printer.at_exit) {
        print_bytes_in_hex(printer, address, static_cast<std::uint64_t>(std::max(length, 0)));
    } else {
        print_address(printer, address);
    }
}

void print_option_value(Printer& printer, std::uint64_t address, std::uint64_t length) {
    if (length == int_bytes) {
        print_pointed(printer, integer, address);
    } else if (may_look_behind(printer, address)) {
        print_bytes(printer, address, length);
    }
}

}  // namespace troupe
