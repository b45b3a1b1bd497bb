#pragma once

#include "core/tables/structs/call_options.hpp"
#include "core/tables/structs/socket_options.hpp"
#include "core/tables/syscalls/choices.hpp"
#include "core/tables/values/ip_options.hpp"
#include "core/tables/values/level_options.hpp"
#include "core/tables/values/option_values.hpp"
#include "core/tables/values/protocols.hpp"
#include "core/tables/values/socket_messages.hpp"
#include "core/tables/values/socket_options.hpp"
#include "core/tables/values/sockets.hpp"

/// What the arguments of socket, getsockopt and setsockopt are, by domain, level and option.
namespace troupe::rows {

inline constexpr auto protocols = choose(
    // AF_INET AF_INET6
    with(commands(2, 10), in(value(socket_protocols), "protocol")),
    // AF_NETLINK
    with(commands(16), in(value(netlink_families), "protocol")),
    // AF_AX25 AF_PACKET AF_IRDA AF_CAN AF_BLUETOOTH AF_RXRPC AF_ISDN AF_PHONET AF_CAIF AF_NFC AF_KCM AF_SMC
    with(commands(3), in(value(ax25_protocols), "protocol")), with(commands(17), in(network_value(ethernet_protocols), "protocol")),
    with(commands(23), in(value(infrared_protocols), "protocol")), with(commands(29), in(value(can_protocols), "protocol")),
    with(commands(31), in(value(bluetooth_protocols), "protocol")), with(commands(33), in(value(socket_domains), "protocol")),
    with(commands(34), in(value(isdn_protocols), "protocol")), with(commands(35), in(value(phonet_protocols), "protocol")),
    with(commands(37), in(value(caif_protocols), "protocol")), with(commands(39), in(value(nfc_protocols), "protocol")),
    with(commands(41), in(value(kcm_protocols), "protocol")), with(commands(43), in(value(smc_protocols), "protocol")),
    otherwise(in(unsigned_long, "protocol")));

/// i386 socketcall where its argument block cannot be read: an operation that is none prints as a number.
inline constexpr Kind known_socketcall{.tag = Tag::own_number, .value_set = &socketcall_operations, .own = Own::decimal_value};
inline constexpr auto socketcall_operation =
    choose(with(commands(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20), in(known_socketcall, "call")),
           otherwise(in(signed_int, "call")));

inline constexpr std::uint64_t level_ip = 0, level_socket = 1, level_tcp = 6, level_ipv6 = 41, level_netlink = 270, level_udp = 17,
                               level_raw = 255, level_packet = 263;

inline constexpr std::uint64_t level_sctp = 132, level_dccp = 269, level_iucv = 277, level_tls = 282, level_xdp = 283, level_vsock = 40,
                               level_can_raw = 101;

/// iptables, arptables and ebtables have numbers among those of IP, and others to get than to set.
consteval auto ip_names(const ValueSet& tables) {
    return choose(with(commands(64, 65, 66, 67, 96, 97, 99, 128, 129, 130, 131), in(value(tables), "optname")),
                  otherwise(in(value(ip_options), "optname")));
}
template <std::size_t Count>
consteval auto ipv6_names(const ValueSet& tables, const std::array<std::uint64_t, Count>& numbers) {
    return choose(with(numbers, in(value(tables), "optname")), otherwise(in(value(ipv6_options), "optname")));
}
inline constexpr auto ip_names_to_set = ip_names(tables_to_set), ip_names_to_get = ip_names(tables_to_get);
inline constexpr auto ipv6_names_to_set = ipv6_names(inet6_tables_to_set, commands(64, 65));
inline constexpr auto ipv6_names_to_get = ipv6_names(inet6_tables_to_get, commands(64, 65, 68, 69));

/// What attaches a filter to set gives it to get.
inline constexpr auto socket_names_to_set = choose(otherwise(in(value(socket_options), "optname")));
inline constexpr auto socket_names_to_get =
    choose(with(commands(26), in(value(socket_options_to_get), "optname")), otherwise(in(value(socket_options), "optname")));

consteval auto option_names(std::span<const Choice> of_socket, std::span<const Choice> of_ip, std::span<const Choice> of_ipv6) {
    return choose(
        with(commands(level_ip), in(selected(2, of_ip), "optname")), with(commands(level_socket), in(selected(2, of_socket), "optname")),
        with(commands(level_tcp), in(value(tcp_options), "optname")), with(commands(level_ipv6), in(selected(2, of_ipv6), "optname")),
        with(commands(level_netlink), in(value(netlink_options), "optname")), with(commands(level_udp), in(value(udp_options), "optname")),
        with(commands(level_raw), in(value(raw_options), "optname")), with(commands(level_packet), in(value(packet_options), "optname")),
        with(commands(level_sctp), in(value(sctp_options), "optname")), with(commands(level_dccp), in(value(dccp_options), "optname")),
        with(commands(level_iucv), in(value(iucv_options), "optname")), with(commands(level_tls), in(value(tls_options), "optname")),
        with(commands(level_xdp), in(value(xdp_options), "optname")), with(commands(level_vsock), in(value(vsock_options), "optname")),
        with(commands(level_can_raw), in(value(can_raw_options), "optname")),
        // SOL_IPX and so on (linux/socket.h)
        with(commands(256), in(value(ipx_options), "optname")), with(commands(257), in(value(ax25_options), "optname")),
        with(commands(266), in(value(irda_options), "optname")), with(commands(268), in(value(llc_options), "optname")),
        with(commands(271), in(value(tipc_options), "optname")), with(commands(272), in(value(rxrpc_options), "optname")),
        with(commands(273), in(value(pppol2tp_options), "optname")), with(commands(274), in(value(bluetooth_options), "optname")),
        with(commands(275), in(value(pnpipe_options), "optname")), with(commands(276), in(value(rds_options), "optname")),
        with(commands(278), in(value(caif_options), "optname")), with(commands(279), in(value(alg_options), "optname")),
        with(commands(280), in(value(nfc_options), "optname")), with(commands(281), in(value(kcm_options), "optname")),
        otherwise(in(unsigned_int, "optname")));
}
inline constexpr auto option_names_to_set = option_names(socket_names_to_set, ip_names_to_set, ipv6_names_to_set),
                      option_names_to_get = option_names(socket_names_to_get, ip_names_to_get, ipv6_names_to_get);

inline constexpr Kind rehash_value = numbered_value(rehashing), error_kind = error_number, descriptor_kind = fd;

/// An option is an int if its length is that of one, else bytes, unless a row says otherwise: the kernel and programs disagree about what
/// many of them are.
inline constexpr Argument set_int = in(option_int(length::argument(4)), "optval"),
                          set_any = in(option_value(length::argument(4)), "optval");
inline constexpr Argument get_int = out(option_int(length::behind_argument(4)), "optval"),
                          get_any = out(option_value(length::behind_argument(4)), "optval");

/// SO_DEBUG SO_REUSEADDR SO_DONTROUTE SO_BROADCAST SO_SNDBUF SO_RCVBUF SO_KEEPALIVE SO_OOBINLINE SO_NO_CHECK SO_PRIORITY SO_BSDCOMPAT
/// SO_REUSEPORT SO_PASSCRED, the low-water marks, SO_DETACH_FILTER SO_TIMESTAMP SO_ACCEPTCONN SO_SNDBUFFORCE SO_RCVBUFFORCE SO_PASSSEC
/// SO_TIMESTAMPNS SO_MARK SO_TIMESTAMPING SO_RXQ_OVFL SO_WIFI_STATUS SO_PEEK_OFF SO_NOFCS SO_LOCK_FILTER SO_SELECT_ERR_QUEUE SO_BUSY_POLL
/// SO_INCOMING_CPU SO_CNX_ADVICE SO_INCOMING_NAPI_ID SO_ZEROCOPY, the newer times, SO_DETACH_REUSEPORT_BPF SO_PREFER_BUSY_POLL
/// SO_BUSY_POLL_BUDGET SO_RESERVE_MEM SO_RCVMARK SO_PASSPIDFD SO_RCVPRIORITY SO_PASSRIGHTS SO_INQ
inline constexpr auto socket_ints = commands(1, 2, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 18, 19, 27, 29, 30, 32, 33, 34, 35, 36, 37, 40,
                                             41, 42, 43, 44, 45, 46, 49, 53, 56, 60, 63, 64, 65, 68, 69, 70, 73, 75, 76, 82, 83, 84);

inline constexpr auto set_ip = choose(with(commands(35, 36), in(option_structure(membership_layout, length::argument(4)), "optval")),
                                      with(commands(42, 45), in(group_request(length::argument(4)), "optval")), otherwise(set_any));
inline constexpr auto set_ipv6 =
    choose(with(commands(20, 21, 27, 28), in(option_structure(inet6_membership_layout, length::argument(4)), "optval")),
           with(commands(42, 45), in(group_request(length::argument(4)), "optval")), otherwise(set_any));
/// SO_LINGER, SO_ATTACH_FILTER and SO_ATTACH_REUSEPORT_CBPF, SO_TXREHASH
inline constexpr auto set_socket =
    choose(with(socket_ints, set_int), with(commands(13), in(option_structure(linger_layout, length::argument(4)), "optval")),
           with(commands(26, 51), in(option_structure(filter_program_layout, length::argument(4), true), "optval")),
           with(commands(74), in(option_int(length::argument(4), &rehash_value), "optval")), otherwise(set_any));
/// PACKET_ADD_MEMBERSHIP and PACKET_DROP_MEMBERSHIP, PACKET_RX_RING and PACKET_TX_RING
inline constexpr auto set_packet =
    choose(with(commands(1, 2), in(option_structure(packet_membership_layout, length::argument(4), true), "optval")),
           with(commands(5, 13), in(option_structure(packet_ring_layout, length::argument(4), true), "optval")), otherwise(set_any));
/// ICMP_FILTER
inline constexpr auto set_raw = choose(with(commands(1), in(named_bits(icmp_types, length::argument(4)), "optval")), otherwise(set_any));

/// As many statements as the length says.
inline constexpr Kind attached_filter = kind::filter_statements(length::unknown);
/// SO_ERROR, SO_LINGER, SO_PEERCRED, SO_GET_FILTER, SO_PEERPIDFD, SO_TXREHASH
inline constexpr auto get_socket =
    choose(with(socket_ints, get_int), with(commands(4), out(option_int(length::behind_argument(4), &error_kind), "optval")),
           with(commands(13), out(option_structure(linger_layout, length::behind_argument(4)), "optval")),
           with(commands(17), out(option_structure(credentials_layout, length::behind_argument(4)), "optval")),
           with(commands(26), out(option_int(length::behind_argument(4), &attached_filter), "optval")),
           with(commands(77), out(option_int(length::behind_argument(4), &descriptor_kind), "optval")),
           with(commands(74), out(option_int(length::behind_argument(4), &rehash_value), "optval")), otherwise(get_any));
/// PACKET_STATISTICS
inline constexpr auto get_packet =
    choose(with(commands(6), out(option_structure(packet_statistics_layout, length::behind_argument(4)), "optval")), otherwise(get_any));
/// An int, however short the length says that it is.
consteval Kind whole_int(Length length) {
    Kind kind = option_int(length);
    kind.exact = true;
    return kind;
}
/// NETLINK_LIST_MEMBERSHIPS: a bit for each group.
inline constexpr Kind membership_words = array(unsigned_int, length::unknown);
inline constexpr auto get_netlink = choose(with(commands(9), out(option_int(length::behind_argument(4), &membership_words), "optval")),
                                           otherwise(out(whole_int(length::behind_argument(4)), "optval")));
inline constexpr auto get_raw =
    choose(with(commands(1), out(named_bits(icmp_types, length::behind_argument(4)), "optval")), otherwise(get_any));

inline constexpr auto option_values_to_set = choose(
    with(commands(level_ip), in(selected(2, set_ip), "optval")), with(commands(level_socket), in(selected(2, set_socket), "optval")),
    with(commands(level_ipv6), in(selected(2, set_ipv6), "optval")), with(commands(level_packet), in(selected(2, set_packet), "optval")),
    with(commands(level_raw), in(selected(2, set_raw), "optval")), with(commands(level_netlink), set_int), otherwise(set_any));

inline constexpr auto option_values_to_get = choose(
    with(commands(level_socket), out(selected(2, get_socket), "optval")),
    with(commands(level_packet), out(selected(2, get_packet), "optval")), with(commands(level_raw), out(selected(2, get_raw), "optval")),
    with(commands(level_netlink), out(selected(2, get_netlink), "optval")), otherwise(get_any));

}  // namespace troupe::rows
