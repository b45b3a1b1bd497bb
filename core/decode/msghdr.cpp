#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <span>
#include <vector>

#include "core/decode/sockets.hpp"
#include "core/decode/words.hpp"
#include "core/tables/flags/sockets.hpp"
#include "core/tables/values/ip_options.hpp"
#include "core/tables/values/socket_messages.hpp"
#include "core/tables/values/sockets.hpp"

namespace troupe {

namespace {

/// In words of the ABI: name, its length, vectors, how many, control data, its length, flags.
constexpr std::size_t name = 0, name_length = 1, vectors = 2, vector_count = 3, control = 4, control_length = 5, flags = 6, words = 7;
/// A message carries no more than this many descriptors (SCM_MAX_FD); ten times that bounds what we look at.
constexpr std::uint64_t most_control_bytes = 16384;

using Header = std::array<std::uint64_t, words>;

bool read_header(Decoder& decoder, std::uint64_t address, Header& header) {
    Words in_memory(decoder);
    for (std::size_t i = 0; i < words; ++i) {
        if (!in_memory.read(address + i * decoder.word_size(), header[i])) {
            return false;
        }
    }
    // Two members are ints, with padding behind them on x86-64.
    header[name_length] &= 0xffffffff;
    header[flags] &= 0xffffffff;
    return true;
}

void write_descriptors(Decoder& decoder, std::span<const std::byte> data) {
    decoder.out.open(Shape::array);
    for (std::size_t at = 0; at + sizeof(int) <= data.size(); at += sizeof(int)) {
        int fd = 0;
        std::memcpy(&fd, data.data() + at, sizeof(fd));
        decoder.out.element();
        decoder.out.descriptor(fd);
    }
    decoder.out.close();
}

void write_credentials(Decoder& decoder, std::span<const std::byte> data) {
    ucred credentials{};
    std::memcpy(&credentials, data.data(), std::min(data.size(), sizeof(credentials)));
    decoder.out.open(Shape::structure);
    decoder.out.field("pid");
    decoder.out.process(credentials.pid);
    decoder.out.field("uid");
    decoder.signed_number(static_cast<std::int32_t>(credentials.uid));
    decoder.out.field("gid");
    decoder.signed_number(static_cast<std::int32_t>(credentials.gid));
    decoder.out.close();
}

/// Data that we know how to read; of the rest only the length is shown.
void write_control_data(Decoder& decoder, std::uint64_t level, std::uint64_t type, std::span<const std::byte> data) {
    if (level == SOL_SOCKET && type == SCM_RIGHTS) {
        decoder.out.field("cmsg_data");
        write_descriptors(decoder, data);
    } else if (level == SOL_SOCKET && type == SCM_CREDENTIALS) {
        decoder.out.field("cmsg_data");
        write_credentials(decoder, data);
    }
}

void write_control_type(Decoder& decoder, std::uint64_t level, std::uint64_t type) {
    switch (level) {
        case SOL_SOCKET:
            decoder.out.constant(control_message_types, type);
            return;
        case 0:
            decoder.out.constant(ip_options, type);
            return;
        case 41:
            decoder.out.constant(ipv6_options, type);
            return;
        default:
            decoder.hex_number(type);
    }
}

}  // namespace

bool read_name_length(Decoder& decoder, std::uint64_t address, std::uint32_t& length) {
    return decoder.memory().read_object(address + decoder.word_size(), length);
}

void write_control_messages(Decoder& decoder, std::uint64_t address, std::uint64_t length) {
    const std::size_t word = decoder.word_size();
    const std::size_t head = word + 2 * sizeof(std::int32_t);
    const std::uint64_t end = std::min(length, most_control_bytes);
    if (end < head) {
        write_unread(decoder, address);
        return;
    }
    std::vector<std::byte> bytes(end);
    if (decoder.memory().read(address, bytes) != end) {
        write_unreadable(decoder, address);
        return;
    }
    decoder.out.open(Shape::array);
    for (std::uint64_t at = 0; at + head <= end;) {
        std::uint64_t message = 0;
        std::uint32_t level = 0;
        std::uint32_t type = 0;
        std::memcpy(&message, bytes.data() + at, word);
        std::memcpy(&level, bytes.data() + at + word, sizeof(level));
        std::memcpy(&type, bytes.data() + at + word + sizeof(level), sizeof(type));
        decoder.out.element();
        decoder.out.open(Shape::structure);
        decoder.out.field("cmsg_len");
        decoder.unsigned_number(message);
        decoder.out.field("cmsg_level");
        decoder.out.constant(socket_levels, level);
        decoder.out.field("cmsg_type");
        write_control_type(decoder, level, type);
        if (const std::uint64_t shown = std::min(message, end - at); shown > head) {
            write_control_data(decoder, level, type, std::span(bytes).subspan(at + head, shown - head));
        }
        decoder.out.close();
        if (message < head || message >= end - at) {
            break;
        }
        at += (message + word - 1) / word * word;
    }
    decoder.out.close();
}

namespace {

void write_name_length(Decoder& decoder, std::uint64_t length, std::optional<std::uint32_t> before) {
    const bool changed = before && *before != length;
    if (changed) {
        decoder.out.open(Shape::change);
        decoder.signed_number(static_cast<std::int32_t>(*before));
        decoder.out.becomes();
    }
    decoder.signed_number(static_cast<std::int32_t>(length));
    if (changed) {
        decoder.out.close();
    }
}

}  // namespace

void write_msghdr(Decoder& decoder, std::uint64_t address, const VectorText& text, std::optional<std::uint32_t> length_before) {
    Header header{};
    if (address == 0 || !decoder.looks_behind()) {
        write_unread(decoder, address);
        return;
    }
    if (!read_header(decoder, address, header)) {
        write_unreadable(decoder, address);
        return;
    }
    Writer& out = decoder.out;
    out.open(Shape::structure);
    if (decoder.failed()) {
        out.field("msg_namelen");
        decoder.signed_number(static_cast<std::int32_t>(header[name_length]));
        out.close();
        return;
    }
    out.field("msg_name");
    write_sockaddr(decoder, header[name], header[name_length]);
    out.field("msg_namelen");
    write_name_length(decoder, header[name_length], length_before);
    out.field("msg_iov");
    write_iovec(decoder, header[vectors], header[vector_count], text);
    out.field("msg_iovlen");
    decoder.unsigned_number(header[vector_count]);
    if (header[control_length] != 0) {
        out.field("msg_control");
        write_control_messages(decoder, header[control], header[control_length]);
    }
    out.field("msg_controllen");
    decoder.unsigned_number(header[control_length]);
    out.field("msg_flags");
    out.flags(message_flags, header[flags]);
    out.close();
}

}  // namespace troupe
