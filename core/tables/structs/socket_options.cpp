#include "core/tables/structs/socket_options.hpp"

#include "core/tables/struct_layout.hpp"
#include "core/tables/values/option_values.hpp"

// Options of sockets that are structures (linux/in.h, linux/in6.h, linux/if_packet.h): the same on every ABI.
namespace troupe {

namespace {

constexpr Field count(std::string_view name) { return {name, Width::u32, kind::unsigned_int}; }
constexpr Field inet(std::string_view name) { return {name, Width::u32, kind::hex, 1, Form::ipv4}; }

constexpr std::array membership_fields{inet("imr_multiaddr"), inet("imr_interface")};
constexpr std::array inet6_membership_fields{Field{"ipv6mr_multiaddr", Width::u8, kind::hex, 16, Form::ipv6},
                                             Field{"ipv6mr_interface", Width::u32, kind::network_device}};
constexpr std::uint16_t most_of_an_address = 8;
constexpr std::array packet_membership_fields{
    Field{"mr_ifindex", Width::u32, kind::network_device}, Field{"mr_type", Width::u16, kind::value(packet_memberships)},
    Field{"mr_alen", Width::u16, kind::unsigned_int},
    Field{"mr_address", Width::u8, kind::bytes(length::sibling("mr_alen")), most_of_an_address, Form::hardware_address}};
constexpr std::array packet_ring_fields{count("tp_block_size"), count("tp_block_nr"), count("tp_frame_size"), count("tp_frame_nr")};
constexpr std::array packet_statistics_fields{count("tp_packets"), count("tp_drops"), count("tp_freeze_q_cnt")};

}  // namespace

constinit const StructLayout membership_layout = layout_of<membership_fields>("ip_mreq");
constinit const StructLayout inet6_membership_layout = layout_of<inet6_membership_fields>("ipv6_mreq");
constinit const StructLayout packet_membership_layout = layout_of<packet_membership_fields>("packet_mreq");
constinit const StructLayout packet_ring_layout = layout_of<packet_ring_fields>("tpacket_req");
constinit const StructLayout packet_statistics_layout = layout_of<packet_statistics_fields>("tpacket_stats_v3");

}  // namespace troupe
