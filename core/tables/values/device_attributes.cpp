#include "core/tables/values/device_attributes.hpp"

#include <linux/if_bonding.h>
#include <linux/if_link.h>
#include <linux/if_tun.h>
#include <linux/mpls.h>
#include <linux/neighbour.h>
#include <linux/nexthop.h>
#include <linux/pkt_sched.h>
#include <linux/rtnetlink.h>

#include "core/tables/named_constant.hpp"

// linux/if_link.h, linux/if_tun.h, linux/mpls.h, linux/neighbour.h, linux/nexthop.h, linux/pkt_sched.h, linux/rtnetlink.h.
namespace troupe {

namespace {

constexpr NamedConstant virtual_functions_attributes_rows[] = {TROUPE_NAMED(IFLA_VF_INFO_UNSPEC), TROUPE_NAMED(IFLA_VF_INFO)};

constexpr NamedConstant virtual_function_attributes_rows[] = {
    TROUPE_NAMED(IFLA_VF_UNSPEC),    TROUPE_NAMED(IFLA_VF_MAC),          TROUPE_NAMED(IFLA_VF_VLAN),
    TROUPE_NAMED(IFLA_VF_TX_RATE),   TROUPE_NAMED(IFLA_VF_SPOOFCHK),     TROUPE_NAMED(IFLA_VF_LINK_STATE),
    TROUPE_NAMED(IFLA_VF_RATE),      TROUPE_NAMED(IFLA_VF_RSS_QUERY_EN), TROUPE_NAMED(IFLA_VF_STATS),
    TROUPE_NAMED(IFLA_VF_TRUST),     TROUPE_NAMED(IFLA_VF_IB_NODE_GUID), TROUPE_NAMED(IFLA_VF_IB_PORT_GUID),
    TROUPE_NAMED(IFLA_VF_VLAN_LIST), TROUPE_NAMED(IFLA_VF_BROADCAST)};

constexpr NamedConstant virtual_statistics_attributes_rows[] = {
    TROUPE_NAMED(IFLA_VF_STATS_RX_PACKETS), TROUPE_NAMED(IFLA_VF_STATS_TX_PACKETS), TROUPE_NAMED(IFLA_VF_STATS_RX_BYTES),
    TROUPE_NAMED(IFLA_VF_STATS_TX_BYTES),   TROUPE_NAMED(IFLA_VF_STATS_BROADCAST),  TROUPE_NAMED(IFLA_VF_STATS_MULTICAST),
    TROUPE_NAMED(IFLA_VF_STATS_PAD),        TROUPE_NAMED(IFLA_VF_STATS_RX_DROPPED), TROUPE_NAMED(IFLA_VF_STATS_TX_DROPPED)};

constexpr NamedConstant virtual_networks_attributes_rows[] = {TROUPE_NAMED(IFLA_VF_VLAN_INFO_UNSPEC), TROUPE_NAMED(IFLA_VF_VLAN_INFO)};

constexpr NamedConstant virtual_ports_attributes_rows[] = {TROUPE_NAMED(IFLA_VF_PORT_UNSPEC), TROUPE_NAMED(IFLA_VF_PORT)};

constexpr NamedConstant virtual_port_attributes_rows[] = {TROUPE_NAMED(IFLA_PORT_UNSPEC),        TROUPE_NAMED(IFLA_PORT_VF),
                                                          TROUPE_NAMED(IFLA_PORT_PROFILE),       TROUPE_NAMED(IFLA_PORT_VSI_TYPE),
                                                          TROUPE_NAMED(IFLA_PORT_INSTANCE_UUID), TROUPE_NAMED(IFLA_PORT_HOST_UUID),
                                                          TROUPE_NAMED(IFLA_PORT_REQUEST),       TROUPE_NAMED(IFLA_PORT_RESPONSE)};

constexpr NamedConstant tunnel_attributes_rows[] = {TROUPE_NAMED(IFLA_TUN_UNSPEC),     TROUPE_NAMED(IFLA_TUN_OWNER),
                                                    TROUPE_NAMED(IFLA_TUN_GROUP),      TROUPE_NAMED(IFLA_TUN_TYPE),
                                                    TROUPE_NAMED(IFLA_TUN_PI),         TROUPE_NAMED(IFLA_TUN_VNET_HDR),
                                                    TROUPE_NAMED(IFLA_TUN_PERSIST),    TROUPE_NAMED(IFLA_TUN_MULTI_QUEUE),
                                                    TROUPE_NAMED(IFLA_TUN_NUM_QUEUES), TROUPE_NAMED(IFLA_TUN_NUM_DISABLED_QUEUES)};

constexpr NamedConstant down_reason_attributes_rows[] = {
    TROUPE_NAMED(IFLA_PROTO_DOWN_REASON_UNSPEC), TROUPE_NAMED(IFLA_PROTO_DOWN_REASON_MASK), TROUPE_NAMED(IFLA_PROTO_DOWN_REASON_VALUE)};

constexpr NamedConstant mctp_attributes_rows[] = {TROUPE_NAMED(IFLA_MCTP_UNSPEC), TROUPE_NAMED(IFLA_MCTP_NET)};

constexpr NamedConstant entry_activity_attributes_rows[] = {TROUPE_NAMED(NFEA_UNSPEC), TROUPE_NAMED(NFEA_ACTIVITY_NOTIFY),
                                                            TROUPE_NAMED(NFEA_DONT_REFRESH)};

constexpr NamedConstant size_table_attributes_rows[] = {TROUPE_NAMED(TCA_STAB_UNSPEC), TROUPE_NAMED(TCA_STAB_BASE),
                                                        TROUPE_NAMED(TCA_STAB_DATA)};

constexpr NamedConstant extended_statistics_attributes_rows[] = {
    TROUPE_NAMED(LINK_XSTATS_TYPE_UNSPEC), TROUPE_NAMED(LINK_XSTATS_TYPE_BRIDGE), TROUPE_NAMED(LINK_XSTATS_TYPE_BOND)};

constexpr NamedConstant bond_statistics_attributes_rows[] = {TROUPE_NAMED(BOND_XSTATS_UNSPEC), TROUPE_NAMED(BOND_XSTATS_3AD)};

constexpr NamedConstant link_aggregation_attributes_rows[] = {
    TROUPE_NAMED(BOND_3AD_STAT_LACPDU_RX),         TROUPE_NAMED(BOND_3AD_STAT_LACPDU_TX),
    TROUPE_NAMED(BOND_3AD_STAT_LACPDU_UNKNOWN_RX), TROUPE_NAMED(BOND_3AD_STAT_LACPDU_ILLEGAL_RX),
    TROUPE_NAMED(BOND_3AD_STAT_MARKER_RX),         TROUPE_NAMED(BOND_3AD_STAT_MARKER_TX),
    TROUPE_NAMED(BOND_3AD_STAT_MARKER_RESP_RX),    TROUPE_NAMED(BOND_3AD_STAT_MARKER_RESP_TX),
    TROUPE_NAMED(BOND_3AD_STAT_MARKER_UNKNOWN_RX), TROUPE_NAMED(BOND_3AD_STAT_PAD)};

constexpr NamedConstant offloaded_statistics_attributes_rows[] = {TROUPE_NAMED(IFLA_OFFLOAD_XSTATS_UNSPEC),
                                                                  TROUPE_NAMED(IFLA_OFFLOAD_XSTATS_CPU_HIT)};

constexpr NamedConstant label_statistics_attributes_rows[] = {TROUPE_NAMED(MPLS_STATS_UNSPEC), TROUPE_NAMED(MPLS_STATS_LINK)};

constexpr NamedConstant next_hop_group_attributes_rows[] = {
    TROUPE_NAMED(NHA_RES_GROUP_PAD), TROUPE_NAMED(NHA_RES_GROUP_BUCKETS), TROUPE_NAMED(NHA_RES_GROUP_IDLE_TIMER),
    TROUPE_NAMED(NHA_RES_GROUP_UNBALANCED_TIMER), TROUPE_NAMED(NHA_RES_GROUP_UNBALANCED_TIME)};

constexpr NamedConstant next_hop_bucket_attributes_rows[] = {TROUPE_NAMED(NHA_RES_BUCKET_PAD), TROUPE_NAMED(NHA_RES_BUCKET_INDEX),
                                                             TROUPE_NAMED(NHA_RES_BUCKET_IDLE_TIME), TROUPE_NAMED(NHA_RES_BUCKET_NH_ID)};

constexpr NamedConstant virtual_link_states_rows[] = {TROUPE_NAMED(IFLA_VF_LINK_STATE_AUTO), TROUPE_NAMED(IFLA_VF_LINK_STATE_ENABLE),
                                                      TROUPE_NAMED(IFLA_VF_LINK_STATE_DISABLE)};

constexpr NamedConstant tunnel_types_rows[] = {TROUPE_NAMED(IFF_TUN), TROUPE_NAMED(IFF_TAP)};

constexpr NamedConstant next_hop_group_types_rows[] = {TROUPE_NAMED(NEXTHOP_GRP_TYPE_MPATH), TROUPE_NAMED(NEXTHOP_GRP_TYPE_RES)};

}  // namespace

constinit const ValueSet virtual_functions_attributes{"virtual_functions_attributes", "IFLA_VF_INFO_???",
                                                      virtual_functions_attributes_rows};
constinit const ValueSet virtual_function_attributes{"virtual_function_attributes", "IFLA_VF_???", virtual_function_attributes_rows};
constinit const ValueSet virtual_statistics_attributes{"virtual_statistics_attributes", "IFLA_VF_STATS_???",
                                                       virtual_statistics_attributes_rows};
constinit const ValueSet virtual_networks_attributes{"virtual_networks_attributes", "IFLA_VF_VLAN_INFO_???",
                                                     virtual_networks_attributes_rows};
constinit const ValueSet virtual_ports_attributes{"virtual_ports_attributes", "IFLA_VF_PORT_???", virtual_ports_attributes_rows};
constinit const ValueSet virtual_port_attributes{"virtual_port_attributes", "IFLA_VF_PORT_???", virtual_port_attributes_rows};
constinit const ValueSet tunnel_attributes{"tunnel_attributes", "IFLA_TUN_???", tunnel_attributes_rows};
constinit const ValueSet down_reason_attributes{"down_reason_attributes", "IFLA_PROTO_DOWN_REASON_???", down_reason_attributes_rows};
constinit const ValueSet mctp_attributes{"mctp_attributes", "IFLA_MCTP_???", mctp_attributes_rows};
constinit const ValueSet entry_activity_attributes{"entry_activity_attributes", "NFEA_???", entry_activity_attributes_rows};
constinit const ValueSet size_table_attributes{"size_table_attributes", "TCA_STAB_???", size_table_attributes_rows};
constinit const ValueSet extended_statistics_attributes{"extended_statistics_attributes", "LINK_XSTATS_TYPE_???",
                                                        extended_statistics_attributes_rows};
constinit const ValueSet bond_statistics_attributes{"bond_statistics_attributes", "BOND_XSTATS_???", bond_statistics_attributes_rows};
constinit const ValueSet link_aggregation_attributes{"link_aggregation_attributes", "BOND_XSTATS_???", link_aggregation_attributes_rows};
constinit const ValueSet offloaded_statistics_attributes{"offloaded_statistics_attributes", "IFLA_OFFLOAD_XSTATS_???",
                                                         offloaded_statistics_attributes_rows};
constinit const ValueSet label_statistics_attributes{"label_statistics_attributes", "MPLS_STATS_???", label_statistics_attributes_rows};
constinit const ValueSet next_hop_group_attributes{"next_hop_group_attributes", "NHA_RES_GROUP_???", next_hop_group_attributes_rows};
constinit const ValueSet next_hop_bucket_attributes{"next_hop_bucket_attributes", "NHA_RES_BUCKET_???", next_hop_bucket_attributes_rows};
constinit const ValueSet virtual_link_states{"virtual_link_states", "IFLA_VF_LINK_STATE_???", virtual_link_states_rows};
constinit const ValueSet tunnel_types{"tunnel_types", "IFF_???", tunnel_types_rows};
constinit const ValueSet next_hop_group_types{"next_hop_group_types", "NEXTHOP_GRP_TYPE_???", next_hop_group_types_rows};

}  // namespace troupe
