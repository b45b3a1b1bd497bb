#include <poll.h>

#include <algorithm>
#include <array>
#include <span>

#include "core/decode/array.hpp"
#include "core/decode/constants.hpp"
#include "core/tables/sets.hpp"

namespace troupe {

namespace {

/// The kernel's `int nfds` bounds what can be ready.
constexpr std::uint64_t most_polled = 65536;

}  // namespace

void print_pollfds(Printer& printer, std::uint64_t address, std::uint64_t count) {
    count &= 0xffffffff;
    if (!may_look_behind(printer, address)) {
        return;
    }
    const std::size_t start = printer.out.size();
    printer.out += '[';
    for (std::uint64_t i = 0; i < count; ++i) {
        pollfd entry{};
        const bool shown = i < printer.element_limit();
        const bool readable = shown && printer.memory().read_object(address + i * sizeof(pollfd), entry);
        if (shown && !readable && i == 0) {
            printer.out.resize(start);
            print_address(printer, address);
            return;
        }
        if (i != 0) {
            printer.out += ", ";
        }
        if (!shown || !readable) {
            printer.out += "...";
            if (shown) {
                printer.out += " /* ";
                print_address(printer, address + i * sizeof(pollfd));
                printer.out += " */";
            }
            break;
        }
        printer.out += "{fd=";
        append_signed(printer.out, entry.fd);
        if (entry.fd >= 0) {
            printer.out += ", events=";
            append_flags(printer.out, poll_events, static_cast<unsigned short>(entry.events));
        }
        printer.out += '}';
    }
    printer.out += ']';
}

void append_ready_pollfds(Printer& printer, std::uint64_t address, std::uint64_t count, std::string& text) {
    count = std::min<std::uint64_t>(count & 0xffffffff, most_polled);
    text += '[';
    std::uint64_t shown = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        pollfd entry{};
        if (!printer.memory().read_object(address + i * sizeof(pollfd), entry)) {
            break;
        }
        if (entry.fd < 0 || entry.revents == 0) {
            continue;
        }
        if (shown != 0) {
            text += ", ";
        }
        if (shown >= printer.element_limit()) {
            text += "...";
            break;
        }
        text += "{fd=";
        append_signed(text, entry.fd);
        text += ", revents=";
        append_flags(text, poll_events, static_cast<unsigned short>(entry.revents));
        text += '}';
        ++shown;
    }
    text += ']';
}

}  // namespace troupe
