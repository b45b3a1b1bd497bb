#pragma once

#include <cstddef>
#include <cstdint>

#include "core/decode/decoder.hpp"

namespace troupe {

struct NetlinkSocket;

/// `length` as the tracee gave it: below 2 or above INT_MAX only the address is shown.
void write_sockaddr(Decoder& decoder, std::uint64_t address, std::uint64_t length);

/// How much of the buffers of a vector is text.
struct VectorText {
    bool addresses_only = false;
    std::uint64_t bytes = ~std::uint64_t{0};  ///< over all the buffers: the result of a read
    const NetlinkSocket* netlink = nullptr;   ///< what they hold are messages of it
};
void write_iovec(Decoder& decoder, std::uint64_t address, std::uint64_t count, const VectorText& text);

/// What sendmmsg and recvmmsg take.
void write_sent_messages(Decoder& decoder, std::uint64_t address, std::uint64_t count);
void write_received_messages(Decoder& decoder, std::uint64_t address, std::uint64_t count);
/// Values of socket options.
void write_option_int(Decoder& decoder, std::uint64_t address, std::int32_t length, const Kind& kind);
void write_option_value(Decoder& decoder, std::uint64_t address, std::int32_t length);
void write_option_structure(Decoder& decoder, std::uint64_t address, std::int32_t length, const Kind& kind);
void write_group_request(Decoder& decoder, std::uint64_t address, std::int32_t length);
void write_named_bits(Decoder& decoder, std::uint64_t address, std::int32_t length, const ValueSet& set);
/// msg_namelen alone, for the entry half of a receive.
[[nodiscard]] bool read_name_length(Decoder& decoder, std::uint64_t address, std::uint32_t& length);
void write_control_messages(Decoder& decoder, std::uint64_t address, std::uint64_t length);

}  // namespace troupe
