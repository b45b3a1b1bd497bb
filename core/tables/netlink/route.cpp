#include "core/tables/flags/route.hpp"

#include <linux/fib_rules.h>
#include <linux/gen_stats.h>
#include <linux/if_addr.h>
#include <linux/if_addrlabel.h>
#include <linux/if_link.h>
#include <linux/net_namespace.h>
#include <linux/netconf.h>
#include <linux/nexthop.h>
#include <linux/pkt_cls.h>
#include <linux/rtnetlink.h>

#include "core/tables/flags/bridge.hpp"
#include "core/tables/netlink/message.hpp"
#include "core/tables/structs/bridge.hpp"
#include "core/tables/structs/netlink.hpp"
#include "core/tables/structs/route.hpp"
#include "core/tables/values/bridge.hpp"
#include "core/tables/values/device_attributes.hpp"
#include "core/tables/values/device_configuration.hpp"
#include "core/tables/values/route.hpp"
#include "core/tables/values/route_attributes.hpp"
#include "core/tables/values/sockets.hpp"

// NETLINK_ROUTE (linux/rtnetlink.h; the policies of net/core/rtnetlink.c and of those who register there say what an attribute carries).
namespace troupe {

namespace {

using namespace carries;

constexpr AttributeRow xdp_rows[] = {s32(IFLA_XDP_FD),
                                     constant(IFLA_XDP_ATTACHED, Width::u8, kind::value(xdp_attachments)),
                                     number(IFLA_XDP_FLAGS, Width::u32, kind::flags(xdp_flags)),
                                     u32(IFLA_XDP_PROG_ID),
                                     u32(IFLA_XDP_DRV_PROG_ID),
                                     u32(IFLA_XDP_SKB_PROG_ID),
                                     u32(IFLA_XDP_HW_PROG_ID),
                                     s32(IFLA_XDP_EXPECTED_FD)};
constinit const AttributeSet xdp{&xdp_attributes, xdp_rows};

constexpr AttributeRow info_rows[] = {
    word(IFLA_INFO_KIND), chosen_by(IFLA_INFO_KIND, "bridge", attributes(IFLA_INFO_DATA, bridge_attribute_set)),
    chosen_by(IFLA_INFO_KIND, "tun", attributes(IFLA_INFO_DATA, tunnel_attribute_set)), word(IFLA_INFO_SLAVE_KIND),
    chosen_by(IFLA_INFO_SLAVE_KIND, "bridge", attributes(IFLA_INFO_SLAVE_DATA, bridge_port_attribute_set))};
constinit const AttributeSet info{&link_info_attributes, info_rows};

constexpr AttributeRow inet_rows[] = {named_numbers(IFLA_INET_CONF, Width::s32, kind::signed_int, inet_settings)};
constinit const AttributeSet inet{&inet_link_attributes, inet_rows};

constexpr AttributeRow inet6_rows[] = {constant(IFLA_INET6_FLAGS, Width::u32, kind::flags(inet6_device_flags)),
                                       named_numbers(IFLA_INET6_CONF, Width::s32, kind::signed_int, inet6_settings),
                                       named_numbers(IFLA_INET6_STATS, Width::u64, kind::unsigned_64, inet6_statistics),
                                       structure(IFLA_INET6_CACHEINFO, inet6_times_layout),
                                       named_numbers(IFLA_INET6_ICMP6STATS, Width::u64, kind::unsigned_64, icmp6_statistics),
                                       inet6_address(IFLA_INET6_TOKEN),
                                       constant(IFLA_INET6_ADDR_GEN_MODE, Width::u8, kind::value(address_generation_modes)),
                                       u32(IFLA_INET6_RA_MTU)};
constinit const AttributeSet inet6{&inet6_link_attributes, inet6_rows};

// What each family has to say of a device.
constexpr AttributeRow family_rows[] = {attributes(2, inet), attributes(10, inet6),
                                        attributes(45, mctp_attribute_set)};  // AF_INET, AF_INET6, AF_MCTP
constinit const AttributeSet families{&socket_domains, family_rows};

constexpr AttributeRow alternative_name_rows[] = {text(IFLA_ALT_IFNAME)};
constinit const AttributeSet alternative_names{&link_attributes, alternative_name_rows};

// 23 numbers until Linux 4.6, 24 until 5.19.
constexpr int bridges = 7;  // AF_BRIDGE
constexpr std::uint16_t statistics_at_first = 23;
constexpr AttributeRow link_rows[] = {
    link_address(IFLA_ADDRESS),
    link_address(IFLA_BROADCAST),
    text(IFLA_IFNAME),
    u32(IFLA_MTU),
    u32(IFLA_LINK),
    text(IFLA_QDISC),
    structure(IFLA_STATS, link_statistics_layout, statistics_at_first * 4),
    u32(IFLA_MASTER),
    u32(IFLA_TXQLEN),
    structure(IFLA_MAP, link_map_layout, 28),  // its end is padding
    u32(IFLA_WEIGHT),
    u8(IFLA_OPERSTATE),
    u8(IFLA_LINKMODE),
    attributes(IFLA_LINKINFO, info),
    u32(IFLA_NET_NS_PID),
    text(IFLA_IFALIAS),
    u32(IFLA_NUM_VF),
    structure(IFLA_STATS64, link_statistics64_layout, statistics_at_first * 8),
    of_family(bridges, attributes(IFLA_AF_SPEC, bridge_family_attribute_set)),
    attributes(IFLA_AF_SPEC, families),
    of_family(bridges, attributes(IFLA_PROTINFO, bridge_port_attribute_set)),
    of_family(10, attributes(IFLA_PROTINFO, inet6)),  // AF_INET6
    attributes(IFLA_VFINFO_LIST, virtual_functions_attribute_set),
    attributes(IFLA_VF_PORTS, virtual_ports_attribute_set),
    attributes(IFLA_PORT_SELF, virtual_port_attribute_set),
    attributes(IFLA_PROTO_DOWN_REASON, down_reason_attribute_set),
    u32(IFLA_GROUP),
    s32(IFLA_NET_NS_FD),
    constant(IFLA_EXT_MASK, Width::u32, kind::flags(extended_filter_flags)),
    u32(IFLA_PROMISCUITY),
    u32(IFLA_NUM_TX_QUEUES),
    u32(IFLA_NUM_RX_QUEUES),
    u8(IFLA_CARRIER),
    u32(IFLA_CARRIER_CHANGES),
    s32(IFLA_LINK_NETNSID),
    text(IFLA_PHYS_PORT_NAME),
    u8(IFLA_PROTO_DOWN),
    u32(IFLA_GSO_MAX_SEGS),
    u32(IFLA_GSO_MAX_SIZE),
    attributes(IFLA_XDP, xdp),
    number(IFLA_EVENT, Width::u32, kind::value(link_events)),
    s32(IFLA_NEW_NETNSID),
    s32(IFLA_IF_NETNSID),
    u32(IFLA_CARRIER_UP_COUNT),
    u32(IFLA_CARRIER_DOWN_COUNT),
    device(IFLA_NEW_IFINDEX),
    u32(IFLA_MIN_MTU),
    u32(IFLA_MAX_MTU),
    attributes(IFLA_PROP_LIST, alternative_names),
    text(IFLA_ALT_IFNAME),
    link_address(IFLA_PERM_ADDRESS),
    text(IFLA_PARENT_DEV_NAME),
    text(IFLA_PARENT_DEV_BUS_NAME),
    u32(IFLA_GRO_MAX_SIZE),
    u32(IFLA_TSO_MAX_SIZE),
    u32(IFLA_TSO_MAX_SEGS),
    u32(IFLA_ALLMULTI),
};

constexpr AttributeRow address_rows[] = {address(IFA_ADDRESS),   address(IFA_LOCAL),
                                         text(IFA_LABEL),        address(IFA_BROADCAST),
                                         address(IFA_ANYCAST),   structure(IFA_CACHEINFO, address_times_layout),
                                         address(IFA_MULTICAST), number(IFA_FLAGS, Width::u32, kind::flags(address_flags)),
                                         u32(IFA_RT_PRIORITY),   s32(IFA_TARGET_NETNSID)};

// Metrics are 32 bits each; RTAX_CC_ALGO is a name.
constexpr AttributeRow metric_rows[] = {u32(RTAX_LOCK),       u32(RTAX_MTU),      u32(RTAX_WINDOW),   u32(RTAX_RTT),
                                        u32(RTAX_RTTVAR),     u32(RTAX_SSTHRESH), u32(RTAX_CWND),     u32(RTAX_ADVMSS),
                                        u32(RTAX_REORDERING), u32(RTAX_FEATURES), u32(RTAX_HOPLIMIT), u32(RTAX_INITCWND),
                                        u32(RTAX_RTO_MIN),    u32(RTAX_INITRWND), u32(RTAX_QUICKACK), text(RTAX_CC_ALGO)};
constinit const AttributeSet metrics{&metric_attributes, metric_rows};

constexpr AttributeRow route_rows[] = {address(RTA_DST),
                                       address(RTA_SRC),
                                       device(RTA_IIF),
                                       device(RTA_OIF),
                                       address(RTA_GATEWAY),
                                       u32(RTA_PRIORITY),
                                       address(RTA_PREFSRC),
                                       attributes(RTA_METRICS, metrics),
                                       next_hops(RTA_MULTIPATH, route_attribute_set),
                                       u32(RTA_PROTOINFO),
                                       u32(RTA_FLOW),
                                       structure(RTA_CACHEINFO, route_times_layout),
                                       u32(RTA_MP_ALGO),
                                       number(RTA_TABLE, Width::u32, kind::value(route_tables)),
                                       u32(RTA_MARK),
                                       structure(RTA_MFC_STATS, multicast_statistics_layout),
                                       address(RTA_NEWDST),
                                       u8(RTA_PREF),
                                       number(RTA_ENCAP_TYPE, Width::u16, kind::value(encapsulations)),
                                       u64(RTA_EXPIRES),
                                       u32(RTA_UID),
                                       u8(RTA_TTL_PROPAGATE),
                                       u8(RTA_IP_PROTO),
                                       u16(RTA_SPORT),
                                       u16(RTA_DPORT),
                                       via(RTA_VIA)};

constexpr AttributeRow neighbour_rows[] = {address(NDA_DST),
                                           hardware_address(NDA_LLADDR),
                                           structure(NDA_CACHEINFO, neighbour_times_layout),
                                           u32(NDA_PROBES),
                                           u16(NDA_VLAN),
                                           network_number(NDA_PORT, Width::u16),
                                           u32(NDA_VNI),
                                           device(NDA_IFINDEX),
                                           device(NDA_MASTER),
                                           u32(NDA_LINK_NETNSID),
                                           u32(NDA_SRC_VNI),
                                           u32(NDA_NH_ID),
                                           any_number(NDA_PROTOCOL, kind::value(socket_protocols)),
                                           attributes(NDA_FDB_EXT_ATTRS, entry_activity_attribute_set),
                                           constant(NDA_FLAGS_EXT, Width::u32, kind::flags(neighbour_extended_flags)),
                                           constant(NDA_NDM_STATE_MASK, Width::u16, kind::flags(neighbour_states)),
                                           constant(NDA_NDM_FLAGS_MASK, Width::u8, kind::flags(neighbour_flags))};

constexpr AttributeRow neighbour_table_rows[] = {text(NDTA_NAME),
                                                 u32(NDTA_THRESH1),
                                                 u32(NDTA_THRESH2),
                                                 u32(NDTA_THRESH3),
                                                 structure(NDTA_CONFIG, neighbour_table_settings_layout),
                                                 u64(NDTA_GC_INTERVAL),
                                                 attributes(NDTA_PARMS, neighbour_parameter_attribute_set),
                                                 structure(NDTA_STATS, neighbour_table_statistics_layout, 80)};

constexpr AttributeRow rule_rows[] = {address(FRA_DST),
                                      address(FRA_SRC),
                                      text(FRA_IIFNAME),
                                      u32(FRA_GOTO),
                                      u32(FRA_PRIORITY),
                                      u32(FRA_FWMARK),
                                      u32(FRA_FLOW),
                                      network_number(FRA_TUN_ID, Width::u64),
                                      u32(FRA_SUPPRESS_IFGROUP),
                                      u32(FRA_SUPPRESS_PREFIXLEN),
                                      number(FRA_TABLE, Width::u32, kind::value(route_tables)),
                                      u32(FRA_FWMASK),
                                      text(FRA_OIFNAME),
                                      u8(FRA_L3MDEV),
                                      structure(FRA_UID_RANGE, identity_range_layout),
                                      number(FRA_PROTOCOL, Width::u8, kind::value(route_protocols)),
                                      structure(FRA_SPORT_RANGE, port_range_layout),
                                      structure(FRA_DPORT_RANGE, port_range_layout),
                                      any_number(FRA_IP_PROTO, kind::value(socket_protocols))};

constexpr AttributeRow traffic_rows[] = {text(TCA_KIND),
                                         structure(TCA_STATS, traffic_statistics_layout, 36),
                                         structure(TCA_RATE, traffic_estimator_layout),
                                         u32(TCA_FCNT),
                                         u32(TCA_CHAIN),
                                         u8(TCA_HW_OFFLOAD),
                                         u32(TCA_INGRESS_BLOCK),
                                         u32(TCA_EGRESS_BLOCK),
                                         attributes(TCA_STATS2, traffic_statistics_attribute_set),
                                         attributes(TCA_STAB, size_table_attribute_set),
                                         u32(TCA_DUMP_FLAGS)};

constexpr AttributeRow network_configuration_rows[] = {device(NETCONFA_IFINDEX),  s32(NETCONFA_FORWARDING),
                                                       s32(NETCONFA_RP_FILTER),   s32(NETCONFA_MC_FORWARDING),
                                                       s32(NETCONFA_PROXY_NEIGH), s32(NETCONFA_IGNORE_ROUTES_WITH_LINKDOWN),
                                                       s32(NETCONFA_INPUT),       s32(NETCONFA_BC_FORWARDING)};

constexpr AttributeRow namespace_id_rows[] = {s32(NETNSA_NSID), u32(NETNSA_PID), s32(NETNSA_FD), s32(NETNSA_TARGET_NSID),
                                              s32(NETNSA_CURRENT_NSID)};

constexpr AttributeRow address_label_rows[] = {address(IFAL_ADDRESS), u32(IFAL_LABEL)};

constexpr AttributeRow next_hop_rows[] = {u32(NHA_ID),
                                          structures(NHA_GROUP, next_hop_group_layout),
                                          device(NHA_OIF),
                                          address(NHA_GATEWAY),
                                          number(NHA_ENCAP_TYPE, Width::u16, kind::value(encapsulations)),
                                          device(NHA_MASTER),
                                          constant(NHA_GROUP_TYPE, Width::u16, kind::value(next_hop_group_types)),
                                          u32(NHA_BLACKHOLE),
                                          u32(NHA_GROUPS),
                                          u32(NHA_FDB),
                                          attributes(NHA_RES_GROUP, next_hop_group_attribute_set),
                                          attributes(NHA_RES_BUCKET, next_hop_bucket_attribute_set)};

constexpr AttributeRow action_rows[] = {text(TCA_ACT_KIND),
                                        u32(TCA_ACT_INDEX),
                                        attributes(TCA_ACT_STATS, traffic_statistics_attribute_set),
                                        constant(TCA_ACT_FLAGS, Width::u32, kind::flags(action_flags)),
                                        constant(TCA_ACT_HW_STATS, Width::u32, kind::flags(action_statistics)),
                                        constant(TCA_ACT_USED_HW_STATS, Width::u32, kind::flags(action_statistics)),
                                        u32(TCA_ACT_IN_HW_COUNT)};
constinit const AttributeSet actions{&action_attributes, action_rows};
constexpr AttributeRow link_statistics_rows[] = {structure(IFLA_STATS_LINK_64, link_statistics64_layout, statistics_at_first * 8),
                                                 attributes(IFLA_STATS_LINK_XSTATS, extended_statistics_attribute_set),
                                                 attributes(IFLA_STATS_LINK_XSTATS_SLAVE, extended_statistics_attribute_set),
                                                 attributes(IFLA_STATS_LINK_OFFLOAD_XSTATS, offloaded_statistics_attribute_set),
                                                 attributes(IFLA_STATS_AF_SPEC, family_statistics_attribute_set)};
constinit const AttributeSet statistics{&link_statistics_attributes, link_statistics_rows};

// Of data centre bridging only the names are known.
constinit const AttributeSet bridging{&bridging_attributes, {}};

constexpr MessageRow message_rows[] = {
    {RTM_NEWACTION, RTM_GETACTION, &traffic_action_header_layout, &actions},
    {RTM_NEWMDB, RTM_GETMDB, &bridge_port_header_layout, &multicast_attribute_set},
    {RTM_NEWSTATS, RTM_NEWSTATS, &link_statistics_header_layout, &statistics},
    {RTM_GETSTATS, RTM_GETSTATS, &link_statistics_header_layout, &statistics},
    {RTM_NEWLINK, RTM_SETLINK, &link_header_layout, &link_attribute_set},
    {RTM_GETDCB, RTM_SETDCB, &bridging_header_layout, &bridging},
    {RTM_NEWADDR, RTM_GETADDR, &address_header_layout, &address_attribute_set},
    {RTM_NEWROUTE, RTM_GETROUTE, &route_header_layout, &route_attribute_set},
    {RTM_GETNEIGH, RTM_GETNEIGH, &link_header_layout, &link_attribute_set, bridges},
    {RTM_NEWNEIGH, RTM_GETNEIGH, &neighbour_header_layout, &neighbour_attribute_set},
    {RTM_NEWRULE, RTM_GETRULE, &rule_header_layout, &rule_attribute_set},
    {RTM_NEWQDISC, RTM_GETQDISC, &traffic_header_layout, &traffic_attribute_set},
    {RTM_NEWTCLASS, RTM_GETTCLASS, &traffic_header_layout, &traffic_attribute_set},
    {RTM_NEWTFILTER, RTM_GETTFILTER, &traffic_header_layout, &traffic_attribute_set},
    {RTM_NEWCHAIN, RTM_GETCHAIN, &traffic_header_layout, &traffic_attribute_set},
    {RTM_GETMULTICAST, RTM_GETMULTICAST, &address_header_layout, &address_attribute_set},
    {RTM_GETANYCAST, RTM_GETANYCAST, &address_header_layout, &address_attribute_set},
    {RTM_NEWNEIGHTBL, RTM_NEWNEIGHTBL, &neighbour_table_header_layout, &neighbour_table_attribute_set},
    {RTM_GETNEIGHTBL, RTM_SETNEIGHTBL, &neighbour_table_header_layout, &neighbour_table_attribute_set},
    {RTM_NEWADDRLABEL, RTM_GETADDRLABEL, &address_label_header_layout, &address_label_attribute_set},
    {RTM_NEWNETCONF, RTM_GETNETCONF, &network_configuration_header_layout, &network_configuration_attribute_set},
    {RTM_NEWNSID, RTM_GETNSID, &route_general_layout, &namespace_id_attribute_set},
    {.first = RTM_NEWCACHEREPORT, .last = RTM_NEWCACHEREPORT, .header = &route_general_layout, .bytes_behind = true},
    {RTM_NEWNEXTHOP, RTM_GETNEXTHOP, &next_hop_header_layout, &next_hop_attribute_set},
};

}  // namespace

constinit const AttributeSet link_attribute_set{&link_attributes, link_rows};
constinit const AttributeSet address_attribute_set{&address_attributes, address_rows};
constinit const AttributeSet route_attribute_set{&route_attributes, route_rows};
constinit const AttributeSet neighbour_attribute_set{&neighbour_attributes, neighbour_rows};
constinit const AttributeSet neighbour_table_attribute_set{&neighbour_table_attributes, neighbour_table_rows};
constinit const AttributeSet rule_attribute_set{&rule_attributes, rule_rows};
constinit const AttributeSet traffic_attribute_set{&traffic_attributes, traffic_rows};
constinit const AttributeSet network_configuration_attribute_set{&network_configuration_attributes, network_configuration_rows};
constinit const AttributeSet namespace_id_attribute_set{&namespace_id_attributes, namespace_id_rows};
constinit const AttributeSet address_label_attribute_set{&address_label_attributes, address_label_rows};
constinit const AttributeSet next_hop_attribute_set{&next_hop_attributes, next_hop_rows};
constinit const std::span<const MessageRow> route_messages{message_rows};

}  // namespace troupe
