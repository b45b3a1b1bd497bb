#include "core/tables/structs/devices.hpp"

#include <linux/gen_stats.h>
#include <linux/if_link.h>
#include <linux/mpls.h>
#include <linux/pkt_sched.h>
#include <linux/rtnetlink.h>

#include <cstddef>

#include "core/tables/structs/proof.hpp"
#include "core/tables/values/bridge.hpp"
#include "core/tables/values/device_attributes.hpp"
#include "core/tables/values/protocols.hpp"

// linux/if_link.h, linux/gen_stats.h, linux/pkt_sched.h, linux/mpls.h.
namespace troupe {

namespace structs {

using enum Width;

constexpr Field u32_number(std::string_view name) { return {name, u32, kind::unsigned_int}; }
constexpr Field u64_number(std::string_view name) { return {name, u64, kind::unsigned_64}; }

inline constexpr std::array virtual_address_fields{u32_number("vf"), Field{"mac", u8, kind::hex, 32, Form::hardware_address}};

inline constexpr std::array virtual_broadcast_fields{Field{"broadcast", u8, kind::hex, 32, Form::hardware_address}};

inline constexpr std::array virtual_network_fields{u32_number("vf"), u32_number("vlan"), u32_number("qos")};

inline constexpr std::array virtual_network_info_fields{u32_number("vf"), u32_number("vlan"), u32_number("qos"),
                                                        Field{"vlan_proto", u16, kind::network_value(ethernet_protocols)},
                                                        Field{"pad", u16, kind::hex, 1, Form::hidden}};

inline constexpr std::array virtual_rate_fields{u32_number("vf"), u32_number("rate")};

inline constexpr std::array virtual_rates_fields{u32_number("vf"), u32_number("min_tx_rate"), u32_number("max_tx_rate")};

inline constexpr std::array virtual_setting_fields{u32_number("vf"), u32_number("setting")};

inline constexpr std::array virtual_link_fields{u32_number("vf"), Field{"link_state", u32, kind::value(virtual_link_states)}};

inline constexpr std::array virtual_identity_fields{u32_number("vf"), Field{"pad", u32, kind::hex, 1, Form::hidden},
                                                    Field{"guid", u64, kind::hex}};

// As kernels of 32 bits have it.
inline constexpr std::array packed_virtual_identity_fields{u32_number("vf"), Field{"guid", u64, kind::hex}};

inline constexpr std::array virtual_station_fields{
    Field{"vsi_mgr_id", u8, kind::unsigned_int}, Field{"vsi_type_id", u8, kind::hex, 3, Form::raw_characters},
    Field{"vsi_type_version", u8, kind::unsigned_int}, shown(when::is_set("pad"), Field{"pad", u8, kind::hex, 3, Form::raw_characters})};

inline constexpr std::array label_statistics_fields{u64_number("rx_packets"), u64_number("tx_packets"), u64_number("rx_bytes"),
                                                    u64_number("tx_bytes"),   u64_number("rx_errors"),  u64_number("tx_errors"),
                                                    u64_number("rx_dropped"), u64_number("tx_dropped"), u64_number("rx_noroute")};

inline constexpr std::array basic_statistics_fields{u64_number("bytes"), u32_number("packets"),
                                                    Field{"pad", u32, kind::hex, 1, Form::hidden}};

inline constexpr std::array rate_estimate_fields{u32_number("bps"), u32_number("pps")};

inline constexpr std::array rate_estimate64_fields{u64_number("bps"), u64_number("pps")};

inline constexpr std::array queue_statistics_fields{u32_number("qlen"), u32_number("backlog"), u32_number("drops"), u32_number("requeues"),
                                                    u32_number("overlimits")};

inline constexpr std::array size_table_fields{Field{"cell_log", u8, kind::unsigned_int},
                                              Field{"size_log", u8, kind::unsigned_int},
                                              Field{"cell_align", s16, kind::signed_int},
                                              Field{"overhead", s32, kind::signed_int},
                                              u32_number("linklayer"),
                                              u32_number("mpu"),
                                              u32_number("mtu"),
                                              u32_number("tsize")};

TROUPE_PROVE_SIZE(virtual_address_fields, Abi::x86_64, ifla_vf_mac);
TROUPE_PROVE_FIELD(virtual_address_fields, Abi::x86_64, ifla_vf_mac, "mac", mac);
TROUPE_PROVE_SIZE(virtual_broadcast_fields, Abi::x86_64, ifla_vf_broadcast);
TROUPE_PROVE_FIELD(virtual_broadcast_fields, Abi::x86_64, ifla_vf_broadcast, "broadcast", broadcast);
TROUPE_PROVE_SIZE(virtual_network_fields, Abi::x86_64, ifla_vf_vlan);
TROUPE_PROVE_FIELD(virtual_network_fields, Abi::x86_64, ifla_vf_vlan, "qos", qos);
TROUPE_PROVE_SIZE(virtual_network_info_fields, Abi::x86_64, ifla_vf_vlan_info);
TROUPE_PROVE_FIELD(virtual_network_info_fields, Abi::x86_64, ifla_vf_vlan_info, "vlan_proto", vlan_proto);
TROUPE_PROVE_SIZE(virtual_rate_fields, Abi::x86_64, ifla_vf_tx_rate);
TROUPE_PROVE_FIELD(virtual_rate_fields, Abi::x86_64, ifla_vf_tx_rate, "rate", rate);
TROUPE_PROVE_SIZE(virtual_rates_fields, Abi::x86_64, ifla_vf_rate);
TROUPE_PROVE_FIELD(virtual_rates_fields, Abi::x86_64, ifla_vf_rate, "max_tx_rate", max_tx_rate);
TROUPE_PROVE_SIZE(virtual_setting_fields, Abi::x86_64, ifla_vf_spoofchk);
TROUPE_PROVE_FIELD(virtual_setting_fields, Abi::x86_64, ifla_vf_spoofchk, "setting", setting);
TROUPE_PROVE_SIZE(virtual_link_fields, Abi::x86_64, ifla_vf_link_state);
TROUPE_PROVE_FIELD(virtual_link_fields, Abi::x86_64, ifla_vf_link_state, "link_state", link_state);
TROUPE_PROVE_SIZE(virtual_identity_fields, Abi::x86_64, ifla_vf_guid);
TROUPE_PROVE_FIELD(virtual_identity_fields, Abi::x86_64, ifla_vf_guid, "guid", guid);
TROUPE_PROVE_SIZE(virtual_station_fields, Abi::x86_64, ifla_port_vsi);
TROUPE_PROVE_FIELD(virtual_station_fields, Abi::x86_64, ifla_port_vsi, "pad", pad);
TROUPE_PROVE_SIZE(label_statistics_fields, Abi::x86_64, mpls_link_stats);
TROUPE_PROVE_FIELD(label_statistics_fields, Abi::x86_64, mpls_link_stats, "rx_noroute", rx_noroute);
TROUPE_PROVE_FIELD(basic_statistics_fields, Abi::x86_64, gnet_stats_basic, "packets", packets);
TROUPE_PROVE_SIZE(rate_estimate_fields, Abi::x86_64, gnet_stats_rate_est);
TROUPE_PROVE_FIELD(rate_estimate_fields, Abi::x86_64, gnet_stats_rate_est, "pps", pps);
TROUPE_PROVE_SIZE(rate_estimate64_fields, Abi::x86_64, gnet_stats_rate_est64);
TROUPE_PROVE_FIELD(rate_estimate64_fields, Abi::x86_64, gnet_stats_rate_est64, "pps", pps);
TROUPE_PROVE_SIZE(queue_statistics_fields, Abi::x86_64, gnet_stats_queue);
TROUPE_PROVE_FIELD(queue_statistics_fields, Abi::x86_64, gnet_stats_queue, "overlimits", overlimits);
TROUPE_PROVE_SIZE(size_table_fields, Abi::x86_64, tc_sizespec);
TROUPE_PROVE_FIELD(size_table_fields, Abi::x86_64, tc_sizespec, "tsize", tsize);

}  // namespace structs

constinit const StructLayout virtual_address_layout = layout_of<structs::virtual_address_fields>("ifla_vf_mac");
constinit const StructLayout virtual_broadcast_layout = layout_of<structs::virtual_broadcast_fields>("ifla_vf_broadcast");
constinit const StructLayout virtual_network_layout = layout_of<structs::virtual_network_fields>("ifla_vf_vlan");
constinit const StructLayout virtual_network_info_layout = layout_of<structs::virtual_network_info_fields>("ifla_vf_vlan_info");
constinit const StructLayout virtual_rate_layout = layout_of<structs::virtual_rate_fields>("ifla_vf_tx_rate");
constinit const StructLayout virtual_rates_layout = layout_of<structs::virtual_rates_fields>("ifla_vf_rate");
constinit const StructLayout virtual_setting_layout = layout_of<structs::virtual_setting_fields>("ifla_vf_spoofchk");
constinit const StructLayout virtual_link_layout = layout_of<structs::virtual_link_fields>("ifla_vf_link_state");
constinit const StructLayout virtual_identity_layout = layout_of<structs::virtual_identity_fields>("ifla_vf_guid");
constinit const StructLayout packed_virtual_identity_layout = layout_of<structs::packed_virtual_identity_fields, true>("ifla_vf_guid");
constinit const StructLayout virtual_station_layout = layout_of<structs::virtual_station_fields>("ifla_port_vsi");
constinit const StructLayout label_statistics_layout = layout_of<structs::label_statistics_fields>("mpls_link_stats");
constinit const StructLayout basic_statistics_layout = layout_of<structs::basic_statistics_fields>("gnet_stats_basic");
constinit const StructLayout rate_estimate_layout = layout_of<structs::rate_estimate_fields>("gnet_stats_rate_est");
constinit const StructLayout rate_estimate64_layout = layout_of<structs::rate_estimate64_fields>("gnet_stats_rate_est64");
constinit const StructLayout queue_statistics_layout = layout_of<structs::queue_statistics_fields>("gnet_stats_queue");
constinit const StructLayout size_table_layout = layout_of<structs::size_table_fields>("tc_sizespec");

}  // namespace troupe
