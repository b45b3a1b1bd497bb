#include "core/tables/values/bridge.hpp"

#include <linux/dcbnl.h>
#include <linux/if_bridge.h>
#include <linux/if_link.h>

#include "core/tables/named_constant.hpp"

// linux/dcbnl.h, linux/if_bridge.h, linux/if_link.h.
namespace troupe {

namespace {

constexpr NamedConstant bridge_attributes_rows[] = {TROUPE_NAMED(IFLA_BR_UNSPEC),
                                                    TROUPE_NAMED(IFLA_BR_FORWARD_DELAY),
                                                    TROUPE_NAMED(IFLA_BR_HELLO_TIME),
                                                    TROUPE_NAMED(IFLA_BR_MAX_AGE),
                                                    TROUPE_NAMED(IFLA_BR_AGEING_TIME),
                                                    TROUPE_NAMED(IFLA_BR_STP_STATE),
                                                    TROUPE_NAMED(IFLA_BR_PRIORITY),
                                                    TROUPE_NAMED(IFLA_BR_VLAN_FILTERING),
                                                    TROUPE_NAMED(IFLA_BR_VLAN_PROTOCOL),
                                                    TROUPE_NAMED(IFLA_BR_GROUP_FWD_MASK),
                                                    TROUPE_NAMED(IFLA_BR_ROOT_ID),
                                                    TROUPE_NAMED(IFLA_BR_BRIDGE_ID),
                                                    TROUPE_NAMED(IFLA_BR_ROOT_PORT),
                                                    TROUPE_NAMED(IFLA_BR_ROOT_PATH_COST),
                                                    TROUPE_NAMED(IFLA_BR_TOPOLOGY_CHANGE),
                                                    TROUPE_NAMED(IFLA_BR_TOPOLOGY_CHANGE_DETECTED),
                                                    TROUPE_NAMED(IFLA_BR_HELLO_TIMER),
                                                    TROUPE_NAMED(IFLA_BR_TCN_TIMER),
                                                    TROUPE_NAMED(IFLA_BR_TOPOLOGY_CHANGE_TIMER),
                                                    TROUPE_NAMED(IFLA_BR_GC_TIMER),
                                                    TROUPE_NAMED(IFLA_BR_GROUP_ADDR),
                                                    TROUPE_NAMED(IFLA_BR_FDB_FLUSH),
                                                    TROUPE_NAMED(IFLA_BR_MCAST_ROUTER),
                                                    TROUPE_NAMED(IFLA_BR_MCAST_SNOOPING),
                                                    TROUPE_NAMED(IFLA_BR_MCAST_QUERY_USE_IFADDR),
                                                    TROUPE_NAMED(IFLA_BR_MCAST_QUERIER),
                                                    TROUPE_NAMED(IFLA_BR_MCAST_HASH_ELASTICITY),
                                                    TROUPE_NAMED(IFLA_BR_MCAST_HASH_MAX),
                                                    TROUPE_NAMED(IFLA_BR_MCAST_LAST_MEMBER_CNT),
                                                    TROUPE_NAMED(IFLA_BR_MCAST_STARTUP_QUERY_CNT),
                                                    TROUPE_NAMED(IFLA_BR_MCAST_LAST_MEMBER_INTVL),
                                                    TROUPE_NAMED(IFLA_BR_MCAST_MEMBERSHIP_INTVL),
                                                    TROUPE_NAMED(IFLA_BR_MCAST_QUERIER_INTVL),
                                                    TROUPE_NAMED(IFLA_BR_MCAST_QUERY_INTVL),
                                                    TROUPE_NAMED(IFLA_BR_MCAST_QUERY_RESPONSE_INTVL),
                                                    TROUPE_NAMED(IFLA_BR_MCAST_STARTUP_QUERY_INTVL),
                                                    TROUPE_NAMED(IFLA_BR_NF_CALL_IPTABLES),
                                                    TROUPE_NAMED(IFLA_BR_NF_CALL_IP6TABLES),
                                                    TROUPE_NAMED(IFLA_BR_NF_CALL_ARPTABLES),
                                                    TROUPE_NAMED(IFLA_BR_VLAN_DEFAULT_PVID),
                                                    TROUPE_NAMED(IFLA_BR_PAD),
                                                    TROUPE_NAMED(IFLA_BR_VLAN_STATS_ENABLED),
                                                    TROUPE_NAMED(IFLA_BR_MCAST_STATS_ENABLED),
                                                    TROUPE_NAMED(IFLA_BR_MCAST_IGMP_VERSION),
                                                    TROUPE_NAMED(IFLA_BR_MCAST_MLD_VERSION),
                                                    TROUPE_NAMED(IFLA_BR_VLAN_STATS_PER_PORT),
                                                    TROUPE_NAMED(IFLA_BR_MULTI_BOOLOPT),
                                                    TROUPE_NAMED(IFLA_BR_MCAST_QUERIER_STATE)};

constexpr NamedConstant bridge_port_attributes_rows[] = {TROUPE_NAMED(IFLA_BRPORT_UNSPEC),
                                                         TROUPE_NAMED(IFLA_BRPORT_STATE),
                                                         TROUPE_NAMED(IFLA_BRPORT_PRIORITY),
                                                         TROUPE_NAMED(IFLA_BRPORT_COST),
                                                         TROUPE_NAMED(IFLA_BRPORT_MODE),
                                                         TROUPE_NAMED(IFLA_BRPORT_GUARD),
                                                         TROUPE_NAMED(IFLA_BRPORT_PROTECT),
                                                         TROUPE_NAMED(IFLA_BRPORT_FAST_LEAVE),
                                                         TROUPE_NAMED(IFLA_BRPORT_LEARNING),
                                                         TROUPE_NAMED(IFLA_BRPORT_UNICAST_FLOOD),
                                                         TROUPE_NAMED(IFLA_BRPORT_PROXYARP),
                                                         TROUPE_NAMED(IFLA_BRPORT_LEARNING_SYNC),
                                                         TROUPE_NAMED(IFLA_BRPORT_PROXYARP_WIFI),
                                                         TROUPE_NAMED(IFLA_BRPORT_ROOT_ID),
                                                         TROUPE_NAMED(IFLA_BRPORT_BRIDGE_ID),
                                                         TROUPE_NAMED(IFLA_BRPORT_DESIGNATED_PORT),
                                                         TROUPE_NAMED(IFLA_BRPORT_DESIGNATED_COST),
                                                         TROUPE_NAMED(IFLA_BRPORT_ID),
                                                         TROUPE_NAMED(IFLA_BRPORT_NO),
                                                         TROUPE_NAMED(IFLA_BRPORT_TOPOLOGY_CHANGE_ACK),
                                                         TROUPE_NAMED(IFLA_BRPORT_CONFIG_PENDING),
                                                         TROUPE_NAMED(IFLA_BRPORT_MESSAGE_AGE_TIMER),
                                                         TROUPE_NAMED(IFLA_BRPORT_FORWARD_DELAY_TIMER),
                                                         TROUPE_NAMED(IFLA_BRPORT_HOLD_TIMER),
                                                         TROUPE_NAMED(IFLA_BRPORT_FLUSH),
                                                         TROUPE_NAMED(IFLA_BRPORT_MULTICAST_ROUTER),
                                                         TROUPE_NAMED(IFLA_BRPORT_PAD),
                                                         TROUPE_NAMED(IFLA_BRPORT_MCAST_FLOOD),
                                                         TROUPE_NAMED(IFLA_BRPORT_MCAST_TO_UCAST),
                                                         TROUPE_NAMED(IFLA_BRPORT_VLAN_TUNNEL),
                                                         TROUPE_NAMED(IFLA_BRPORT_BCAST_FLOOD),
                                                         TROUPE_NAMED(IFLA_BRPORT_GROUP_FWD_MASK),
                                                         TROUPE_NAMED(IFLA_BRPORT_NEIGH_SUPPRESS),
                                                         TROUPE_NAMED(IFLA_BRPORT_ISOLATED),
                                                         TROUPE_NAMED(IFLA_BRPORT_BACKUP_PORT),
                                                         TROUPE_NAMED(IFLA_BRPORT_MRP_RING_OPEN),
                                                         TROUPE_NAMED(IFLA_BRPORT_MRP_IN_OPEN),
                                                         TROUPE_NAMED(IFLA_BRPORT_MCAST_EHT_HOSTS_LIMIT),
                                                         TROUPE_NAMED(IFLA_BRPORT_MCAST_EHT_HOSTS_CNT),
                                                         TROUPE_NAMED(IFLA_BRPORT_LOCKED)};

constexpr NamedConstant bridge_family_attributes_rows[] = {TROUPE_NAMED(IFLA_BRIDGE_FLAGS),     TROUPE_NAMED(IFLA_BRIDGE_MODE),
                                                           TROUPE_NAMED(IFLA_BRIDGE_VLAN_INFO), TROUPE_NAMED(IFLA_BRIDGE_VLAN_TUNNEL_INFO),
                                                           TROUPE_NAMED(IFLA_BRIDGE_MRP),       TROUPE_NAMED(IFLA_BRIDGE_CFM),
                                                           TROUPE_NAMED(IFLA_BRIDGE_MST)};

constexpr NamedConstant bridge_tunnel_attributes_rows[] = {
    TROUPE_NAMED(IFLA_BRIDGE_VLAN_TUNNEL_UNSPEC), TROUPE_NAMED(IFLA_BRIDGE_VLAN_TUNNEL_ID), TROUPE_NAMED(IFLA_BRIDGE_VLAN_TUNNEL_VID),
    TROUPE_NAMED(IFLA_BRIDGE_VLAN_TUNNEL_FLAGS)};

constexpr NamedConstant bridge_statistics_attributes_rows[] = {TROUPE_NAMED(BRIDGE_XSTATS_UNSPEC), TROUPE_NAMED(BRIDGE_XSTATS_VLAN),
                                                               TROUPE_NAMED(BRIDGE_XSTATS_MCAST), TROUPE_NAMED(BRIDGE_XSTATS_PAD),
                                                               TROUPE_NAMED(BRIDGE_XSTATS_STP)};

constexpr NamedConstant multicast_entries_attributes_rows[] = {TROUPE_NAMED(MDBA_MDB_UNSPEC), TROUPE_NAMED(MDBA_MDB_ENTRY)};

constexpr NamedConstant multicast_entry_attributes_rows[] = {TROUPE_NAMED(MDBA_MDB_ENTRY_UNSPEC), TROUPE_NAMED(MDBA_MDB_ENTRY_INFO)};

constexpr NamedConstant multicast_router_attributes_rows[] = {TROUPE_NAMED(MDBA_ROUTER_UNSPEC), TROUPE_NAMED(MDBA_ROUTER_PORT)};

constexpr NamedConstant bridge_querier_attributes_rows[] = {
    TROUPE_NAMED(BRIDGE_QUERIER_UNSPEC),    TROUPE_NAMED(BRIDGE_QUERIER_IP_ADDRESS),
    TROUPE_NAMED(BRIDGE_QUERIER_IP_PORT),   TROUPE_NAMED(BRIDGE_QUERIER_IP_OTHER_TIMER),
    TROUPE_NAMED(BRIDGE_QUERIER_PAD),       TROUPE_NAMED(BRIDGE_QUERIER_IPV6_ADDRESS),
    TROUPE_NAMED(BRIDGE_QUERIER_IPV6_PORT), TROUPE_NAMED(BRIDGE_QUERIER_IPV6_OTHER_TIMER)};

constexpr NamedConstant multicast_details_attributes_rows[] = {
    TROUPE_NAMED(MDBA_MDB_EATTR_UNSPEC),     TROUPE_NAMED(MDBA_MDB_EATTR_TIMER),  TROUPE_NAMED(MDBA_MDB_EATTR_SRC_LIST),
    TROUPE_NAMED(MDBA_MDB_EATTR_GROUP_MODE), TROUPE_NAMED(MDBA_MDB_EATTR_SOURCE), TROUPE_NAMED(MDBA_MDB_EATTR_RTPROT)};

constexpr NamedConstant router_port_attributes_rows[] = {TROUPE_NAMED(MDBA_ROUTER_PATTR_UNSPEC), TROUPE_NAMED(MDBA_ROUTER_PATTR_TIMER),
                                                         TROUPE_NAMED(MDBA_ROUTER_PATTR_TYPE), TROUPE_NAMED(MDBA_ROUTER_PATTR_INET_TIMER),
                                                         TROUPE_NAMED(MDBA_ROUTER_PATTR_INET6_TIMER)};

constexpr NamedConstant bridge_modes_rows[] = {TROUPE_NAMED(BRIDGE_MODE_VEB), TROUPE_NAMED(BRIDGE_MODE_VEPA),
                                               TROUPE_NAMED(BRIDGE_MODE_UNDEF)};

constexpr NamedConstant multicast_states_rows[] = {TROUPE_NAMED(MDB_TEMPORARY), TROUPE_NAMED(MDB_PERMANENT)};

constexpr NamedConstant multicast_router_types_rows[] = {TROUPE_NAMED(MDB_RTR_TYPE_DISABLED), TROUPE_NAMED(MDB_RTR_TYPE_TEMP_QUERY),
                                                         TROUPE_NAMED(MDB_RTR_TYPE_PERM), TROUPE_NAMED(MDB_RTR_TYPE_TEMP)};

constexpr NamedConstant bridging_commands_rows[] = {
    TROUPE_NAMED(DCB_CMD_UNDEFINED), TROUPE_NAMED(DCB_CMD_GSTATE),    TROUPE_NAMED(DCB_CMD_SSTATE),       TROUPE_NAMED(DCB_CMD_PGTX_GCFG),
    TROUPE_NAMED(DCB_CMD_PGTX_SCFG), TROUPE_NAMED(DCB_CMD_PGRX_GCFG), TROUPE_NAMED(DCB_CMD_PGRX_SCFG),    TROUPE_NAMED(DCB_CMD_PFC_GCFG),
    TROUPE_NAMED(DCB_CMD_PFC_SCFG),  TROUPE_NAMED(DCB_CMD_SET_ALL),   TROUPE_NAMED(DCB_CMD_GPERM_HWADDR), TROUPE_NAMED(DCB_CMD_GCAP),
    TROUPE_NAMED(DCB_CMD_GNUMTCS),   TROUPE_NAMED(DCB_CMD_SNUMTCS),   TROUPE_NAMED(DCB_CMD_PFC_GSTATE),   TROUPE_NAMED(DCB_CMD_PFC_SSTATE),
    TROUPE_NAMED(DCB_CMD_BCN_GCFG),  TROUPE_NAMED(DCB_CMD_BCN_SCFG),  TROUPE_NAMED(DCB_CMD_GAPP),         TROUPE_NAMED(DCB_CMD_SAPP),
    TROUPE_NAMED(DCB_CMD_IEEE_SET),  TROUPE_NAMED(DCB_CMD_IEEE_GET),  TROUPE_NAMED(DCB_CMD_GDCBX),        TROUPE_NAMED(DCB_CMD_SDCBX),
    TROUPE_NAMED(DCB_CMD_GFEATCFG),  TROUPE_NAMED(DCB_CMD_SFEATCFG),  TROUPE_NAMED(DCB_CMD_CEE_GET),      TROUPE_NAMED(DCB_CMD_IEEE_DEL)};

constexpr NamedConstant bridging_attributes_rows[] = {
    TROUPE_NAMED(DCB_ATTR_UNDEFINED),   TROUPE_NAMED(DCB_ATTR_IFNAME), TROUPE_NAMED(DCB_ATTR_STATE),  TROUPE_NAMED(DCB_ATTR_PFC_STATE),
    TROUPE_NAMED(DCB_ATTR_PFC_CFG),     TROUPE_NAMED(DCB_ATTR_NUM_TC), TROUPE_NAMED(DCB_ATTR_PG_CFG), TROUPE_NAMED(DCB_ATTR_SET_ALL),
    TROUPE_NAMED(DCB_ATTR_PERM_HWADDR), TROUPE_NAMED(DCB_ATTR_CAP),    TROUPE_NAMED(DCB_ATTR_NUMTCS), TROUPE_NAMED(DCB_ATTR_BCN),
    TROUPE_NAMED(DCB_ATTR_APP),         TROUPE_NAMED(DCB_ATTR_IEEE),   TROUPE_NAMED(DCB_ATTR_DCBX),   TROUPE_NAMED(DCB_ATTR_FEATCFG),
    TROUPE_NAMED(DCB_ATTR_CEE)};

}  // namespace

constinit const ValueSet bridge_attributes{"bridge_attributes", "IFLA_BR_???", bridge_attributes_rows};
constinit const ValueSet bridge_port_attributes{"bridge_port_attributes", "IFLA_BRPORT_???", bridge_port_attributes_rows};
constinit const ValueSet bridge_family_attributes{"bridge_family_attributes", "IFLA_BRIDGE_???", bridge_family_attributes_rows};
constinit const ValueSet bridge_tunnel_attributes{"bridge_tunnel_attributes", "IFLA_BRIDGE_VLAN_TUNNEL_???", bridge_tunnel_attributes_rows};
constinit const ValueSet bridge_statistics_attributes{"bridge_statistics_attributes", "BRIDGE_XSTATS_???",
                                                      bridge_statistics_attributes_rows};
constinit const ValueSet multicast_entries_attributes{"multicast_entries_attributes", "MDBA_MDB_???", multicast_entries_attributes_rows};
constinit const ValueSet multicast_entry_attributes{"multicast_entry_attributes", "MDBA_MDB_ENTRY_???", multicast_entry_attributes_rows};
constinit const ValueSet multicast_router_attributes{"multicast_router_attributes", "MDBA_ROUTER_???", multicast_router_attributes_rows};
constinit const ValueSet bridge_querier_attributes{"bridge_querier_attributes", "BRIDGE_QUERIER_???", bridge_querier_attributes_rows};
constinit const ValueSet multicast_details_attributes{"multicast_details_attributes", "MDBA_MDB_EATTR_???",
                                                      multicast_details_attributes_rows};
constinit const ValueSet router_port_attributes{"router_port_attributes", "MDBA_ROUTER_PATTR_???", router_port_attributes_rows};
constinit const ValueSet bridge_modes{"bridge_modes", "BRIDGE_MODE_???", bridge_modes_rows};
constinit const ValueSet multicast_states{"multicast_states", "MDB_???", multicast_states_rows};
constinit const ValueSet multicast_router_types{"multicast_router_types", "MDB_RTR_TYPE_???", multicast_router_types_rows};
constinit const ValueSet bridging_commands{"bridging_commands", "DCB_CMD_???", bridging_commands_rows};
constinit const ValueSet bridging_attributes{"bridging_attributes", "DCB_ATTR_???", bridging_attributes_rows};

}  // namespace troupe
