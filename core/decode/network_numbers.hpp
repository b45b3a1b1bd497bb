#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "troupe/core/writer.hpp"

/// Addresses of the internet, as the C library's functions would spell them.
namespace troupe {

/// inet_addr("127.0.0.1"), of the first four bytes; in numbers it is those, or `room`, in which it stands.
void write_ipv4(Writer& out, std::span<const std::byte> address);
void write_ipv4_in(Writer& out, std::span<const std::byte> room);
/// inet_pton(AF_INET6, "::1"), of the first sixteen.
void write_ipv6(Writer& out, std::span<const std::byte> address);
/// The same as a field of its own: inet_pton(AF_INET6, "::1", &sin6_addr).
void write_ipv6_field(Writer& out, std::string_view name, std::span<const std::byte> address);

}  // namespace troupe
