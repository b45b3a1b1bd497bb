#include <algorithm>

#include "core/decode/socket_address.hpp"
#include "core/decode/text.hpp"
#include "core/tables/values/address_values.hpp"
#include "core/tables/values/sockets.hpp"

/// Addresses of remote procedures (linux/rxrpc.h): a service, and the address of the transport that leads to it.
namespace troupe {

namespace {

constexpr std::size_t at_service = 2, at_type = 4, at_length = 6, at_transport = 8;

/// What of the transport's address was given, as an address of its own.
SocketAddress transport_of(const SocketAddress& address) {
    const std::span<const std::byte> rest = address.from(at_transport);
    SocketAddress transport;
    transport.size =
        std::min<std::size_t>(rest.size(), std::max<std::size_t>(address.number<std::uint16_t>(at_length), sizeof(sa_family_t)));
    std::ranges::copy(rest.first(transport.size), transport.room.begin());
    return transport;
}

/// {sin_family=AF_INET, sin_port=htons(7001), …}; bytes behind the family where it is too short, or of another one.
void write_transport(Decoder& decoder, std::string_view family, const SocketAddress& transport, bool is_known) {
    decoder.out.field(family);
    decoder.out.constant(socket_domains, transport.family());
    const AddressWriter write = is_known ? address_writer_of(transport.family(), transport.size) : nullptr;
    if (write != nullptr) {
        (void)write(decoder, transport);
    } else if (transport.size > sizeof(sa_family_t)) {
        decoder.out.unnamed_field({});
        decoder.out.bytes(as_text(transport.from(sizeof(sa_family_t))), BytesForm::text, false);
    }
}

}  // namespace

End write_service_address(Decoder& decoder, const SocketAddress& address) {
    Writer& out = decoder.out;
    out.field("srx_service");
    out.constant(remote_services, address.number<std::uint16_t>(at_service));
    out.field("transport_type");
    out.constant(transport_types, address.number<std::uint16_t>(at_type));
    out.field("transport_len");
    decoder.unsigned_number(address.number<std::uint16_t>(at_length));
    const SocketAddress transport = transport_of(address);
    const bool is_inet = transport.family() == AF_INET, is_inet6 = transport.family() == AF_INET6;
    out.field("transport");
    out.open(Shape::structure);
    if (is_inet || is_inet6) {
        out.field(is_inet ? "sin" : "sin6");
        out.open(Shape::structure);
        write_transport(decoder, is_inet ? "sin_family" : "sin6_family", transport, true);
        out.close();
    } else {
        write_transport(decoder, "family", transport, false);
    }
    out.close();
    return End::whole;
}

}  // namespace troupe
