#include "core/tables/structs/devices.hpp"

#include <linux/gen_stats.h>
#include <linux/if_bonding.h>
#include <linux/if_bridge.h>
#include <linux/if_link.h>
#include <linux/mpls.h>
#include <linux/neighbour.h>
#include <linux/nexthop.h>
#include <linux/pkt_sched.h>
#include <linux/rtnetlink.h>

#include "core/tables/flags/bridge.hpp"
#include "core/tables/netlink/message.hpp"
#include "core/tables/structs/bridge.hpp"
#include "core/tables/structs/route.hpp"
#include "core/tables/values/bridge.hpp"
#include "core/tables/values/device_attributes.hpp"
#include "core/tables/values/route_attributes.hpp"
#include "core/tables/values/sockets.hpp"

// Attributes in the attributes of links, neighbours and queues (linux/if_link.h and the headers of its kinds).
namespace troupe {

namespace {

using namespace carries;

constexpr AttributeRow virtual_statistics_rows[] = {
    u64(IFLA_VF_STATS_RX_PACKETS), u64(IFLA_VF_STATS_TX_PACKETS), u64(IFLA_VF_STATS_RX_BYTES),   u64(IFLA_VF_STATS_TX_BYTES),
    u64(IFLA_VF_STATS_BROADCAST),  u64(IFLA_VF_STATS_MULTICAST),  u64(IFLA_VF_STATS_RX_DROPPED), u64(IFLA_VF_STATS_TX_DROPPED)};
constinit const AttributeSet virtual_statistics{&virtual_statistics_attributes, virtual_statistics_rows};
constexpr AttributeRow virtual_networks_rows[] = {structure(IFLA_VF_VLAN_INFO, virtual_network_info_layout)};
constinit const AttributeSet virtual_networks{&virtual_networks_attributes, virtual_networks_rows};
constexpr AttributeRow virtual_function_rows[] = {structure(IFLA_VF_MAC, virtual_address_layout),
                                                  structure(IFLA_VF_VLAN, virtual_network_layout),
                                                  structure(IFLA_VF_TX_RATE, virtual_rate_layout),
                                                  structure(IFLA_VF_SPOOFCHK, virtual_setting_layout),
                                                  structure(IFLA_VF_LINK_STATE, virtual_link_layout),
                                                  structure(IFLA_VF_RATE, virtual_rates_layout),
                                                  structure(IFLA_VF_RSS_QUERY_EN, virtual_setting_layout),
                                                  attributes(IFLA_VF_STATS, virtual_statistics),
                                                  structure(IFLA_VF_TRUST, virtual_setting_layout),
                                                  at_most(12, structure(IFLA_VF_IB_NODE_GUID, packed_virtual_identity_layout)),
                                                  at_most(16, structure(IFLA_VF_IB_NODE_GUID, virtual_identity_layout)),
                                                  at_most(12, structure(IFLA_VF_IB_PORT_GUID, packed_virtual_identity_layout)),
                                                  at_most(16, structure(IFLA_VF_IB_PORT_GUID, virtual_identity_layout)),
                                                  attributes(IFLA_VF_VLAN_LIST, virtual_networks),
                                                  structure(IFLA_VF_BROADCAST, virtual_broadcast_layout)};
constinit const AttributeSet virtual_function{&virtual_function_attributes, virtual_function_rows};
constexpr AttributeRow virtual_functions_rows[] = {attributes(IFLA_VF_INFO, virtual_function)};

constexpr AttributeRow virtual_port_rows[] = {u32(IFLA_PORT_VF), text(IFLA_PORT_PROFILE), u8(IFLA_PORT_REQUEST), u16(IFLA_PORT_RESPONSE),
                                              structure(IFLA_PORT_VSI_TYPE, virtual_station_layout)};
constexpr AttributeRow virtual_ports_rows[] = {attributes(IFLA_VF_PORT, virtual_port_attribute_set)};

constexpr AttributeRow tunnel_rows[] = {s32(IFLA_TUN_OWNER),
                                        s32(IFLA_TUN_GROUP),
                                        u8(IFLA_TUN_PI),
                                        u8(IFLA_TUN_VNET_HDR),
                                        u8(IFLA_TUN_PERSIST),
                                        u8(IFLA_TUN_MULTI_QUEUE),
                                        u32(IFLA_TUN_NUM_QUEUES),
                                        u32(IFLA_TUN_NUM_DISABLED_QUEUES),
                                        constant(IFLA_TUN_TYPE, Width::u8, kind::value(tunnel_types))};
constexpr AttributeRow down_reason_rows[] = {hex32(IFLA_PROTO_DOWN_REASON_MASK), hex32(IFLA_PROTO_DOWN_REASON_VALUE)};
constexpr AttributeRow mctp_rows[] = {u32(IFLA_MCTP_NET)};

constexpr AttributeRow bridge_statistics_rows[] = {structure_and(BRIDGE_XSTATS_VLAN, bridged_network_statistics_layout, nullptr),
                                                   structure_and(BRIDGE_XSTATS_STP, spanning_tree_statistics_layout, nullptr)};
constinit const AttributeSet bridge_statistics{&bridge_statistics_attributes, bridge_statistics_rows};
constexpr AttributeRow link_aggregation_rows[] = {
    u64(BOND_3AD_STAT_LACPDU_RX),         u64(BOND_3AD_STAT_LACPDU_TX),      u64(BOND_3AD_STAT_LACPDU_UNKNOWN_RX),
    u64(BOND_3AD_STAT_LACPDU_ILLEGAL_RX), u64(BOND_3AD_STAT_MARKER_RX),      u64(BOND_3AD_STAT_MARKER_TX),
    u64(BOND_3AD_STAT_MARKER_RESP_RX),    u64(BOND_3AD_STAT_MARKER_RESP_TX), u64(BOND_3AD_STAT_MARKER_UNKNOWN_RX)};
constinit const AttributeSet link_aggregation{&link_aggregation_attributes, link_aggregation_rows};
constexpr AttributeRow bond_statistics_rows[] = {attributes(BOND_XSTATS_3AD, link_aggregation)};
constinit const AttributeSet bond_statistics{&bond_statistics_attributes, bond_statistics_rows};
constexpr AttributeRow extended_statistics_rows[] = {attributes(LINK_XSTATS_TYPE_BRIDGE, bridge_statistics),
                                                     attributes(LINK_XSTATS_TYPE_BOND, bond_statistics)};
// 23 numbers until Linux 4.6.
constexpr std::uint16_t statistics_at_first = 23 * 8;
constexpr AttributeRow offloaded_statistics_rows[] = {
    structure(IFLA_OFFLOAD_XSTATS_CPU_HIT, link_statistics64_layout, statistics_at_first)};
constexpr AttributeRow label_statistics_rows[] = {structure_and(MPLS_STATS_LINK, label_statistics_layout, nullptr)};
constinit const AttributeSet label_statistics{&label_statistics_attributes, label_statistics_rows};
constexpr AttributeRow family_statistics_rows[] = {attributes(28, label_statistics)};  // AF_MPLS

// The size has been with padding behind it, and without.
constexpr AttributeRow traffic_statistics_rows[] = {u64(TCA_STATS_PKT64),
                                                    structure(TCA_STATS_BASIC, basic_statistics_layout, 12),
                                                    structure(TCA_STATS_RATE_EST, rate_estimate_layout),
                                                    structure(TCA_STATS_QUEUE, queue_statistics_layout),
                                                    structure(TCA_STATS_RATE_EST64, rate_estimate64_layout),
                                                    structure(TCA_STATS_BASIC_HW, basic_statistics_layout, 12)};
constexpr AttributeRow size_table_rows[] = {structure(TCA_STAB_BASE, size_table_layout), numbers(TCA_STAB_DATA, Width::u16)};

constexpr AttributeRow neighbour_parameter_rows[] = {
    device(NDTPA_IFINDEX),          u32(NDTPA_REFCNT),         u64(NDTPA_REACHABLE_TIME),
    u64(NDTPA_BASE_REACHABLE_TIME), u64(NDTPA_RETRANS_TIME),   u64(NDTPA_GC_STALETIME),
    u64(NDTPA_DELAY_PROBE_TIME),    u32(NDTPA_QUEUE_LEN),      u32(NDTPA_APP_PROBES),
    u32(NDTPA_UCAST_PROBES),        u32(NDTPA_MCAST_PROBES),   u64(NDTPA_ANYCAST_DELAY),
    u64(NDTPA_PROXY_DELAY),         u32(NDTPA_PROXY_QLEN),     u64(NDTPA_LOCKTIME),
    u32(NDTPA_QUEUE_LENBYTES),      u32(NDTPA_MCAST_REPROBES), u64(NDTPA_INTERVAL_PROBE_TIME_MS)};
constexpr AttributeRow entry_activity_rows[] = {constant(NFEA_ACTIVITY_NOTIFY, Width::u8, kind::flags(entry_activity))};
constexpr AttributeRow next_hop_group_rows[] = {u16(NHA_RES_GROUP_BUCKETS), ticks(NHA_RES_GROUP_IDLE_TIMER),
                                                ticks(NHA_RES_GROUP_UNBALANCED_TIMER), ticks(NHA_RES_GROUP_UNBALANCED_TIME)};
constexpr AttributeRow next_hop_bucket_rows[] = {u16(NHA_RES_BUCKET_INDEX), ticks(NHA_RES_BUCKET_IDLE_TIME), u32(NHA_RES_BUCKET_NH_ID)};

}  // namespace

constinit const AttributeSet virtual_functions_attribute_set{&virtual_functions_attributes, virtual_functions_rows};
constinit const AttributeSet virtual_port_attribute_set{&virtual_port_attributes, virtual_port_rows};
constinit const AttributeSet virtual_ports_attribute_set{&virtual_ports_attributes, virtual_ports_rows};
constinit const AttributeSet tunnel_attribute_set{&tunnel_attributes, tunnel_rows};
constinit const AttributeSet down_reason_attribute_set{&down_reason_attributes, down_reason_rows};
constinit const AttributeSet mctp_attribute_set{&mctp_attributes, mctp_rows};
constinit const AttributeSet extended_statistics_attribute_set{&extended_statistics_attributes, extended_statistics_rows};
constinit const AttributeSet offloaded_statistics_attribute_set{&offloaded_statistics_attributes, offloaded_statistics_rows};
constinit const AttributeSet family_statistics_attribute_set{&socket_domains, family_statistics_rows};
constinit const AttributeSet traffic_statistics_attribute_set{&traffic_statistics_attributes, traffic_statistics_rows};
constinit const AttributeSet size_table_attribute_set{&size_table_attributes, size_table_rows};
constinit const AttributeSet neighbour_parameter_attribute_set{&neighbour_parameter_attributes, neighbour_parameter_rows};
constinit const AttributeSet entry_activity_attribute_set{&entry_activity_attributes, entry_activity_rows};
constinit const AttributeSet next_hop_group_attribute_set{&next_hop_group_attributes, next_hop_group_rows};
constinit const AttributeSet next_hop_bucket_attribute_set{&next_hop_bucket_attributes, next_hop_bucket_rows};

}  // namespace troupe
