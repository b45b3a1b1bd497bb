#pragma once

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include "core/decode/decoder.hpp"

/// Addresses of sockets that are more than the fields of a structure.
namespace troupe {

/// As many bytes of an address as the tracee gave and the kernel takes.
struct SocketAddress {
    std::array<std::byte, sizeof(sockaddr_storage)> room{};
    std::size_t size = 0;

    [[nodiscard]] std::span<const std::byte> given() const { return std::span(room).first(size); }
    /// What stands behind that place; nothing, where the address ends before it.
    [[nodiscard]] std::span<const std::byte> from(std::size_t offset) const { return given().subspan(std::min(offset, size)); }
    /// Of what was not given, the bytes are 0.
    [[nodiscard]] std::span<const std::byte> at(std::size_t offset, std::size_t count) const {
        return std::span(room).subspan(offset, count);
    }
    template <typename T>
    [[nodiscard]] T number(std::size_t offset) const {
        T value{};
        std::memcpy(&value, room.data() + offset, sizeof value);
        return value;
    }
    [[nodiscard]] std::uint16_t family() const { return number<std::uint16_t>(0); }
};

/// The writer of what stands behind the family of addresses of that family and size, which says how the structure ends; nullptr: there is
/// none.
using AddressWriter = End (*)(Decoder& decoder, const SocketAddress& address);
[[nodiscard]] AddressWriter address_writer_of(std::uint16_t family, std::size_t size);

/// The fields of a layout that were given, without the family.
End write_address_fields(Decoder& decoder, const StructLayout& layout, const SocketAddress& address);

// The families that have a file for themselves.
/// struct sockaddr_ax25, struct full_sockaddr_ax25
End write_amateur_radio_address(Decoder& decoder, const SocketAddress& address);
/// struct sockaddr_hci, the host's interface to a controller; struct sockaddr_l2, the protocol above it
End write_bluetooth_host(Decoder& decoder, const SocketAddress& address);
End write_bluetooth_link(Decoder& decoder, const SocketAddress& address);
/// struct sockaddr_rxrpc: the address of a service, in which is that of its transport
End write_service_address(Decoder& decoder, const SocketAddress& address);

}  // namespace troupe
