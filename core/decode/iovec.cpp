#include <algorithm>
#include <cstring>
#include <span>

#include "core/decode/sockets.hpp"
#include "core/decode/text.hpp"
#include "core/decode/words.hpp"

namespace troupe {

namespace {

struct Vector {
    std::uint64_t base = 0;
    std::uint64_t length = 0;
};

void print_vector(Printer& printer, const Vector& vector, const VectorText& text, std::uint64_t& left) {
    printer.out += "{iov_base=";
    if (text.addresses_only) {
        print_address(printer, vector.base);
    } else {
        const std::uint64_t shown = std::min(vector.length, left);
        left -= shown;
        print_bytes(printer, vector.base, shown);
    }
    printer.out += ", iov_len=";
    append_unsigned(printer.out, vector.length);
    printer.out += '}';
}

}  // namespace

void print_iovec(Printer& printer, std::uint64_t address, std::uint64_t count, const VectorText& text) {
    // An array that does not fit into memory is no array.
    constexpr std::uint64_t most_vectors = std::uint64_t{1} << 59;
    if (address == 0) {
        printer.out += "NULL";
        return;
    }
    if (!printer.looks_behind() || count > most_vectors) {
        print_address(printer, address);
        return;
    }
    const std::size_t start = printer.out.size();
    std::uint64_t left = text.bytes;
    Words words(printer);
    printer.out += '[';
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::uint64_t at = address + i * 2 * printer.word_size();
        Vector vector;
        if (i != 0) {
            printer.out += ", ";
        }
        if (i >= printer.element_limit()) {
            printer.out += "...";
            break;
        }
        if (!words.read(at, vector.base) || !words.read(at + printer.word_size(), vector.length)) {
            if (i == 0) {
                printer.out.resize(start);
                print_address(printer, address);
                return;
            }
            printer.out += "... /* ";
            print_address(printer, at);
            printer.out += " */";
            break;
        }
        print_vector(printer, vector, text, left);
    }
    printer.out += ']';
}

}  // namespace troupe
