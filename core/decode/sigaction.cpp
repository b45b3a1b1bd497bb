#include <algorithm>
#include <array>
#include <cstring>
#include <span>

#include "core/decode/array.hpp"
#include "core/decode/constants.hpp"
#include "core/tables/sets.hpp"

namespace troupe {

namespace {

constexpr std::uint64_t has_restorer = 0x4000000;

/// The kernel's own sigaction: handler, flags, restorer, and a mask of 64 bits at the end. Compat tasks have words of 32 bits.
struct Action {
    std::uint64_t handler = 0;
    std::uint64_t flags = 0;
    std::uint64_t restorer = 0;
    std::array<char, 8> mask{};
};

bool read_action(Printer& printer, std::uint64_t address, Action& action) {
    const std::size_t word = printer.word_size();
    std::array<std::byte, 32> buffer{};
    const std::size_t size = 3 * word + action.mask.size();
    if (printer.memory().read(address, std::span(buffer).first(size)) != size) {
        return false;
    }
    std::memcpy(&action.handler, buffer.data(), word);
    std::memcpy(&action.flags, buffer.data() + word, word);
    std::memcpy(&action.restorer, buffer.data() + 2 * word, word);
    std::memcpy(action.mask.data(), buffer.data() + 3 * word, action.mask.size());
    return true;
}

void append_handler(std::string& out, std::uint64_t handler) {
    const std::uint64_t error = ~std::uint64_t{0};
    if (handler == 0) {
        out += "SIG_DFL";
    } else if (handler == 1) {
        out += "SIG_IGN";
    } else if (handler == error) {
        out += "SIG_ERR";
    } else {
        append_hex(out, handler);
    }
}

}  // namespace

void print_sigaction(Printer& printer, std::uint64_t address) {
    if (!may_look_behind(printer, address)) {
        return;
    }
    Action action;
    if (!read_action(printer, address, action)) {
        print_address(printer, address);
        return;
    }
    printer.out += "{sa_handler=";
    append_handler(printer.out, action.handler);
    printer.out += ", sa_mask=";
    append_signal_set(printer.out, std::string_view(action.mask.data(), action.mask.size()));
    printer.out += ", sa_flags=";
    append_flags(printer.out, sigaction_flags, action.flags);
    if ((action.flags & has_restorer) != 0) {
        printer.out += ", sa_restorer=";
        append_address(printer.out, action.restorer);
    }
    printer.out += '}';
}

}  // namespace troupe
