#include <fcntl.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "core/decode/array.hpp"
#include "core/decode/constants.hpp"
#include "core/decode/ioctl.hpp"
#include "core/decode/printer.hpp"
#include "core/decode/siginfo_memory.hpp"
#include "core/decode/sockets.hpp"
#include "core/decode/structure.hpp"
#include "core/decode/text.hpp"
#include "core/tables/sets.hpp"

namespace troupe {

namespace {

using Print = void (*)(Printer&, const Kind&, std::uint64_t);

std::int64_t as_long(Printer& printer, std::uint64_t value) {
    return facts_of(printer.abi()).klong_size == 4 ? static_cast<std::int32_t>(value) : static_cast<std::int64_t>(value);
}

std::uint64_t as_unsigned_long(Printer& printer, std::uint64_t value) {
    return facts_of(printer.abi()).klong_size == 4 ? value & 0xffffffff : value;
}

void hex(Printer& printer, const Kind&, std::uint64_t value) { append_hex(printer.out, as_unsigned_long(printer, value)); }
void address(Printer& printer, const Kind&, std::uint64_t value) { print_address(printer, value); }
void int_32(Printer& printer, const Kind&, std::uint64_t value) { append_signed(printer.out, static_cast<std::int32_t>(value)); }
void unsigned_32(Printer& printer, const Kind&, std::uint64_t value) { append_unsigned(printer.out, value & 0xffffffff); }
void long_word(Printer& printer, const Kind&, std::uint64_t value) { append_signed(printer.out, as_long(printer, value)); }
void unsigned_long_word(Printer& printer, const Kind&, std::uint64_t value) {
    append_unsigned(printer.out, as_unsigned_long(printer, value));
}
void int_64(Printer& printer, const Kind&, std::uint64_t value) { append_signed(printer.out, static_cast<std::int64_t>(value)); }
void unsigned_64_bits(Printer& printer, const Kind&, std::uint64_t value) { append_unsigned(printer.out, value); }
// Modes are 16 bits in the kernel (umode_t).
void octal(Printer& printer, const Kind&, std::uint64_t value) { append_permissions(printer.out, value & 0xffff); }
void file_mode(Printer& printer, const Kind&, std::uint64_t value) { append_file_mode(printer.out, value & 0xffff); }

void dirfd(Printer& printer, const Kind& kind, std::uint64_t value) {
    if (static_cast<std::int32_t>(value) == AT_FDCWD) {
        printer.out += "AT_FDCWD";
        return;
    }
    int_32(printer, kind, value);
}

void identity(Printer& printer, const Kind& kind, std::uint64_t value) {
    if ((value & 0xffffffff) == 0xffffffff) {
        printer.out += "-1";
        return;
    }
    unsigned_32(printer, kind, value);
}

void signal_number(Printer& printer, const Kind&, std::uint64_t value) { append_signal(printer.out, value); }
void device(Printer& printer, const Kind&, std::uint64_t value) { append_device(printer.out, value); }
void flags(Printer& printer, const Kind& kind, std::uint64_t value) { append_flags(printer.out, *kind.flag_set, value); }
void one_of(Printer& printer, const Kind& kind, std::uint64_t value) { append_value(printer.out, *kind.value_set, value); }
void path(Printer& printer, const Kind&, std::uint64_t value) { print_path(printer, value); }
void string(Printer& printer, const Kind&, std::uint64_t value) { print_string(printer, value); }
void bytes(Printer& printer, const Kind& kind, std::uint64_t value) { print_bytes(printer, value, length_of(printer, kind.length)); }
void bytes_in_hex(Printer& printer, const Kind& kind, std::uint64_t value) {
    print_bytes_in_hex(printer, value, length_of(printer, kind.length));
}
void strings(Printer& printer, const Kind&, std::uint64_t value) { print_string_array(printer, value); }
void environment(Printer& printer, const Kind&, std::uint64_t value) { print_environment(printer, value); }
void structure(Printer& printer, const Kind& kind, std::uint64_t value) { print_structure(printer, *kind.layout, value); }
void array(Printer& printer, const Kind& kind, std::uint64_t value) { print_array(printer, kind, value); }
void pointed(Printer& printer, const Kind& kind, std::uint64_t value) { print_pointed(printer, *kind.element, value); }
void wait_status(Printer& printer, const Kind&, std::uint64_t value) { print_wait_status(printer, value); }
void sigset(Printer& printer, const Kind& kind, std::uint64_t value) {
    constexpr std::uint64_t kernel_set = 8;
    const std::uint64_t bytes = length_of(printer, kind.length);
    print_sigset(printer, value, bytes, kind.length.from == Length::From::fixed ? bytes : kernel_set);
}
void cpu_set(Printer& printer, const Kind& kind, std::uint64_t value) { print_cpu_set(printer, value, length_of(printer, kind.length)); }
void sigaction(Printer& printer, const Kind&, std::uint64_t value) { print_sigaction(printer, value); }
void siginfo(Printer& printer, const Kind&, std::uint64_t value) { print_siginfo(printer, value); }
void sockaddr(Printer& printer, const Kind& kind, std::uint64_t value) { print_sockaddr(printer, value, length_of(printer, kind.length)); }

/// What a read has put there, or everything where it is an input.
VectorText text_of(Printer& printer) {
    if (!printer.at_exit) {
        return {};
    }
    return {printer.failed(), static_cast<std::uint64_t>(std::max<std::int64_t>(printer.call.shown.result, 0))};
}

void msghdr(Printer& printer, const Kind&, std::uint64_t value) { print_msghdr(printer, value, text_of(printer), {}); }
void iovec(Printer& printer, const Kind& kind, std::uint64_t value) {
    print_iovec(printer, value, length_of(printer, kind.length), text_of(printer));
}
void fd_set(Printer& printer, const Kind& kind, std::uint64_t value) { print_fd_set(printer, value, length_of(printer, kind.length)); }
void pollfds(Printer& printer, const Kind& kind, std::uint64_t value) { print_pollfds(printer, value, length_of(printer, kind.length)); }
void ioctl_request(Printer& printer, const Kind&, std::uint64_t value) { append_ioctl_request(printer.out, value, printer.abi()); }
void clone_flags(Printer& printer, const Kind&, std::uint64_t value) { append_clone_flags(printer.out, value & 0xffffffff); }
void futex_operation(Printer& printer, const Kind&, std::uint64_t value) {
    append_value(printer.out, futex_operations, value & 0xffffffff);
}
void futex_wake_operation(Printer& printer, const Kind&, std::uint64_t value) { append_futex_wake_operation(printer.out, value); }
void creation_flags(Printer& printer, const Kind& kind, std::uint64_t value) {
    constexpr std::uint64_t permissions = 0777;
    if ((value & ~permissions & 0xffffffff) != 0) {
        append_flags(printer.out, *kind.flag_set, value & ~permissions & 0xffffffff);
        printer.out += '|';
    }
    append_permissions(printer.out, value & permissions);
}
void option_int(Printer& printer, const Kind& kind, std::uint64_t value) {
    print_option_int(printer, value, static_cast<std::int32_t>(length_of(printer, kind.length)));
}
void option_value(Printer& printer, const Kind& kind, std::uint64_t value) {
    print_option_value(printer, value, length_of(printer, kind.length) & 0xffffffff);
}
void sent_messages(Printer& printer, const Kind& kind, std::uint64_t value) {
    print_sent_messages(printer, value, length_of(printer, kind.length) & 0xffffffff);
}
void received_messages(Printer& printer, const Kind& kind, std::uint64_t value) {
    print_received_messages(printer, value, length_of(printer, kind.length));
}
void queue_message(Printer& printer, const Kind& kind, std::uint64_t value) {
    print_queue_message(printer, value, length_of(printer, kind.length));
}
void residency(Printer& printer, const Kind& kind, std::uint64_t value) {
    print_residency(printer, value, length_of(printer, kind.length));
}
void thread_area(Printer& printer, const Kind&, std::uint64_t value) { print_thread_area(printer, value); }
void page_offset(Printer& printer, const Kind&, std::uint64_t value) {
    constexpr std::uint64_t page = 4096;  // whatever the machine's pages are
    append_hex(printer.out, value * page);
}
void signal_frame(Printer& printer, const Kind&, std::uint64_t) { print_signal_frame(printer); }
void interrupted_call(Printer& printer, const Kind&, std::uint64_t) {
    printer.out += "<... resuming interrupted ";
    printer.out += printer.call.interrupted.empty() ? "system call" : printer.call.interrupted;
    printer.out += " ...>";
}
void nothing(Printer&, const Kind&, std::uint64_t) {}

struct Decoder {
    Tag tag;
    Print print;
};

constexpr Decoder decoders[] = {
    {Tag::hex, hex},
    {Tag::pointer, address},
    {Tag::signed_int, int_32},
    {Tag::unsigned_int, unsigned_32},
    {Tag::signed_long, long_word},
    {Tag::unsigned_long, unsigned_long_word},
    {Tag::signed_64, int_64},
    {Tag::unsigned_64, unsigned_64_bits},
    {Tag::halves_64, int_64},
    {Tag::pages, page_offset},
    {Tag::octal, octal},
    {Tag::file_mode, file_mode},
    {Tag::fd, int_32},
    {Tag::dirfd, dirfd},
    {Tag::pid, int_32},
    {Tag::uid, identity},
    {Tag::gid, identity},
    {Tag::signal, signal_number},
    {Tag::device, device},
    {Tag::flags, flags},
    {Tag::value, one_of},
    {Tag::path, path},
    {Tag::string, string},
    {Tag::bytes, bytes},
    {Tag::bytes_in_hex, bytes_in_hex},
    {Tag::string_array, strings},
    {Tag::environment, environment},
    {Tag::structure, structure},
    {Tag::array, array},
    {Tag::pointed, pointed},
    {Tag::wait_status, wait_status},
    {Tag::sigset, sigset},
    {Tag::cpu_set, cpu_set},
    {Tag::sigaction, sigaction},
    {Tag::siginfo, siginfo},
    {Tag::sockaddr, sockaddr},
    {Tag::msghdr, msghdr},
    {Tag::iovec, iovec},
    {Tag::fd_set, fd_set},
    {Tag::pollfds, pollfds},
    {Tag::ioctl_request, ioctl_request},
    // Where the request says more, the argument has been replaced before it comes here; so has a selected one.
    {Tag::ioctl_argument, hex},
    {Tag::clone_flags, clone_flags},
    {Tag::futex_operation, futex_operation},
    {Tag::selected, hex},
    {Tag::futex_wake_operation, futex_wake_operation},
    {Tag::creation_flags, creation_flags},
    {Tag::option_int, option_int},
    {Tag::option_value, option_value},
    {Tag::sent_messages, sent_messages},
    {Tag::received_messages, received_messages},
    {Tag::queue_message, queue_message},
    {Tag::residency, residency},
    {Tag::thread_area, thread_area},
    {Tag::signal_frame, signal_frame},
    {Tag::interrupted_call, interrupted_call},
    {Tag::none, nothing},
};

constexpr std::size_t tag_count = static_cast<std::size_t>(Tag::none) + 1;

/// The decoder of each tag, at the tag's place.
constexpr std::array<Print, tag_count> decoder_of = [] {
    std::array<Print, tag_count> table{};
    for (const Decoder& row : decoders) {
        table[static_cast<std::size_t>(row.tag)] = row.print;
    }
    return table;
}();

static_assert(std::all_of(decoder_of.begin(), decoder_of.end(), [](Print print) { return print != nullptr; }), "every tag has a decoder");

}  // namespace

void print_value(Printer& printer, const Kind& kind, std::uint64_t value) {
    decoder_of[static_cast<std::size_t>(kind.tag)](printer, kind, value);
}

void print_address(Printer& printer, std::uint64_t where) {
    append_address(printer.out, printer.word_size() == 4 ? where & 0xffffffff : where);
}

bool may_look_behind(Printer& printer, std::uint64_t where) {
    if (where == 0 || printer.failed() || !printer.looks_behind()) {
        print_address(printer, where);
        return false;
    }
    return true;
}

std::uint64_t length_of(Printer& printer, const Length& length) {
    switch (length.from) {
        case Length::From::argument:
            return printer.argument(length.value);
        case Length::From::result:
            return static_cast<std::uint64_t>(std::max<std::int64_t>(printer.call.shown.result, 0));
        case Length::From::fixed:
            return length.value;
        case Length::From::behind_argument: {
            std::int32_t count = 0;
            return printer.memory().read_object(printer.argument(length.value), count) && count > 0 ? static_cast<std::uint64_t>(count) : 0;
        }
        case Length::From::unknown:
            return 0;
    }
    return 0;
}

}  // namespace troupe
