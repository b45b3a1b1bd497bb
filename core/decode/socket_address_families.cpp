#include <linux/netlink.h>
#include <netinet/in.h>
#include <sys/un.h>

#include <algorithm>
#include <iterator>

#include "core/decode/list.hpp"
#include "core/decode/network_numbers.hpp"
#include "core/decode/socket_address.hpp"
#include "core/decode/structure.hpp"
#include "core/decode/text.hpp"
#include "core/tables/structs/socket_addresses.hpp"
#include "core/tables/values/protocols.hpp"

namespace troupe {

namespace {

End write_unix(Decoder& decoder, const SocketAddress& address) {
    const std::string_view path = as_text(address.from(offsetof(sockaddr_un, sun_path))).substr(0, sizeof(sockaddr_un::sun_path));
    decoder.out.field("sun_path");
    if (path.front() == '\0') {
        decoder.out.bytes(path.substr(1), BytesForm::abstract, false);
    } else {
        decoder.out.bytes(path.substr(0, path.find('\0')), BytesForm::path, false);
    }
    return End::whole;
}

void write_port(Writer& out, std::string_view name, std::span<const std::byte> port) {
    out.field(name);
    write_in_network_order(out, port);
}

End write_inet(Decoder& decoder, const SocketAddress& address) {
    write_port(decoder.out, "sin_port", address.at(offsetof(sockaddr_in, sin_port), sizeof(in_port_t)));
    decoder.out.field("sin_addr");
    write_ipv4(decoder.out, address.at(offsetof(sockaddr_in, sin_addr), sizeof(in_addr)));
    return End::whole;
}

End write_inet6(Decoder& decoder, const SocketAddress& address) {
    write_port(decoder.out, "sin6_port", address.at(offsetof(sockaddr_in6, sin6_port), sizeof(in_port_t)));
    write_port(decoder.out, "sin6_flowinfo", address.at(offsetof(sockaddr_in6, sin6_flowinfo), sizeof(std::uint32_t)));
    write_ipv6_field(decoder.out, "sin6_addr", address.at(offsetof(sockaddr_in6, sin6_addr), sizeof(in6_addr)));
    // RFC 2133 had no scope: an address without it is as valid. Of one that is cut, what is missing is 0.
    if (address.size > offsetof(sockaddr_in6, sin6_scope_id)) {
        decoder.out.field("sin6_scope_id");
        decoder.unsigned_number(address.number<std::uint32_t>(offsetof(sockaddr_in6, sin6_scope_id)));
    }
    return End::whole;
}

End write_netlink_address(Decoder& decoder, const SocketAddress& address) {
    if (const auto pad = address.number<std::uint16_t>(offsetof(sockaddr_nl, nl_pad)); pad != 0) {
        decoder.out.field("nl_pad");
        decoder.hex_number(pad);
    }
    decoder.out.field("nl_pid");
    decoder.out.process(address.number<std::int32_t>(offsetof(sockaddr_nl, nl_pid)));
    decoder.out.field("nl_groups");
    decoder.out.number(address.number<std::uint32_t>(offsetof(sockaddr_nl, nl_groups)), NumberForm::wide_hex);
    return End::whole;
}

/// 0x1f, and 0 as 00.
void write_byte(Decoder& decoder, std::uint8_t byte) {
    byte == 0 ? decoder.out.symbol("00", byte, NumberForm::none) : decoder.hex_number(byte);
}

/// [0x41, 00]: `count` bytes, of which there are `given`.
void write_byte_list(Decoder& decoder, std::size_t count, std::span<const std::byte> given) {
    write_numbered_list(decoder, count, given.size(), [&](std::uint64_t i) { write_byte(decoder, static_cast<std::uint8_t>(given[i])); });
}

/// struct sockaddr_ll, whose hardware address may be longer than the structure has room for.
End write_packet_address(Decoder& decoder, const SocketAddress& address) {
    constexpr std::size_t at_protocol = 2, at_length = 11, at_address = 12;
    const std::span<const std::byte> protocol = address.at(at_protocol, sizeof(std::uint16_t));
    decoder.out.field("sll_protocol");
    decoder.out.spelled(as_text(protocol));
    decoder.out.open(Shape::conversion, "htons");
    decoder.out.constant(ethernet_protocols, static_cast<std::uint64_t>(protocol[0]) << 8 | static_cast<std::uint64_t>(protocol[1]));
    decoder.out.close();
    write_address_fields(decoder, *address_layout_of(AF_PACKET, address.size), address);
    if (const auto length = address.number<std::uint8_t>(at_length); length != 0) {
        decoder.out.field("sll_addr");
        write_byte_list(decoder, length, address.from(at_address));
    }
    return End::whole;
}

/// struct sockaddr_xdp, where the descriptor of shared memory is a number if the flags do not ask for it.
End write_xdp_address(Decoder& decoder, const SocketAddress& address) {
    constexpr std::size_t at_flags = 2, at_descriptor = 12;
    constexpr std::uint16_t shares_memory = 1;  // XDP_SHARED_UMEM
    write_address_fields(decoder, *address_layout_of(address.family(), address.size), address);
    const auto descriptor = address.number<std::uint32_t>(at_descriptor);
    if ((address.number<std::uint16_t>(at_flags) & shares_memory) != 0) {
        decoder.out.field("sxdp_shared_umem_fd");
        write_value(decoder, kind::fd, descriptor);
    } else if (descriptor != 0) {
        decoder.out.field("sxdp_shared_umem_fd");
        decoder.hex_number(descriptor);
    }
    return End::whole;
}

/// struct sockaddr_nfc, and struct sockaddr_nfc_llcp where there is as much.
End write_near_field_address(Decoder& decoder, const SocketAddress& address) {
    constexpr std::size_t at_services = 16, at_name = 18, most_of_a_name = 63;
    write_address_fields(decoder, *address_layout_of(AF_NFC, address.size), address);
    const AbiLayout& layout = near_field_link_layout.on(decoder.abi());
    if (address.size < layout.size) {
        return address.size > at_services ? End::cut : End::whole;
    }
    const StructureBytes bytes(layout, address.at(0, layout.size));
    write_field_named(decoder, "dsap", bytes);
    write_field_named(decoder, "ssap", bytes);
    decoder.out.field("service_name");
    decoder.out.bytes(as_text(address.at(at_name, std::min<std::size_t>(bytes.value("service_name_len"), most_of_a_name))), BytesForm::text,
                      false);
    write_field_named(decoder, "service_name_len", bytes);
    return End::whole;
}

/// struct sockaddr_ipx (linux/ipx.h).
End write_ipx(Decoder& decoder, const SocketAddress& address) {
    constexpr std::size_t at_port = 2, at_network = 4, at_node = 8, node_size = 6, at_type = 14, at_zero = 15;
    write_port(decoder.out, "sipx_port", address.at(at_port, sizeof(std::uint16_t)));
    decoder.out.field("sipx_network");
    decoder.out.open(Shape::function_in_style, "htonl");
    decoder.out.element();
    decoder.hex_number(ntohl(address.number<std::uint32_t>(at_network)));
    decoder.out.close();
    decoder.out.field("sipx_node");
    write_byte_list(decoder, node_size, address.at(at_node, node_size));
    decoder.out.field("sipx_type");
    write_byte(decoder, address.number<std::uint8_t>(at_type));
    if (const auto zero = address.number<std::uint8_t>(at_zero); zero != 0) {
        decoder.out.field("sipx_zero");
        write_byte(decoder, zero);
    }
    return End::whole;
}

/// struct sockaddr_alg (linux/if_alg.h): the name has as many bytes as there are, the last of which is its end.
End write_algorithm(Decoder& decoder, const SocketAddress& address) {
    constexpr std::size_t at_name = 24;
    write_address_fields(decoder, *address_layout_of(AF_ALG, address.size), address);
    const std::string_view name = as_text(address.from(at_name));
    const std::size_t end = name.find('\0');
    decoder.out.field("salg_name");
    decoder.out.bytes(name.substr(0, end == std::string_view::npos ? name.size() - 1 : end), BytesForm::text,
                      end == std::string_view::npos);
    return End::whole;
}

struct Family {
    int family;
    std::size_t least, most;  ///< others are shown as rows say, or as bytes
    AddressWriter write;
};

constexpr int xdp_family = 44;  // AF_XDP
constexpr std::size_t any = ~std::size_t{0};
constexpr Family families[] = {
    {AF_UNIX, sizeof(sa_family_t) + 1, any, write_unix},
    {AF_INET, sizeof(sockaddr_in), any, write_inet},
    {AF_INET6, offsetof(sockaddr_in6, sin6_scope_id), any, write_inet6},
    {AF_NETLINK, sizeof(sockaddr_nl), any, write_netlink_address},
    {AF_PACKET, 20, any, write_packet_address},
    {xdp_family, 16, any, write_xdp_address},
    {AF_IPX, 16, any, write_ipx},
    {AF_ALG, 25, any, write_algorithm},
    {AF_NFC, 16, any, write_near_field_address},
    {AF_AX25, 16, any, write_amateur_radio_address},
    {AF_RXRPC, 36, any, write_service_address},
    // The C library's addresses of Bluetooth differ by their size alone.
    {AF_BLUETOOTH, 4, 4, write_bluetooth_host},
    {AF_BLUETOOTH, 6, 6, write_bluetooth_host},
    {AF_BLUETOOTH, 12, 12, write_bluetooth_link},
    {AF_BLUETOOTH, 14, 14, write_bluetooth_link},
};

}  // namespace

AddressWriter address_writer_of(std::uint16_t family, std::size_t size) {
    const auto* known = std::find_if(std::begin(families), std::end(families),
                                     [&](const Family& row) { return row.family == family && size >= row.least && size <= row.most; });
    return known == std::end(families) ? nullptr : known->write;
}

}  // namespace troupe
