#pragma once

#include "core/tables/structs/call_options.hpp"
#include "core/tables/syscalls/choices.hpp"
#include "core/tables/values/ip_options.hpp"
#include "core/tables/values/socket_messages.hpp"
#include "core/tables/values/socket_options.hpp"
#include "core/tables/values/sockets.hpp"

/// What the arguments of socket, getsockopt and setsockopt are, by domain, level and option.
namespace troupe::rows {

inline constexpr auto protocols = choose(
    // AF_INET AF_INET6
    with(commands(2, 10), in(value(socket_protocols), "protocol")),
    // AF_NETLINK
    with(commands(16), in(value(netlink_families), "protocol")), otherwise(in(unsigned_long, "protocol")));

/// i386 socketcall where its argument block cannot be read: an operation that is none prints as a number.
inline constexpr auto socketcall_operation =
    choose(with(commands(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20), in(value(socketcall_operations), "call")),
           otherwise(in(unsigned_int, "call")));

inline constexpr std::uint64_t level_ip = 0, level_socket = 1, level_tcp = 6, level_ipv6 = 41, level_netlink = 270, level_udp = 17,
                               level_raw = 255, level_packet = 263;

inline constexpr auto option_names =
    choose(with(commands(level_ip), in(value(ip_options), "optname")), with(commands(level_socket), in(value(socket_options), "optname")),
           with(commands(level_tcp), in(value(tcp_options), "optname")), with(commands(level_ipv6), in(value(ipv6_options), "optname")),
           with(commands(level_netlink), in(value(netlink_options), "optname")),
           with(commands(level_udp), in(value(udp_options), "optname")), with(commands(level_raw), in(value(raw_options), "optname")),
           with(commands(level_packet), in(value(packet_options), "optname")), otherwise(in(signed_int, "optname")));

/// Most options are an int, and only those that are not need a row.
inline constexpr std::uint64_t last_option = 84;

template <std::size_t Count>
consteval auto options(const std::array<std::uint64_t, Count>& not_ints, const Argument& integer, const Argument& other,
                       const Argument& unknown) {
    std::array<Choice, last_option + 2> choices{};
    for (std::uint64_t option = 0; option <= last_option; ++option) {
        choices[option] = {option, integer, false};
    }
    for (const std::uint64_t option : not_ints) {
        choices[option].argument = other;
    }
    choices.back() = otherwise(unknown)[0];
    return choices;
}

/// SO_LINGER SO_PEERCRED SO_RCVTIMEO SO_SNDTIMEO SO_BINDTODEVICE SO_ATTACH_FILTER SO_PEERNAME SO_PEERSEC SO_MAX_PACING_RATE SO_MEMINFO
/// SO_COOKIE SO_PEERGROUPS SO_TXTIME and the newer timeouts, SO_NETNS_COOKIE
inline constexpr auto socket_not_ints = commands(13, 17, 20, 21, 25, 26, 28, 31, 51, 55, 57, 59, 61, 66, 67, 71);
/// TCP_INFO TCP_CONGESTION TCP_MD5SIG TCP_REPAIR_OPTIONS TCP_CC_INFO TCP_SAVED_SYN TCP_REPAIR_WINDOW TCP_ULP TCP_MD5SIG_EXT
/// TCP_FASTOPEN_KEY TCP_ZEROCOPY_RECEIVE TCP_AO_*
inline constexpr auto tcp_not_ints = commands(11, 13, 14, 22, 26, 28, 29, 31, 32, 33, 35, 38, 39, 40, 41, 42);
/// IP_OPTIONS IP_PKTOPTIONS IP_IPSEC_POLICY IP_XFRM_POLICY IP_MULTICAST_IF, memberships, sources and filters
inline constexpr auto ip_not_ints = commands(4, 9, 16, 17, 32, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 64, 65);
/// IPV6_2292PKTOPTIONS, memberships, flow labels, policies, headers, IPV6_PATHMTU IPV6_PKTINFO
inline constexpr auto ipv6_not_ints =
    commands(2, 3, 4, 5, 6, 20, 21, 27, 28, 32, 34, 35, 42, 43, 44, 45, 46, 47, 48, 50, 54, 55, 57, 59, 61, 64, 65);

/// Of those that are no int, these have a structure worth the name.
consteval auto with_structures(auto choices, Argument (*phase)(const Kind&, std::string_view)) {
    // SO_LINGER SO_PEERCRED
    choices[13].argument = phase(structure(linger_layout), "optval");
    choices[17].argument = phase(structure(credentials_layout), "optval");
    return choices;
}

inline constexpr Argument set_int = in(option_int(length::argument(4)), "optval"), set_bytes = in(bytes(length::argument(4)), "optval"),
                          set_any = in(option_value(length::argument(4)), "optval");
inline constexpr Argument get_int = out(option_int(length::behind_argument(4)), "optval"),
                          get_bytes = out(bytes(length::behind_argument(4)), "optval"),
                          get_any = out(option_value(length::behind_argument(4)), "optval");

// The kernel takes one byte for most options of IP, and both it and programs disagree about the others: the length decides.
inline constexpr auto set_ip = options(ip_not_ints, set_any, set_bytes, set_any),
                      set_socket = with_structures(options(socket_not_ints, set_int, set_bytes, set_any), in),
                      set_tcp = options(tcp_not_ints, set_any, set_bytes, set_any),
                      set_ipv6 = options(ipv6_not_ints, set_any, set_bytes, set_any);
inline constexpr auto get_ip = options(ip_not_ints, get_any, get_bytes, get_any),
                      get_socket = with_structures(options(socket_not_ints, get_int, get_bytes, get_any), out),
                      get_tcp = options(tcp_not_ints, get_any, get_bytes, get_any),
                      get_ipv6 = options(ipv6_not_ints, get_any, get_bytes, get_any);

inline constexpr auto option_values_to_set =
    choose(with(commands(level_ip), in(selected(2, set_ip), "optval")), with(commands(level_socket), in(selected(2, set_socket), "optval")),
           with(commands(level_tcp), in(selected(2, set_tcp), "optval")), with(commands(level_ipv6), in(selected(2, set_ipv6), "optval")),
           with(commands(level_netlink), set_int), otherwise(set_any));

inline constexpr auto option_values_to_get = choose(
    with(commands(level_ip), out(selected(2, get_ip), "optval")), with(commands(level_socket), out(selected(2, get_socket), "optval")),
    with(commands(level_tcp), out(selected(2, get_tcp), "optval")), with(commands(level_ipv6), out(selected(2, get_ipv6), "optval")),
    with(commands(level_netlink), get_int), otherwise(get_any));

}  // namespace troupe::rows
