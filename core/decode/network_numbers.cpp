#include "core/decode/network_numbers.hpp"

#include <arpa/inet.h>

#include "core/decode/text.hpp"

namespace troupe {

void write_ipv4(Writer& out, std::span<const std::byte> address) { write_ipv4_in(out, address.first(sizeof(in_addr))); }

void write_ipv4_in(Writer& out, std::span<const std::byte> room) {
    char text[INET_ADDRSTRLEN];
    out.spelled(as_text(room));
    out.open(Shape::conversion, "inet_addr");
    out.bytes(inet_ntop(AF_INET, room.data(), text, sizeof(text)), BytesForm::text, false);
    out.close();
}

void write_ipv6(Writer& out, std::span<const std::byte> address) {
    char text[INET6_ADDRSTRLEN];
    out.spelled(as_text(address.first(sizeof(in6_addr))));
    out.open(Shape::function, "inet_pton");
    out.element();
    out.symbol("AF_INET6", AF_INET6);
    out.element();
    out.bytes(inet_ntop(AF_INET6, address.data(), text, sizeof(text)), BytesForm::text, false);
    out.close();
}

void write_ipv6_field(Writer& out, std::string_view name, std::span<const std::byte> address) {
    char text[INET6_ADDRSTRLEN];
    out.filled_field("inet_pton(AF_INET6, ", name, as_text(address.first(sizeof(in6_addr))));
    out.bytes(inet_ntop(AF_INET6, address.data(), text, sizeof(text)), BytesForm::text, false);
}

}  // namespace troupe
