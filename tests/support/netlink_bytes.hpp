#pragma once

#include <linux/netlink.h>

#include <cstdint>
#include <string>

/// Messages of netlink as they stand in memory.
namespace troupe::tests {

template <typename T>
std::string bytes_of_object(const T& object) {
    return {reinterpret_cast<const char*>(&object), sizeof(object)};
}

/// With the padding behind it; its length is its own, or another.
inline std::string attribute(std::uint16_t type, std::string payload, std::int64_t length = -1) {
    const nlattr header{static_cast<std::uint16_t>(length < 0 ? NLA_HDRLEN + payload.size() : length), type};
    payload.resize(NLA_ALIGN(payload.size()));
    return bytes_of_object(header) + payload;
}

}  // namespace troupe::tests
