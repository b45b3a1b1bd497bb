#include <algorithm>

#include "core/decode/array.hpp"
#include "core/decode/sockets.hpp"
#include "core/decode/text.hpp"
#include "core/decode/words.hpp"

/// Several messages in one call (sendmmsg, recvmmsg), and messages of System V queues.
namespace troupe {

namespace {

/// A message header of seven words, and an int, padded to whole words.
std::uint64_t message_size(const Printer& printer) { return 8 * printer.word_size(); }
std::uint64_t transferred_offset(const Printer& printer) { return 7 * printer.word_size(); }

struct Messages {
    std::uint64_t address = 0;
    std::uint64_t count = 0;
    std::uint64_t done = 0;  ///< so many of them have an answer of the kernel
    bool received = false;
};

bool print_message(Printer& printer, const Messages& messages, std::uint64_t index) {
    const std::uint64_t address = messages.address + index * message_size(printer);
    std::uint64_t first_word = 0, last_word = 0;
    Words words(printer);
    if (!words.read(address, first_word) || !words.read(address + transferred_offset(printer), last_word)) {
        return false;
    }
    const auto transferred = static_cast<std::uint32_t>(last_word);
    printer.out += "{msg_hdr=";
    print_msghdr(printer, address, messages.received ? VectorText{false, transferred} : VectorText{}, {});
    if (index < messages.done) {
        printer.out += ", msg_len=";
        append_unsigned(printer.out, transferred);
    }
    printer.out += '}';
    return true;
}

void print_messages(Printer& printer, const Messages& messages) {
    const std::size_t start = printer.out.size();
    printer.out += '[';
    for (std::uint64_t i = 0; i < messages.count; ++i) {
        printer.out += i == 0 ? "" : ", ";
        if (i >= printer.element_limit()) {
            printer.out += "...";
            break;
        }
        if (print_message(printer, messages, i)) {
            continue;
        }
        if (i == 0) {
            printer.out.resize(start);
            print_address(printer, messages.address);
            return;
        }
        printer.out += "... /* ";
        print_address(printer, messages.address + i * message_size(printer));
        printer.out += " */";
        break;
    }
    printer.out += ']';
}

}  // namespace

void print_sent_messages(Printer& printer, std::uint64_t address, std::uint64_t count) {
    // What was to be sent is as good after a failure as before.
    Printer sent{printer.call, printer.out, false};
    if (!may_look_behind(sent, address)) {
        return;
    }
    const auto done = printer.at_exit ? static_cast<std::uint64_t>(std::max<std::int64_t>(printer.call.shown.result, 0)) : 0;
    print_messages(sent, {address, count, done, false});
}

void print_received_messages(Printer& printer, std::uint64_t address, std::uint64_t count) {
    if (may_look_behind(printer, address)) {
        print_messages(printer, {address, count, count, true});
    }
}

void print_queue_message(Printer& printer, std::uint64_t address, std::uint64_t bytes) {
    static constexpr Kind type = kind::signed_long;
    if (!may_look_behind(printer, address)) {
        return;
    }
    const std::size_t start = printer.out.size();
    printer.out += "{mtype=";
    if (!print_element(printer, type, address)) {
        printer.out.resize(start);
        print_address(printer, address);
        return;
    }
    printer.out += ", mtext=";
    print_bytes(printer, address + element_size(type, printer.abi()), bytes);
    printer.out += '}';
}

}  // namespace troupe
