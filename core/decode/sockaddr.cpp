#include <arpa/inet.h>
#include <linux/netlink.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

#include "core/decode/sockets.hpp"
#include "core/decode/structure.hpp"
#include "core/tables/structs/socket_addresses.hpp"
#include "core/tables/values/sockets.hpp"

namespace troupe {

namespace {

struct Address {
    std::array<char, sizeof(sockaddr_storage)> bytes{};
    std::size_t size = 0;

    template <typename T>
    [[nodiscard]] T as() const {
        T address{};
        std::memcpy(&address, bytes.data(), std::min(sizeof(T), size));
        return address;
    }
    [[nodiscard]] std::string_view behind_family() const { return std::string_view(bytes.data(), size).substr(sizeof(sa_family_t)); }
};

void write_unix(Writer& out, const Address& address) {
    const std::string_view whole = address.behind_family();
    if (whole.empty()) {
        return;
    }
    out.field("sun_path");
    const std::string_view path = whole.substr(0, sizeof(sockaddr_un::sun_path));
    if (path.front() == '\0') {
        out.bytes(path.substr(1), BytesForm::abstract, false);
    } else {
        out.bytes(path.substr(0, path.find('\0')), BytesForm::path, false);
    }
}

template <typename T>
std::string_view bytes_of(const T& value) {
    return {reinterpret_cast<const char*>(&value), sizeof value};
}

/// A number in the byte order of the network, behind the function that turns it.
void write_turned(Writer& out, std::string_view field, std::uint16_t number) {
    out.field(field);
    out.spelled(bytes_of(number));
    out.open(Shape::conversion, "htons");
    out.number(ntohs(number), NumberForm::unsigned_decimal);
    out.close();
}

void write_turned(Writer& out, std::string_view field, std::uint32_t number) {
    out.field(field);
    out.spelled(bytes_of(number));
    out.open(Shape::conversion, "htonl");
    out.number(ntohl(number), NumberForm::unsigned_decimal);
    out.close();
}

void write_inet(Writer& out, const Address& address) {
    const auto inet = address.as<sockaddr_in>();
    char text[INET_ADDRSTRLEN];
    write_turned(out, "sin_port", inet.sin_port);
    out.field("sin_addr");
    out.spelled(bytes_of(inet.sin_addr));
    out.open(Shape::conversion, "inet_addr");
    out.bytes(inet_ntop(AF_INET, &inet.sin_addr, text, sizeof(text)), BytesForm::text, false);
    out.close();
}

void write_inet6(Writer& out, const Address& address) {
    const auto inet = address.as<sockaddr_in6>();
    char text[INET6_ADDRSTRLEN];
    write_turned(out, "sin6_port", inet.sin6_port);
    write_turned(out, "sin6_flowinfo", inet.sin6_flowinfo);
    out.filled_field("inet_pton(AF_INET6, ", "sin6_addr", bytes_of(inet.sin6_addr));
    out.bytes(inet_ntop(AF_INET6, &inet.sin6_addr, text, sizeof(text)), BytesForm::text, false);
    // RFC 2133 had no scope: an address without it is as valid. Of one that is cut, what is missing is 0.
    if (address.size > offsetof(sockaddr_in6, sin6_scope_id)) {
        out.field("sin6_scope_id");
        out.number(inet.sin6_scope_id, NumberForm::unsigned_decimal);
    }
}

void write_netlink(Writer& out, const Address& address) {
    const auto netlink = address.as<sockaddr_nl>();
    if (netlink.nl_pad != 0) {
        out.field("nl_pad");
        out.number(netlink.nl_pad, NumberForm::hex);
    }
    out.field("nl_pid");
    out.process(static_cast<std::int32_t>(netlink.nl_pid));
    out.field("nl_groups");
    out.number(netlink.nl_groups, NumberForm::wide_hex);
}

struct Family {
    int family;
    std::size_t least;  ///< shorter ones are shown as bytes
    void (*write)(Writer&, const Address&);
};

constexpr Family families[] = {{AF_UNIX, sizeof(sa_family_t) + 1, write_unix},
                               {AF_INET, sizeof(sockaddr_in), write_inet},
                               {AF_INET6, offsetof(sockaddr_in6, sin6_scope_id), write_inet6},
                               {AF_NETLINK, sizeof(sockaddr_nl), write_netlink}};

/// What is missing of a short one is 0.
void write_fields_of(Decoder& decoder, const StructLayout& layout, const Address& address) {
    const AbiLayout& fields = layout.on(decoder.abi());
    const auto bytes = std::as_bytes(std::span(address.bytes)).first(fields.size);
    const StructureBytes structure(fields, bytes, std::min<std::size_t>(address.size, fields.size));
    const auto write = [&](const PlacedField& placed) {
        if (placed.field->form != Form::hidden && structure.has(placed)) {
            write_field(decoder, placed, structure);
        }
    };
    for (const std::string_view name : layout.view.whole) {
        write(*fields.find(name));
    }
    if (layout.view.whole.empty()) {
        std::ranges::for_each(fields.fields, write);
    }
}

}  // namespace

void write_sockaddr(Decoder& decoder, std::uint64_t address, std::uint64_t length) {
    if (!may_look_behind(decoder, address)) {
        return;
    }
    const auto signed_length = static_cast<std::int32_t>(length);
    Address where;
    where.size = std::min<std::size_t>(signed_length < 0 ? 0 : static_cast<std::size_t>(signed_length), where.bytes.size());
    if (where.size < sizeof(sa_family_t)) {
        write_unread(decoder, address);
        return;
    }
    if (decoder.memory().read(address, std::as_writable_bytes(std::span(where.bytes.data(), where.size))) != where.size) {
        write_unreadable(decoder, address);
        return;
    }
    const auto family = where.as<sa_family_t>();
    decoder.out.open(Shape::structure);
    decoder.out.field("sa_family");
    decoder.out.constant(socket_domains, family);
    const auto* known = std::find_if(std::begin(families), std::end(families),
                                     [&](const Family& row) { return row.family == family && where.size >= row.least; });
    if (known != std::end(families)) {
        known->write(decoder.out, where);
    } else if (const StructLayout* layout = address_layout_of(family, where.size)) {
        write_fields_of(decoder, *layout, where);
    } else if (where.size > sizeof(sa_family_t)) {
        decoder.out.field("sa_data");
        decoder.out.bytes(where.behind_family(), BytesForm::text, false);
    }
    decoder.out.close();
}

}  // namespace troupe
