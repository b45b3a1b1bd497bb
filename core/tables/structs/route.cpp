#include "core/tables/structs/route.hpp"

#include <linux/fib_rules.h>
#include <linux/if_addr.h>
#include <linux/if_addrlabel.h>
#include <linux/if_bridge.h>
#include <linux/if_link.h>
#include <linux/netconf.h>
#include <linux/nexthop.h>
#include <linux/pkt_sched.h>
#include <linux/rtnetlink.h>

#include <cstddef>

#include "core/tables/flags/route.hpp"
#include "core/tables/ioctls/own.hpp"
#include "core/tables/structs/proof.hpp"
#include "core/tables/values/route.hpp"
#include "core/tables/values/sockets.hpp"

// linux/rtnetlink.h and the headers that it includes.
namespace troupe {

namespace structs {

using enum Width;

constexpr Field u32_number(std::string_view name) { return {name, u32, kind::unsigned_int}; }
constexpr Field u64_number(std::string_view name) { return {name, u64, kind::unsigned_64}; }

inline constexpr std::array link_header_fields{
    Field{"ifi_family", u8, kind::value(socket_domains)}, Field{"pad", u8, kind::hex, 1, Form::hidden},
    Field{"ifi_type", u16, kind::value(hardware_types)},  Field{"ifi_index", u32, kind::network_device},
    Field{"ifi_flags", u32, kind::flags(device_flags)},   Field{"ifi_change", u32, kind::hex}};

inline constexpr std::array address_header_fields{
    Field{"ifa_family", u8, kind::value(socket_domains)}, Field{"ifa_prefixlen", u8, kind::unsigned_int},
    Field{"ifa_flags", u8, kind::flags(address_flags)}, Field{"ifa_scope", u8, kind::value(route_scopes)},
    Field{"ifa_index", u32, kind::network_device}};

inline constexpr std::array route_header_fields{
    Field{"rtm_family", u8, kind::value(socket_domains)}, Field{"rtm_dst_len", u8, kind::unsigned_int},
    Field{"rtm_src_len", u8, kind::unsigned_int},         Field{"rtm_tos", u8, kind::flags(type_of_service)},
    Field{"rtm_table", u8, kind::value(route_tables)},    Field{"rtm_protocol", u8, kind::value(route_protocols)},
    Field{"rtm_scope", u8, kind::value(route_scopes)},    Field{"rtm_type", u8, kind::value(route_kinds)},
    Field{"rtm_flags", u32, kind::flags(route_flags)}};

inline constexpr std::array neighbour_header_fields{
    Field{"ndm_family", u8, kind::value(socket_domains)},   Field{"ndm_pad1", u8, kind::hex, 1, Form::hidden},
    Field{"ndm_pad2", u16, kind::hex, 1, Form::hidden},     Field{"ndm_ifindex", u32, kind::network_device},
    Field{"ndm_state", u16, kind::flags(neighbour_states)}, Field{"ndm_flags", u8, kind::flags(neighbour_flags)},
    Field{"ndm_type", u8, kind::value(route_kinds)}};

inline constexpr std::array rule_header_fields{
    Field{"family", u8, kind::value(socket_domains)}, Field{"dst_len", u8, kind::unsigned_int},
    Field{"src_len", u8, kind::unsigned_int},         Field{"tos", u8, kind::flags(type_of_service)},
    Field{"table", u8, kind::value(rule_tables)},     Field{"res1", u8, kind::hex, 1, Form::hidden},
    Field{"res2", u8, kind::hex, 1, Form::hidden},    Field{"action", u8, kind::value(rule_actions)},
    Field{"flags", u32, kind::flags(rule_flags)}};

inline constexpr std::array traffic_header_fields{Field{"tcm_family", u8, kind::value(socket_domains)},
                                                  Field{"tcm__pad1", u8, kind::hex, 1, Form::hidden},
                                                  Field{"tcm__pad2", u16, kind::hex, 1, Form::hidden},
                                                  Field{"tcm_ifindex", u32, kind::network_device},
                                                  u32_number("tcm_handle"),
                                                  u32_number("tcm_parent"),
                                                  u32_number("tcm_info")};

// What follows it is padding.
inline constexpr std::array traffic_action_header_fields{Field{"tca_family", u8, kind::value(socket_domains)}};

// What stands behind it is padding.
inline constexpr std::array neighbour_table_header_fields{Field{"ndtm_family", u8, kind::value(socket_domains)}};

inline constexpr std::array address_label_header_fields{
    Field{"ifal_family", u8, kind::value(socket_domains)}, Field{"__ifal_reserved", u8, kind::hex, 1, Form::hidden},
    Field{"ifal_prefixlen", u8, kind::unsigned_int},       Field{"ifal_flags", u8, kind::unsigned_int},
    Field{"ifal_index", u32, kind::network_device},        u32_number("ifal_seq")};

inline constexpr std::array network_configuration_header_fields{Field{"ncm_family", u8, kind::value(socket_domains)}};

inline constexpr std::array route_general_fields{Field{"rtgen_family", u8, kind::value(socket_domains)}};

inline constexpr std::array bridge_port_header_fields{Field{"family", u8, kind::value(socket_domains)},
                                                      Field{"ifindex", u32, kind::network_device}};

inline constexpr std::array link_statistics_header_fields{
    Field{"family", u8, kind::value(socket_domains)}, shown(when::is_set("pad1"), Field{"pad1", u8, kind::hex}),
    shown(when::is_set("pad2"), Field{"pad2", u16, kind::hex}), Field{"ifindex", u32, kind::network_device},
    Field{"filter_mask", u32, kind::flags(link_statistics_filter)}};

inline constexpr std::array next_hop_header_fields{
    Field{"nh_family", u8, kind::value(socket_domains)}, Field{"nh_scope", u8, kind::value(route_scopes)},
    Field{"nh_protocol", u8, kind::value(route_protocols)}, shown(when::is_set("resvd"), Field{"resvd", u8, kind::hex}),
    Field{"nh_flags", u32, kind::flags(next_hop_flags)}};

inline constexpr std::array link_statistics_fields{
    u32_number("rx_packets"),        u32_number("tx_packets"),        u32_number("rx_bytes"),         u32_number("tx_bytes"),
    u32_number("rx_errors"),         u32_number("tx_errors"),         u32_number("rx_dropped"),       u32_number("tx_dropped"),
    u32_number("multicast"),         u32_number("collisions"),        u32_number("rx_length_errors"), u32_number("rx_over_errors"),
    u32_number("rx_crc_errors"),     u32_number("rx_frame_errors"),   u32_number("rx_fifo_errors"),   u32_number("rx_missed_errors"),
    u32_number("tx_aborted_errors"), u32_number("tx_carrier_errors"), u32_number("tx_fifo_errors"),   u32_number("tx_heartbeat_errors"),
    u32_number("tx_window_errors"),  u32_number("rx_compressed"),     u32_number("tx_compressed"),    u32_number("rx_nohandler")};

inline constexpr std::array link_statistics64_fields{
    u64_number("rx_packets"),          u64_number("tx_packets"),        u64_number("rx_bytes"),         u64_number("tx_bytes"),
    u64_number("rx_errors"),           u64_number("tx_errors"),         u64_number("rx_dropped"),       u64_number("tx_dropped"),
    u64_number("multicast"),           u64_number("collisions"),        u64_number("rx_length_errors"), u64_number("rx_over_errors"),
    u64_number("rx_crc_errors"),       u64_number("rx_frame_errors"),   u64_number("rx_fifo_errors"),   u64_number("rx_missed_errors"),
    u64_number("tx_aborted_errors"),   u64_number("tx_carrier_errors"), u64_number("tx_fifo_errors"),   u64_number("tx_heartbeat_errors"),
    u64_number("tx_window_errors"),    u64_number("rx_compressed"),     u64_number("tx_compressed"),    u64_number("rx_nohandler"),
    u64_number("rx_otherhost_dropped")};

inline constexpr std::array link_map_fields{Field{"mem_start", u64, kind::hex},   Field{"mem_end", u64, kind::hex},
                                            Field{"base_addr", u64, kind::hex},   Field{"irq", u16, kind::unsigned_int},
                                            Field{"dma", u8, kind::unsigned_int}, Field{"port", u8, kind::unsigned_int}};

inline constexpr std::array address_times_fields{u32_number("ifa_prefered"), u32_number("ifa_valid"), u32_number("cstamp"),
                                                 u32_number("tstamp")};

inline constexpr std::array route_times_fields{
    u32_number("rta_clntref"), u32_number("rta_lastuse"), Field{"rta_expires", u32, kind::unsigned_int},
    u32_number("rta_error"),   u32_number("rta_used"),    Field{"rta_id", u32, kind::hex},
    u32_number("rta_ts"),      u32_number("rta_tsage")};

inline constexpr std::array multicast_statistics_fields{u64_number("mfcs_packets"), u64_number("mfcs_bytes"), u64_number("mfcs_wrong_if")};

inline constexpr std::array neighbour_times_fields{u32_number("ndm_confirmed"), u32_number("ndm_used"), u32_number("ndm_updated"),
                                                   u32_number("ndm_refcnt")};

inline constexpr std::array neighbour_table_settings_fields{Field{"ndtc_key_len", u16, kind::unsigned_int},
                                                            Field{"ndtc_entry_size", u16, kind::unsigned_int},
                                                            u32_number("ndtc_entries"),
                                                            u32_number("ndtc_last_flush"),
                                                            u32_number("ndtc_last_rand"),
                                                            u32_number("ndtc_hash_rnd"),
                                                            Field{"ndtc_hash_mask", u32, kind::own_number(Own::wide_hex)},
                                                            u32_number("ndtc_hash_chain_gc"),
                                                            u32_number("ndtc_proxy_qlen")};

inline constexpr std::array neighbour_table_statistics_fields{
    u64_number("ndts_allocs"),           u64_number("ndts_destroys"),         u64_number("ndts_hash_grows"),
    u64_number("ndts_res_failed"),       u64_number("ndts_lookups"),          u64_number("ndts_hits"),
    u64_number("ndts_rcv_probes_mcast"), u64_number("ndts_rcv_probes_ucast"), u64_number("ndts_periodic_gc_runs"),
    u64_number("ndts_forced_gc_runs"),   u64_number("ndts_table_fulls")};

inline constexpr std::array inet6_times_fields{u32_number("max_reasm_len"), u32_number("tstamp"), u32_number("reachable_time"),
                                               u32_number("retrans_time")};

inline constexpr std::array identity_range_fields{u32_number("start"), u32_number("end")};

inline constexpr std::array port_range_fields{Field{"start", u16, kind::unsigned_int}, Field{"end", u16, kind::unsigned_int}};

inline constexpr std::array traffic_statistics_fields{u64_number("bytes"),      u32_number("packets"), u32_number("drops"),
                                                      u32_number("overlimits"), u32_number("bps"),     u32_number("pps"),
                                                      u32_number("qlen"),       u32_number("backlog")};

inline constexpr std::array traffic_estimator_fields{Field{"interval", s8, kind::signed_int}, Field{"ewma_log", u8, kind::unsigned_int}};

inline constexpr std::array next_hop_of_route_fields{
    Field{"rtnh_len", u16, kind::unsigned_int}, Field{"rtnh_flags", u8, kind::flags(next_hop_flags)},
    Field{"rtnh_hops", u8, kind::unsigned_int}, Field{"rtnh_ifindex", u32, kind::network_device}};

inline constexpr std::array via_inet_fields{Field{"rtvia_family", u16, kind::value(socket_domains)},
                                            Field{"rtvia_addr", u8, kind::hex, 4, Form::ipv4}};

inline constexpr std::array via_inet6_fields{Field{"rtvia_family", u16, kind::value(socket_domains)},
                                             Field{"rtvia_addr", u8, kind::hex, 16, Form::ipv6}};

inline constexpr std::array next_hop_group_fields{u32_number("id"), Field{"weight", u8, kind::unsigned_int},
                                                  shown(when::is_set("resvd1"), Field{"resvd1", u8, kind::hex}),
                                                  shown(when::is_set("resvd2"), Field{"resvd2", u16, kind::hex})};

TROUPE_PROVE_SIZE(link_header_fields, Abi::x86_64, ifinfomsg);
TROUPE_PROVE_FIELD(link_header_fields, Abi::x86_64, ifinfomsg, "ifi_change", ifi_change);
TROUPE_PROVE_SIZE(address_header_fields, Abi::x86_64, ifaddrmsg);
TROUPE_PROVE_FIELD(address_header_fields, Abi::x86_64, ifaddrmsg, "ifa_index", ifa_index);
TROUPE_PROVE_SIZE(route_header_fields, Abi::x86_64, rtmsg);
TROUPE_PROVE_FIELD(route_header_fields, Abi::x86_64, rtmsg, "rtm_flags", rtm_flags);
TROUPE_PROVE_SIZE(neighbour_header_fields, Abi::x86_64, ndmsg);
TROUPE_PROVE_FIELD(neighbour_header_fields, Abi::x86_64, ndmsg, "ndm_type", ndm_type);
TROUPE_PROVE_SIZE(rule_header_fields, Abi::x86_64, fib_rule_hdr);
TROUPE_PROVE_FIELD(rule_header_fields, Abi::x86_64, fib_rule_hdr, "flags", flags);
TROUPE_PROVE_SIZE(traffic_header_fields, Abi::x86_64, tcmsg);
TROUPE_PROVE_FIELD(traffic_header_fields, Abi::x86_64, tcmsg, "tcm_info", tcm_info);
TROUPE_PROVE_FIELD(traffic_action_header_fields, Abi::x86_64, tcamsg, "tca_family", tca_family);
TROUPE_PROVE_FIELD(neighbour_table_header_fields, Abi::x86_64, ndtmsg, "ndtm_family", ndtm_family);
TROUPE_PROVE_SIZE(address_label_header_fields, Abi::x86_64, ifaddrlblmsg);
TROUPE_PROVE_FIELD(address_label_header_fields, Abi::x86_64, ifaddrlblmsg, "ifal_seq", ifal_seq);
TROUPE_PROVE_SIZE(network_configuration_header_fields, Abi::x86_64, netconfmsg);
TROUPE_PROVE_FIELD(network_configuration_header_fields, Abi::x86_64, netconfmsg, "ncm_family", ncm_family);
TROUPE_PROVE_SIZE(route_general_fields, Abi::x86_64, rtgenmsg);
TROUPE_PROVE_FIELD(route_general_fields, Abi::x86_64, rtgenmsg, "rtgen_family", rtgen_family);
TROUPE_PROVE_SIZE(bridge_port_header_fields, Abi::x86_64, br_port_msg);
TROUPE_PROVE_FIELD(bridge_port_header_fields, Abi::x86_64, br_port_msg, "ifindex", ifindex);
TROUPE_PROVE_SIZE(link_statistics_header_fields, Abi::x86_64, if_stats_msg);
TROUPE_PROVE_FIELD(link_statistics_header_fields, Abi::x86_64, if_stats_msg, "filter_mask", filter_mask);
TROUPE_PROVE_SIZE(next_hop_header_fields, Abi::x86_64, nhmsg);
TROUPE_PROVE_FIELD(next_hop_header_fields, Abi::x86_64, nhmsg, "nh_flags", nh_flags);
TROUPE_PROVE_SIZE(link_statistics_fields, Abi::x86_64, rtnl_link_stats);
TROUPE_PROVE_FIELD(link_statistics_fields, Abi::x86_64, rtnl_link_stats, "rx_nohandler", rx_nohandler);
TROUPE_PROVE_FIELD(link_statistics64_fields, Abi::x86_64, rtnl_link_stats64, "rx_otherhost_dropped", rx_otherhost_dropped);
TROUPE_PROVE_SIZE(link_map_fields, Abi::x86_64, rtnl_link_ifmap);
TROUPE_PROVE_FIELD(link_map_fields, Abi::x86_64, rtnl_link_ifmap, "port", port);
TROUPE_PROVE_SIZE(address_times_fields, Abi::x86_64, ifa_cacheinfo);
TROUPE_PROVE_FIELD(address_times_fields, Abi::x86_64, ifa_cacheinfo, "tstamp", tstamp);
TROUPE_PROVE_SIZE(route_times_fields, Abi::x86_64, rta_cacheinfo);
TROUPE_PROVE_FIELD(route_times_fields, Abi::x86_64, rta_cacheinfo, "rta_tsage", rta_tsage);
TROUPE_PROVE_SIZE(multicast_statistics_fields, Abi::x86_64, rta_mfc_stats);
TROUPE_PROVE_FIELD(multicast_statistics_fields, Abi::x86_64, rta_mfc_stats, "mfcs_wrong_if", mfcs_wrong_if);
TROUPE_PROVE_SIZE(neighbour_times_fields, Abi::x86_64, nda_cacheinfo);
TROUPE_PROVE_FIELD(neighbour_times_fields, Abi::x86_64, nda_cacheinfo, "ndm_refcnt", ndm_refcnt);
TROUPE_PROVE_SIZE(neighbour_table_settings_fields, Abi::x86_64, ndt_config);
TROUPE_PROVE_FIELD(neighbour_table_settings_fields, Abi::x86_64, ndt_config, "ndtc_proxy_qlen", ndtc_proxy_qlen);
TROUPE_PROVE_SIZE(neighbour_table_statistics_fields, Abi::x86_64, ndt_stats);
TROUPE_PROVE_FIELD(neighbour_table_statistics_fields, Abi::x86_64, ndt_stats, "ndts_table_fulls", ndts_table_fulls);
TROUPE_PROVE_SIZE(inet6_times_fields, Abi::x86_64, ifla_cacheinfo);
TROUPE_PROVE_FIELD(inet6_times_fields, Abi::x86_64, ifla_cacheinfo, "retrans_time", retrans_time);
TROUPE_PROVE_SIZE(identity_range_fields, Abi::x86_64, fib_rule_uid_range);
TROUPE_PROVE_FIELD(identity_range_fields, Abi::x86_64, fib_rule_uid_range, "end", end);
TROUPE_PROVE_SIZE(port_range_fields, Abi::x86_64, fib_rule_port_range);
TROUPE_PROVE_FIELD(port_range_fields, Abi::x86_64, fib_rule_port_range, "end", end);
TROUPE_PROVE_SIZE(traffic_statistics_fields, Abi::x86_64, tc_stats);
TROUPE_PROVE_FIELD(traffic_statistics_fields, Abi::x86_64, tc_stats, "backlog", backlog);
TROUPE_PROVE_SIZE(traffic_estimator_fields, Abi::x86_64, tc_estimator);
TROUPE_PROVE_FIELD(traffic_estimator_fields, Abi::x86_64, tc_estimator, "ewma_log", ewma_log);
TROUPE_PROVE_SIZE(next_hop_of_route_fields, Abi::x86_64, rtnexthop);
TROUPE_PROVE_FIELD(next_hop_of_route_fields, Abi::x86_64, rtnexthop, "rtnh_ifindex", rtnh_ifindex);
TROUPE_PROVE_FIELD(via_inet_fields, Abi::x86_64, rtvia, "rtvia_addr", rtvia_addr);
TROUPE_PROVE_FIELD(via_inet6_fields, Abi::x86_64, rtvia, "rtvia_addr", rtvia_addr);
TROUPE_PROVE_SIZE(next_hop_group_fields, Abi::x86_64, nexthop_grp);
TROUPE_PROVE_FIELD(next_hop_group_fields, Abi::x86_64, nexthop_grp, "resvd2", resvd2);

}  // namespace structs

constinit const StructLayout link_header_layout = layout_of<structs::link_header_fields>("ifinfomsg");
constinit const StructLayout address_header_layout = layout_of<structs::address_header_fields>("ifaddrmsg");
constinit const StructLayout route_header_layout = layout_of<structs::route_header_fields>("rtmsg");
constinit const StructLayout neighbour_header_layout = layout_of<structs::neighbour_header_fields>("ndmsg");
constinit const StructLayout rule_header_layout = layout_of<structs::rule_header_fields>("fib_rule_hdr");
constinit const StructLayout traffic_header_layout = layout_of<structs::traffic_header_fields>("tcmsg");
constinit const StructLayout traffic_action_header_layout = layout_of<structs::traffic_action_header_fields>("tcamsg");
constinit const StructLayout neighbour_table_header_layout = layout_of<structs::neighbour_table_header_fields>("ndtmsg");
constinit const StructLayout address_label_header_layout = layout_of<structs::address_label_header_fields>("ifaddrlblmsg");
constinit const StructLayout network_configuration_header_layout = layout_of<structs::network_configuration_header_fields>("netconfmsg");
constinit const StructLayout route_general_layout = layout_of<structs::route_general_fields>("rtgenmsg");
constinit const StructLayout bridge_port_header_layout = layout_of<structs::bridge_port_header_fields>("br_port_msg");
constinit const StructLayout link_statistics_header_layout = layout_of<structs::link_statistics_header_fields>("if_stats_msg");
constinit const StructLayout next_hop_header_layout = layout_of<structs::next_hop_header_fields>("nhmsg");
constinit const StructLayout link_statistics_layout = layout_of<structs::link_statistics_fields>("rtnl_link_stats");
constinit const StructLayout link_statistics64_layout = layout_of<structs::link_statistics64_fields>("rtnl_link_stats64");
constinit const StructLayout link_map_layout = layout_of<structs::link_map_fields>("rtnl_link_ifmap");
constinit const StructLayout address_times_layout = layout_of<structs::address_times_fields>("ifa_cacheinfo");
constinit const StructLayout route_times_layout = layout_of<structs::route_times_fields>("rta_cacheinfo");
constinit const StructLayout multicast_statistics_layout = layout_of<structs::multicast_statistics_fields>("rta_mfc_stats");
constinit const StructLayout neighbour_times_layout = layout_of<structs::neighbour_times_fields>("nda_cacheinfo");
constinit const StructLayout neighbour_table_settings_layout = layout_of<structs::neighbour_table_settings_fields>("ndt_config");
constinit const StructLayout neighbour_table_statistics_layout = layout_of<structs::neighbour_table_statistics_fields>("ndt_stats");
constinit const StructLayout inet6_times_layout = layout_of<structs::inet6_times_fields>("ifla_cacheinfo");
constinit const StructLayout identity_range_layout = layout_of<structs::identity_range_fields>("fib_rule_uid_range");
constinit const StructLayout port_range_layout = layout_of<structs::port_range_fields>("fib_rule_port_range");
constinit const StructLayout traffic_statistics_layout = layout_of<structs::traffic_statistics_fields>("tc_stats");
constinit const StructLayout traffic_estimator_layout = layout_of<structs::traffic_estimator_fields>("tc_estimator");
constinit const StructLayout next_hop_of_route_layout = layout_of<structs::next_hop_of_route_fields>("rtnexthop");
constinit const StructLayout via_inet_layout = layout_of<structs::via_inet_fields>("rtvia");
constinit const StructLayout via_inet6_layout = layout_of<structs::via_inet6_fields>("rtvia");
constinit const StructLayout next_hop_group_layout = layout_of<structs::next_hop_group_fields>("nexthop_grp");

}  // namespace troupe
