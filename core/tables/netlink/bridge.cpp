#include "core/tables/flags/bridge.hpp"

#include <linux/if_bridge.h>
#include <linux/if_link.h>

#include "core/tables/netlink/message.hpp"
#include "core/tables/structs/bridge.hpp"
#include "core/tables/values/bridge.hpp"
#include "core/tables/values/protocols.hpp"
#include "core/tables/values/route_attributes.hpp"

// What bridges say of themselves in links (linux/if_link.h), and of multicast (linux/if_bridge.h).
namespace troupe {

namespace {

using namespace carries;

constexpr AttributeRow querier_rows[] = {inet_address(BRIDGE_QUERIER_IP_ADDRESS), u32(BRIDGE_QUERIER_IP_PORT),
                                         ticks(BRIDGE_QUERIER_IP_OTHER_TIMER),    inet6_address(BRIDGE_QUERIER_IPV6_ADDRESS),
                                         u32(BRIDGE_QUERIER_IPV6_PORT),           ticks(BRIDGE_QUERIER_IPV6_OTHER_TIMER)};
constinit const AttributeSet querier{&bridge_querier_attributes, querier_rows};

constexpr AttributeRow bridge_rows[] = {ticks(IFLA_BR_FORWARD_DELAY),
                                        ticks(IFLA_BR_HELLO_TIME),
                                        ticks(IFLA_BR_MAX_AGE),
                                        ticks(IFLA_BR_AGEING_TIME),
                                        u32(IFLA_BR_STP_STATE),
                                        u16(IFLA_BR_PRIORITY),
                                        u8(IFLA_BR_VLAN_FILTERING),
                                        hex16(IFLA_BR_GROUP_FWD_MASK),
                                        u16(IFLA_BR_ROOT_PORT),
                                        u32(IFLA_BR_ROOT_PATH_COST),
                                        u8(IFLA_BR_TOPOLOGY_CHANGE),
                                        u8(IFLA_BR_TOPOLOGY_CHANGE_DETECTED),
                                        ticks(IFLA_BR_HELLO_TIMER),
                                        ticks(IFLA_BR_TCN_TIMER),
                                        ticks(IFLA_BR_TOPOLOGY_CHANGE_TIMER),
                                        ticks(IFLA_BR_GC_TIMER),
                                        hardware_address(IFLA_BR_GROUP_ADDR),
                                        u8(IFLA_BR_MCAST_ROUTER),
                                        u8(IFLA_BR_MCAST_SNOOPING),
                                        u8(IFLA_BR_MCAST_QUERY_USE_IFADDR),
                                        u8(IFLA_BR_MCAST_QUERIER),
                                        u32(IFLA_BR_MCAST_HASH_ELASTICITY),
                                        u32(IFLA_BR_MCAST_HASH_MAX),
                                        u32(IFLA_BR_MCAST_LAST_MEMBER_CNT),
                                        u32(IFLA_BR_MCAST_STARTUP_QUERY_CNT),
                                        ticks(IFLA_BR_MCAST_LAST_MEMBER_INTVL),
                                        ticks(IFLA_BR_MCAST_MEMBERSHIP_INTVL),
                                        ticks(IFLA_BR_MCAST_QUERIER_INTVL),
                                        ticks(IFLA_BR_MCAST_QUERY_INTVL),
                                        ticks(IFLA_BR_MCAST_QUERY_RESPONSE_INTVL),
                                        ticks(IFLA_BR_MCAST_STARTUP_QUERY_INTVL),
                                        u8(IFLA_BR_NF_CALL_IPTABLES),
                                        u8(IFLA_BR_NF_CALL_IP6TABLES),
                                        u8(IFLA_BR_NF_CALL_ARPTABLES),
                                        u16(IFLA_BR_VLAN_DEFAULT_PVID),
                                        u8(IFLA_BR_VLAN_STATS_ENABLED),
                                        u8(IFLA_BR_MCAST_STATS_ENABLED),
                                        u8(IFLA_BR_MCAST_IGMP_VERSION),
                                        u8(IFLA_BR_MCAST_MLD_VERSION),
                                        u8(IFLA_BR_VLAN_STATS_PER_PORT),
                                        constant(IFLA_BR_VLAN_PROTOCOL, Width::u16, kind::network_value(bridged_protocols)),
                                        structure(IFLA_BR_ROOT_ID, bridge_identity_layout),
                                        structure(IFLA_BR_BRIDGE_ID, bridge_identity_layout),
                                        structure(IFLA_BR_MULTI_BOOLOPT, bridge_options_layout),
                                        attributes(IFLA_BR_MCAST_QUERIER_STATE, querier)};

constexpr AttributeRow port_rows[] = {u8(IFLA_BRPORT_STATE),
                                      u16(IFLA_BRPORT_PRIORITY),
                                      u32(IFLA_BRPORT_COST),
                                      u8(IFLA_BRPORT_MODE),
                                      u8(IFLA_BRPORT_GUARD),
                                      u8(IFLA_BRPORT_PROTECT),
                                      u8(IFLA_BRPORT_FAST_LEAVE),
                                      u8(IFLA_BRPORT_LEARNING),
                                      u8(IFLA_BRPORT_UNICAST_FLOOD),
                                      u8(IFLA_BRPORT_PROXYARP),
                                      u8(IFLA_BRPORT_LEARNING_SYNC),
                                      u8(IFLA_BRPORT_PROXYARP_WIFI),
                                      u16(IFLA_BRPORT_DESIGNATED_PORT),
                                      u16(IFLA_BRPORT_DESIGNATED_COST),
                                      u16(IFLA_BRPORT_ID),
                                      u16(IFLA_BRPORT_NO),
                                      u8(IFLA_BRPORT_TOPOLOGY_CHANGE_ACK),
                                      u8(IFLA_BRPORT_CONFIG_PENDING),
                                      ticks(IFLA_BRPORT_MESSAGE_AGE_TIMER),
                                      ticks(IFLA_BRPORT_FORWARD_DELAY_TIMER),
                                      ticks(IFLA_BRPORT_HOLD_TIMER),
                                      u8(IFLA_BRPORT_MULTICAST_ROUTER),
                                      u8(IFLA_BRPORT_MCAST_FLOOD),
                                      u8(IFLA_BRPORT_MCAST_TO_UCAST),
                                      u8(IFLA_BRPORT_VLAN_TUNNEL),
                                      u8(IFLA_BRPORT_BCAST_FLOOD),
                                      hex16(IFLA_BRPORT_GROUP_FWD_MASK),
                                      u8(IFLA_BRPORT_NEIGH_SUPPRESS),
                                      u8(IFLA_BRPORT_ISOLATED),
                                      device(IFLA_BRPORT_BACKUP_PORT),
                                      u8(IFLA_BRPORT_MRP_RING_OPEN),
                                      u8(IFLA_BRPORT_MRP_IN_OPEN),
                                      u32(IFLA_BRPORT_MCAST_EHT_HOSTS_LIMIT),
                                      u32(IFLA_BRPORT_MCAST_EHT_HOSTS_CNT),
                                      u8(IFLA_BRPORT_LOCKED),
                                      structure(IFLA_BRPORT_ROOT_ID, bridge_identity_layout),
                                      structure(IFLA_BRPORT_BRIDGE_ID, bridge_identity_layout)};

constexpr AttributeRow tunnel_rows[] = {u32(IFLA_BRIDGE_VLAN_TUNNEL_ID), u16(IFLA_BRIDGE_VLAN_TUNNEL_VID),
                                        constant(IFLA_BRIDGE_VLAN_TUNNEL_FLAGS, Width::u16, kind::flags(bridged_network_flags))};
constinit const AttributeSet tunnel{&bridge_tunnel_attributes, tunnel_rows};

constexpr AttributeRow family_rows[] = {
    constant(IFLA_BRIDGE_FLAGS, Width::u16, kind::flags(bridge_flags)), constant(IFLA_BRIDGE_MODE, Width::u16, kind::value(bridge_modes)),
    structure_and(IFLA_BRIDGE_VLAN_INFO, bridged_network_layout, nullptr), attributes(IFLA_BRIDGE_VLAN_TUNNEL_INFO, tunnel)};

constexpr AttributeRow details_rows[] = {ticks(MDBA_MDB_EATTR_TIMER)};
constinit const AttributeSet details{&multicast_details_attributes, details_rows};
constexpr AttributeRow entry_rows[] = {structure_and(MDBA_MDB_ENTRY_INFO, multicast_entry_layout, &details)};
constinit const AttributeSet entry{&multicast_entry_attributes, entry_rows};
constexpr AttributeRow entries_rows[] = {attributes(MDBA_MDB_ENTRY, entry)};
constinit const AttributeSet entries{&multicast_entries_attributes, entries_rows};
constexpr AttributeRow router_port_rows[] = {ticks(MDBA_ROUTER_PATTR_TIMER),
                                             number(MDBA_ROUTER_PATTR_TYPE, Width::u8, kind::value(multicast_router_types)),
                                             ticks(MDBA_ROUTER_PATTR_INET_TIMER), ticks(MDBA_ROUTER_PATTR_INET6_TIMER)};
constinit const AttributeSet router_port{&router_port_attributes, router_port_rows};
constexpr AttributeRow router_rows[] = {structure_and(MDBA_ROUTER_PORT, router_port_layout, &router_port)};
constinit const AttributeSet router{&multicast_router_attributes, router_rows};
constexpr AttributeRow multicast_rows[] = {attributes(MDBA_MDB, entries), attributes(MDBA_ROUTER, router)};

}  // namespace

constinit const AttributeSet bridge_attribute_set{&bridge_attributes, bridge_rows};
constinit const AttributeSet bridge_port_attribute_set{&bridge_port_attributes, port_rows};
constinit const AttributeSet bridge_family_attribute_set{&bridge_family_attributes, family_rows};
constinit const AttributeSet multicast_attribute_set{&multicast_attributes, multicast_rows};

}  // namespace troupe
