#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <span>

#include "core/decode/constants.hpp"
#include "core/decode/sockets.hpp"
#include "core/decode/text.hpp"
#include "core/decode/words.hpp"
#include "core/tables/sets.hpp"

namespace troupe {

namespace {

/// In words of the ABI: name, its length, vectors, how many, control data, its length, flags.
constexpr std::size_t name = 0, name_length = 1, vectors = 2, vector_count = 3, control = 4, control_length = 5, flags = 6, words = 7;
/// A message carries no more than this many descriptors (SCM_MAX_FD); ten times that bounds what we look at.
constexpr std::uint64_t most_control_bytes = 16384;

using Header = std::array<std::uint64_t, words>;

bool read_header(Printer& printer, std::uint64_t address, Header& header) {
    Words in_memory(printer);
    for (std::size_t i = 0; i < words; ++i) {
        if (!in_memory.read(address + i * printer.word_size(), header[i])) {
            return false;
        }
    }
    // Two members are ints, with padding behind them on x86-64.
    header[name_length] &= 0xffffffff;
    header[flags] &= 0xffffffff;
    return true;
}

void print_descriptors(Printer& printer, std::span<const std::byte> data) {
    printer.out += '[';
    for (std::size_t at = 0; at + sizeof(int) <= data.size(); at += sizeof(int)) {
        int fd = 0;
        std::memcpy(&fd, data.data() + at, sizeof(fd));
        printer.out += at == 0 ? "" : ", ";
        append_signed(printer.out, fd);
    }
    printer.out += ']';
}

void print_credentials(Printer& printer, std::span<const std::byte> data) {
    ucred credentials{};
    std::memcpy(&credentials, data.data(), std::min(data.size(), sizeof(credentials)));
    printer.out += "{pid=";
    append_signed(printer.out, credentials.pid);
    printer.out += ", uid=";
    append_signed(printer.out, static_cast<std::int32_t>(credentials.uid));
    printer.out += ", gid=";
    append_signed(printer.out, static_cast<std::int32_t>(credentials.gid));
    printer.out += '}';
}

/// Data that we know how to read; of the rest only the length is shown.
void print_control_data(Printer& printer, std::uint64_t level, std::uint64_t type, std::span<const std::byte> data) {
    if (level != SOL_SOCKET) {
        return;
    }
    if (type == SCM_RIGHTS) {
        printer.out += ", cmsg_data=";
        print_descriptors(printer, data);
    } else if (type == SCM_CREDENTIALS) {
        printer.out += ", cmsg_data=";
        print_credentials(printer, data);
    }
}

void append_control_type(std::string& out, std::uint64_t level, std::uint64_t type) {
    switch (level) {
        case SOL_SOCKET:
            append_value(out, control_message_types, type);
            return;
        case 0:
            append_value(out, ip_options, type);
            return;
        case 41:
            append_value(out, ipv6_options, type);
            return;
        default:
            append_hex(out, type);
    }
}

}  // namespace

bool read_name_length(Printer& printer, std::uint64_t address, std::uint32_t& length) {
    return printer.memory().read_object(address + printer.word_size(), length);
}

void print_control_messages(Printer& printer, std::uint64_t address, std::uint64_t length) {
    const std::size_t word = printer.word_size();
    const std::size_t head = word + 2 * sizeof(std::int32_t);
    const std::uint64_t end = std::min(length, most_control_bytes);
    std::uint64_t at = 0;
    if (end < head) {
        print_address(printer, address);
        return;
    }
    std::array<std::byte, most_control_bytes> bytes;
    if (printer.memory().read(address, std::span(bytes).first(end)) != end) {
        print_address(printer, address);
        return;
    }
    printer.out += '[';
    while (at + head <= end) {
        std::uint64_t message = 0;
        std::int32_t level = 0;
        std::int32_t type = 0;
        std::memcpy(&message, bytes.data() + at, word);
        std::memcpy(&level, bytes.data() + at + word, sizeof(level));
        std::memcpy(&type, bytes.data() + at + word + sizeof(level), sizeof(type));
        printer.out += at == 0 ? "{cmsg_len=" : ", {cmsg_len=";
        append_unsigned(printer.out, message);
        printer.out += ", cmsg_level=";
        append_value(printer.out, socket_levels, static_cast<std::uint32_t>(level));
        printer.out += ", cmsg_type=";
        append_control_type(printer.out, static_cast<std::uint32_t>(level), static_cast<std::uint32_t>(type));
        const std::uint64_t shown = std::min(message, end - at);
        if (shown > head) {
            print_control_data(printer, static_cast<std::uint32_t>(level), static_cast<std::uint32_t>(type),
                               std::span(bytes).subspan(at + head, shown - head));
        }
        printer.out += '}';
        if (message < head || message >= end - at) {
            if (message < head) {
                at += head;
            }
            break;
        }
        at += (message + word - 1) / word * word;
        if (at + head > end) {
            break;
        }
    }
    printer.out += ']';
}

void print_msghdr(Printer& printer, std::uint64_t address, const VectorText& text, std::string_view length_before) {
    if (address == 0) {
        printer.out += "NULL";
        return;
    }
    Header header{};
    if (!printer.looks_behind() || !read_header(printer, address, header)) {
        print_address(printer, address);
        return;
    }
    std::string& out = printer.out;
    if (printer.failed()) {
        out += "{msg_namelen=";
        append_signed(out, static_cast<std::int32_t>(header[name_length]));
        out += '}';
        return;
    }
    out += "{msg_name=";
    print_sockaddr(printer, header[name], header[name_length]);
    out += ", msg_namelen=";
    std::string length_after;
    append_signed(length_after, static_cast<std::int32_t>(header[name_length]));
    if (!length_before.empty() && length_before != length_after) {
        out += length_before;
        out += " => ";
    }
    out += length_after;
    out += ", msg_iov=";
    print_iovec(printer, header[vectors], header[vector_count], text);
    out += ", msg_iovlen=";
    append_unsigned(out, header[vector_count]);
    if (header[control_length] != 0) {
        out += ", msg_control=";
        print_control_messages(printer, header[control], header[control_length]);
    }
    out += ", msg_controllen=";
    append_unsigned(out, header[control_length]);
    out += ", msg_flags=";
    append_flags(out, message_flags, header[flags]);
    out += '}';
}

}  // namespace troupe
