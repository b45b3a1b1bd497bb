#include <arpa/inet.h>
#include <linux/netlink.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

#include "core/decode/constants.hpp"
#include "core/decode/sockets.hpp"
#include "core/decode/text.hpp"
#include "core/tables/sets.hpp"

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

void append_unix(std::string& out, const Address& address) {
    const std::string_view whole = address.behind_family();
    if (whole.empty()) {
        return;
    }
    out += ", sun_path=";
    std::string_view path = whole.substr(0, sizeof(sockaddr_un::sun_path));
    if (path.front() == '\0') {
        out += '@';
        append_quoted(out, path.substr(1));
        return;
    }
    append_quoted(out, path.substr(0, path.find('\0')));
}

void append_inet(std::string& out, const Address& address) {
    const auto inet = address.as<sockaddr_in>();
    char text[INET_ADDRSTRLEN];
    out += ", sin_port=htons(";
    append_unsigned(out, ntohs(inet.sin_port));
    out += "), sin_addr=inet_addr(\"";
    out += inet_ntop(AF_INET, &inet.sin_addr, text, sizeof(text));
    out += "\")";
}

void append_inet6(std::string& out, const Address& address) {
    const auto inet = address.as<sockaddr_in6>();
    char text[INET6_ADDRSTRLEN];
    out += ", sin6_port=htons(";
    append_unsigned(out, ntohs(inet.sin6_port));
    out += "), sin6_flowinfo=htonl(";
    append_unsigned(out, ntohl(inet.sin6_flowinfo));
    out += "), inet_pton(AF_INET6, \"";
    out += inet_ntop(AF_INET6, &inet.sin6_addr, text, sizeof(text));
    out += "\", &sin6_addr)";
    // RFC 2133 had no scope: an address without it is as valid.
    if (address.size > offsetof(sockaddr_in6, sin6_scope_id)) {
        out += ", sin6_scope_id=";
        append_unsigned(out, inet.sin6_scope_id);
    }
}

void append_netlink(std::string& out, const Address& address) {
    const auto netlink = address.as<sockaddr_nl>();
    out += ", nl_pid=";
    append_signed(out, static_cast<std::int32_t>(netlink.nl_pid));
    out += ", nl_groups=";
    append_wide_hex(out, netlink.nl_groups);
}

struct Family {
    int family;
    std::size_t least;  ///< shorter ones are shown as bytes
    void (*append)(std::string&, const Address&);
};

constexpr Family families[] = {{AF_UNIX, sizeof(sa_family_t) + 1, append_unix},
                               {AF_INET, sizeof(sockaddr_in), append_inet},
                               {AF_INET6, offsetof(sockaddr_in6, sin6_scope_id), append_inet6},
                               {AF_NETLINK, sizeof(sockaddr_nl), append_netlink}};

}  // namespace

void print_sockaddr(Printer& printer, std::uint64_t address, std::uint64_t length) {
    if (!may_look_behind(printer, address)) {
        return;
    }
    const auto signed_length = static_cast<std::int32_t>(length);
    Address where;
    where.size = std::min<std::size_t>(signed_length < 0 ? 0 : static_cast<std::size_t>(signed_length), where.bytes.size());
    if (where.size < sizeof(sa_family_t) ||
        printer.memory().read(address, std::as_writable_bytes(std::span(where.bytes.data(), where.size))) != where.size) {
        print_address(printer, address);
        return;
    }
    const auto family = where.as<sa_family_t>();
    printer.out += "{sa_family=";
    append_value(printer.out, socket_domains, family);
    const auto* known = std::find_if(std::begin(families), std::end(families),
                                     [&](const Family& row) { return row.family == family && where.size >= row.least; });
    if (known != std::end(families)) {
        known->append(printer.out, where);
    } else if (where.size > sizeof(sa_family_t)) {
        printer.out += ", sa_data=";
        append_quoted(printer.out, where.behind_family());
    }
    printer.out += '}';
}

}  // namespace troupe
