#include "core/tables/values/route_attributes.hpp"

#include <linux/fib_rules.h>
#include <linux/gen_stats.h>
#include <linux/if_addr.h>
#include <linux/if_addrlabel.h>
#include <linux/if_bridge.h>
#include <linux/if_link.h>
#include <linux/neighbour.h>
#include <linux/net_namespace.h>
#include <linux/netconf.h>
#include <linux/nexthop.h>
#include <linux/pkt_cls.h>
#include <linux/rtnetlink.h>

#include "core/tables/named_constant.hpp"

// linux/rtnetlink.h and the headers that it includes.
namespace troupe {

namespace {

constexpr NamedConstant link_attributes_rows[] = {TROUPE_NAMED(IFLA_UNSPEC),
                                                  TROUPE_NAMED(IFLA_ADDRESS),
                                                  TROUPE_NAMED(IFLA_BROADCAST),
                                                  TROUPE_NAMED(IFLA_IFNAME),
                                                  TROUPE_NAMED(IFLA_MTU),
                                                  TROUPE_NAMED(IFLA_LINK),
                                                  TROUPE_NAMED(IFLA_QDISC),
                                                  TROUPE_NAMED(IFLA_STATS),
                                                  TROUPE_NAMED(IFLA_COST),
                                                  TROUPE_NAMED(IFLA_PRIORITY),
                                                  TROUPE_NAMED(IFLA_MASTER),
                                                  TROUPE_NAMED(IFLA_WIRELESS),
                                                  TROUPE_NAMED(IFLA_PROTINFO),
                                                  TROUPE_NAMED(IFLA_TXQLEN),
                                                  TROUPE_NAMED(IFLA_MAP),
                                                  TROUPE_NAMED(IFLA_WEIGHT),
                                                  TROUPE_NAMED(IFLA_OPERSTATE),
                                                  TROUPE_NAMED(IFLA_LINKMODE),
                                                  TROUPE_NAMED(IFLA_LINKINFO),
                                                  TROUPE_NAMED(IFLA_NET_NS_PID),
                                                  TROUPE_NAMED(IFLA_IFALIAS),
                                                  TROUPE_NAMED(IFLA_NUM_VF),
                                                  TROUPE_NAMED(IFLA_VFINFO_LIST),
                                                  TROUPE_NAMED(IFLA_STATS64),
                                                  TROUPE_NAMED(IFLA_VF_PORTS),
                                                  TROUPE_NAMED(IFLA_PORT_SELF),
                                                  TROUPE_NAMED(IFLA_AF_SPEC),
                                                  TROUPE_NAMED(IFLA_GROUP),
                                                  TROUPE_NAMED(IFLA_NET_NS_FD),
                                                  TROUPE_NAMED(IFLA_EXT_MASK),
                                                  TROUPE_NAMED(IFLA_PROMISCUITY),
                                                  TROUPE_NAMED(IFLA_NUM_TX_QUEUES),
                                                  TROUPE_NAMED(IFLA_NUM_RX_QUEUES),
                                                  TROUPE_NAMED(IFLA_CARRIER),
                                                  TROUPE_NAMED(IFLA_PHYS_PORT_ID),
                                                  TROUPE_NAMED(IFLA_CARRIER_CHANGES),
                                                  TROUPE_NAMED(IFLA_PHYS_SWITCH_ID),
                                                  TROUPE_NAMED(IFLA_LINK_NETNSID),
                                                  TROUPE_NAMED(IFLA_PHYS_PORT_NAME),
                                                  TROUPE_NAMED(IFLA_PROTO_DOWN),
                                                  TROUPE_NAMED(IFLA_GSO_MAX_SEGS),
                                                  TROUPE_NAMED(IFLA_GSO_MAX_SIZE),
                                                  TROUPE_NAMED(IFLA_PAD),
                                                  TROUPE_NAMED(IFLA_XDP),
                                                  TROUPE_NAMED(IFLA_EVENT),
                                                  TROUPE_NAMED(IFLA_NEW_NETNSID),
                                                  TROUPE_NAMED(IFLA_IF_NETNSID),
                                                  TROUPE_NAMED(IFLA_CARRIER_UP_COUNT),
                                                  TROUPE_NAMED(IFLA_CARRIER_DOWN_COUNT),
                                                  TROUPE_NAMED(IFLA_NEW_IFINDEX),
                                                  TROUPE_NAMED(IFLA_MIN_MTU),
                                                  TROUPE_NAMED(IFLA_MAX_MTU),
                                                  TROUPE_NAMED(IFLA_PROP_LIST),
                                                  TROUPE_NAMED(IFLA_ALT_IFNAME),
                                                  TROUPE_NAMED(IFLA_PERM_ADDRESS),
                                                  TROUPE_NAMED(IFLA_PROTO_DOWN_REASON),
                                                  TROUPE_NAMED(IFLA_PARENT_DEV_NAME),
                                                  TROUPE_NAMED(IFLA_PARENT_DEV_BUS_NAME),
                                                  TROUPE_NAMED(IFLA_GRO_MAX_SIZE),
                                                  TROUPE_NAMED(IFLA_TSO_MAX_SIZE),
                                                  TROUPE_NAMED(IFLA_TSO_MAX_SEGS),
                                                  TROUPE_NAMED(IFLA_ALLMULTI)};

constexpr NamedConstant link_info_attributes_rows[] = {TROUPE_NAMED(IFLA_INFO_UNSPEC),     TROUPE_NAMED(IFLA_INFO_KIND),
                                                       TROUPE_NAMED(IFLA_INFO_DATA),       TROUPE_NAMED(IFLA_INFO_XSTATS),
                                                       TROUPE_NAMED(IFLA_INFO_SLAVE_KIND), TROUPE_NAMED(IFLA_INFO_SLAVE_DATA)};

constexpr NamedConstant xdp_attributes_rows[] = {
    TROUPE_NAMED(IFLA_XDP_UNSPEC),      TROUPE_NAMED(IFLA_XDP_FD),         TROUPE_NAMED(IFLA_XDP_ATTACHED),
    TROUPE_NAMED(IFLA_XDP_FLAGS),       TROUPE_NAMED(IFLA_XDP_PROG_ID),    TROUPE_NAMED(IFLA_XDP_DRV_PROG_ID),
    TROUPE_NAMED(IFLA_XDP_SKB_PROG_ID), TROUPE_NAMED(IFLA_XDP_HW_PROG_ID), TROUPE_NAMED(IFLA_XDP_EXPECTED_FD)};

constexpr NamedConstant inet_link_attributes_rows[] = {TROUPE_NAMED(IFLA_INET_UNSPEC), TROUPE_NAMED(IFLA_INET_CONF)};

constexpr NamedConstant inet6_link_attributes_rows[] = {TROUPE_NAMED(IFLA_INET6_UNSPEC),        TROUPE_NAMED(IFLA_INET6_FLAGS),
                                                        TROUPE_NAMED(IFLA_INET6_CONF),          TROUPE_NAMED(IFLA_INET6_STATS),
                                                        TROUPE_NAMED(IFLA_INET6_MCAST),         TROUPE_NAMED(IFLA_INET6_CACHEINFO),
                                                        TROUPE_NAMED(IFLA_INET6_ICMP6STATS),    TROUPE_NAMED(IFLA_INET6_TOKEN),
                                                        TROUPE_NAMED(IFLA_INET6_ADDR_GEN_MODE), TROUPE_NAMED(IFLA_INET6_RA_MTU)};

constexpr NamedConstant address_attributes_rows[] = {
    TROUPE_NAMED(IFA_UNSPEC),    TROUPE_NAMED(IFA_ADDRESS),     TROUPE_NAMED(IFA_LOCAL),          TROUPE_NAMED(IFA_LABEL),
    TROUPE_NAMED(IFA_BROADCAST), TROUPE_NAMED(IFA_ANYCAST),     TROUPE_NAMED(IFA_CACHEINFO),      TROUPE_NAMED(IFA_MULTICAST),
    TROUPE_NAMED(IFA_FLAGS),     TROUPE_NAMED(IFA_RT_PRIORITY), TROUPE_NAMED(IFA_TARGET_NETNSID), TROUPE_NAMED(IFA_PROTO)};

constexpr NamedConstant route_attributes_rows[] = {
    TROUPE_NAMED(RTA_UNSPEC),    TROUPE_NAMED(RTA_DST),        TROUPE_NAMED(RTA_SRC),           TROUPE_NAMED(RTA_IIF),
    TROUPE_NAMED(RTA_OIF),       TROUPE_NAMED(RTA_GATEWAY),    TROUPE_NAMED(RTA_PRIORITY),      TROUPE_NAMED(RTA_PREFSRC),
    TROUPE_NAMED(RTA_METRICS),   TROUPE_NAMED(RTA_MULTIPATH),  TROUPE_NAMED(RTA_PROTOINFO),     TROUPE_NAMED(RTA_FLOW),
    TROUPE_NAMED(RTA_CACHEINFO), TROUPE_NAMED(RTA_SESSION),    TROUPE_NAMED(RTA_MP_ALGO),       TROUPE_NAMED(RTA_TABLE),
    TROUPE_NAMED(RTA_MARK),      TROUPE_NAMED(RTA_MFC_STATS),  TROUPE_NAMED(RTA_VIA),           TROUPE_NAMED(RTA_NEWDST),
    TROUPE_NAMED(RTA_PREF),      TROUPE_NAMED(RTA_ENCAP_TYPE), TROUPE_NAMED(RTA_ENCAP),         TROUPE_NAMED(RTA_EXPIRES),
    TROUPE_NAMED(RTA_PAD),       TROUPE_NAMED(RTA_UID),        TROUPE_NAMED(RTA_TTL_PROPAGATE), TROUPE_NAMED(RTA_IP_PROTO),
    TROUPE_NAMED(RTA_SPORT),     TROUPE_NAMED(RTA_DPORT),      TROUPE_NAMED(RTA_NH_ID)};

constexpr NamedConstant metric_attributes_rows[] = {
    TROUPE_NAMED(RTAX_UNSPEC),     TROUPE_NAMED(RTAX_LOCK),     TROUPE_NAMED(RTAX_MTU),
    TROUPE_NAMED(RTAX_WINDOW),     TROUPE_NAMED(RTAX_RTT),      TROUPE_NAMED(RTAX_RTTVAR),
    TROUPE_NAMED(RTAX_SSTHRESH),   TROUPE_NAMED(RTAX_CWND),     TROUPE_NAMED(RTAX_ADVMSS),
    TROUPE_NAMED(RTAX_REORDERING), TROUPE_NAMED(RTAX_HOPLIMIT), TROUPE_NAMED(RTAX_INITCWND),
    TROUPE_NAMED(RTAX_FEATURES),   TROUPE_NAMED(RTAX_RTO_MIN),  TROUPE_NAMED(RTAX_INITRWND),
    TROUPE_NAMED(RTAX_QUICKACK),   TROUPE_NAMED(RTAX_CC_ALGO),  TROUPE_NAMED(RTAX_FASTOPEN_NO_COOKIE)};

constexpr NamedConstant neighbour_attributes_rows[] = {
    TROUPE_NAMED(NDA_UNSPEC),         TROUPE_NAMED(NDA_DST),           TROUPE_NAMED(NDA_LLADDR),        TROUPE_NAMED(NDA_CACHEINFO),
    TROUPE_NAMED(NDA_PROBES),         TROUPE_NAMED(NDA_VLAN),          TROUPE_NAMED(NDA_PORT),          TROUPE_NAMED(NDA_VNI),
    TROUPE_NAMED(NDA_IFINDEX),        TROUPE_NAMED(NDA_MASTER),        TROUPE_NAMED(NDA_LINK_NETNSID),  TROUPE_NAMED(NDA_SRC_VNI),
    TROUPE_NAMED(NDA_PROTOCOL),       TROUPE_NAMED(NDA_NH_ID),         TROUPE_NAMED(NDA_FDB_EXT_ATTRS), TROUPE_NAMED(NDA_FLAGS_EXT),
    TROUPE_NAMED(NDA_NDM_STATE_MASK), TROUPE_NAMED(NDA_NDM_FLAGS_MASK)};

constexpr NamedConstant neighbour_table_attributes_rows[] = {
    TROUPE_NAMED(NDTA_UNSPEC),      TROUPE_NAMED(NDTA_NAME),   TROUPE_NAMED(NDTA_THRESH1), TROUPE_NAMED(NDTA_THRESH2),
    TROUPE_NAMED(NDTA_THRESH3),     TROUPE_NAMED(NDTA_CONFIG), TROUPE_NAMED(NDTA_PARMS),   TROUPE_NAMED(NDTA_STATS),
    TROUPE_NAMED(NDTA_GC_INTERVAL), TROUPE_NAMED(NDTA_PAD)};

constexpr NamedConstant neighbour_parameter_attributes_rows[] = {TROUPE_NAMED(NDTPA_UNSPEC),
                                                                 TROUPE_NAMED(NDTPA_IFINDEX),
                                                                 TROUPE_NAMED(NDTPA_REFCNT),
                                                                 TROUPE_NAMED(NDTPA_REACHABLE_TIME),
                                                                 TROUPE_NAMED(NDTPA_BASE_REACHABLE_TIME),
                                                                 TROUPE_NAMED(NDTPA_RETRANS_TIME),
                                                                 TROUPE_NAMED(NDTPA_GC_STALETIME),
                                                                 TROUPE_NAMED(NDTPA_DELAY_PROBE_TIME),
                                                                 TROUPE_NAMED(NDTPA_QUEUE_LEN),
                                                                 TROUPE_NAMED(NDTPA_APP_PROBES),
                                                                 TROUPE_NAMED(NDTPA_UCAST_PROBES),
                                                                 TROUPE_NAMED(NDTPA_MCAST_PROBES),
                                                                 TROUPE_NAMED(NDTPA_ANYCAST_DELAY),
                                                                 TROUPE_NAMED(NDTPA_PROXY_DELAY),
                                                                 TROUPE_NAMED(NDTPA_PROXY_QLEN),
                                                                 TROUPE_NAMED(NDTPA_LOCKTIME),
                                                                 TROUPE_NAMED(NDTPA_QUEUE_LENBYTES),
                                                                 TROUPE_NAMED(NDTPA_MCAST_REPROBES),
                                                                 TROUPE_NAMED(NDTPA_PAD),
                                                                 TROUPE_NAMED(NDTPA_INTERVAL_PROBE_TIME_MS)};

constexpr NamedConstant rule_attributes_rows[] = {TROUPE_NAMED(FRA_UNSPEC),
                                                  TROUPE_NAMED(FRA_DST),
                                                  TROUPE_NAMED(FRA_SRC),
                                                  TROUPE_NAMED(FRA_IIFNAME),
                                                  TROUPE_NAMED(FRA_GOTO),
                                                  TROUPE_NAMED(FRA_UNUSED2),
                                                  TROUPE_NAMED(FRA_PRIORITY),
                                                  TROUPE_NAMED(FRA_UNUSED3),
                                                  TROUPE_NAMED(FRA_UNUSED4),
                                                  TROUPE_NAMED(FRA_UNUSED5),
                                                  TROUPE_NAMED(FRA_FWMARK),
                                                  TROUPE_NAMED(FRA_FLOW),
                                                  TROUPE_NAMED(FRA_TUN_ID),
                                                  TROUPE_NAMED(FRA_SUPPRESS_IFGROUP),
                                                  TROUPE_NAMED(FRA_SUPPRESS_PREFIXLEN),
                                                  TROUPE_NAMED(FRA_TABLE),
                                                  TROUPE_NAMED(FRA_FWMASK),
                                                  TROUPE_NAMED(FRA_OIFNAME),
                                                  TROUPE_NAMED(FRA_PAD),
                                                  TROUPE_NAMED(FRA_L3MDEV),
                                                  TROUPE_NAMED(FRA_UID_RANGE),
                                                  TROUPE_NAMED(FRA_PROTOCOL),
                                                  TROUPE_NAMED(FRA_IP_PROTO),
                                                  TROUPE_NAMED(FRA_SPORT_RANGE),
                                                  TROUPE_NAMED(FRA_DPORT_RANGE)};

constexpr NamedConstant traffic_attributes_rows[] = {
    TROUPE_NAMED(TCA_UNSPEC),      TROUPE_NAMED(TCA_KIND),          TROUPE_NAMED(TCA_OPTIONS),        TROUPE_NAMED(TCA_STATS),
    TROUPE_NAMED(TCA_XSTATS),      TROUPE_NAMED(TCA_RATE),          TROUPE_NAMED(TCA_FCNT),           TROUPE_NAMED(TCA_STATS2),
    TROUPE_NAMED(TCA_STAB),        TROUPE_NAMED(TCA_PAD),           TROUPE_NAMED(TCA_DUMP_INVISIBLE), TROUPE_NAMED(TCA_CHAIN),
    TROUPE_NAMED(TCA_HW_OFFLOAD),  TROUPE_NAMED(TCA_INGRESS_BLOCK), TROUPE_NAMED(TCA_EGRESS_BLOCK),   TROUPE_NAMED(TCA_DUMP_FLAGS),
    TROUPE_NAMED(TCA_EXT_WARN_MSG)};

constexpr NamedConstant traffic_statistics_attributes_rows[] = {
    TROUPE_NAMED(TCA_STATS_UNSPEC), TROUPE_NAMED(TCA_STATS_BASIC),    TROUPE_NAMED(TCA_STATS_RATE_EST),
    TROUPE_NAMED(TCA_STATS_QUEUE),  TROUPE_NAMED(TCA_STATS_APP),      TROUPE_NAMED(TCA_STATS_RATE_EST64),
    TROUPE_NAMED(TCA_STATS_PAD),    TROUPE_NAMED(TCA_STATS_BASIC_HW), TROUPE_NAMED(TCA_STATS_PKT64)};

constexpr NamedConstant network_configuration_attributes_rows[] = {TROUPE_NAMED(NETCONFA_UNSPEC),
                                                                   TROUPE_NAMED(NETCONFA_IFINDEX),
                                                                   TROUPE_NAMED(NETCONFA_FORWARDING),
                                                                   TROUPE_NAMED(NETCONFA_RP_FILTER),
                                                                   TROUPE_NAMED(NETCONFA_MC_FORWARDING),
                                                                   TROUPE_NAMED(NETCONFA_PROXY_NEIGH),
                                                                   TROUPE_NAMED(NETCONFA_IGNORE_ROUTES_WITH_LINKDOWN),
                                                                   TROUPE_NAMED(NETCONFA_INPUT),
                                                                   TROUPE_NAMED(NETCONFA_BC_FORWARDING)};

constexpr NamedConstant namespace_id_attributes_rows[] = {TROUPE_NAMED(NETNSA_NONE),        TROUPE_NAMED(NETNSA_NSID),
                                                          TROUPE_NAMED(NETNSA_PID),         TROUPE_NAMED(NETNSA_FD),
                                                          TROUPE_NAMED(NETNSA_TARGET_NSID), TROUPE_NAMED(NETNSA_CURRENT_NSID)};

constexpr NamedConstant address_label_attributes_rows[] = {TROUPE_NAMED(IFAL_ADDRESS), TROUPE_NAMED(IFAL_LABEL)};

constexpr NamedConstant next_hop_attributes_rows[] = {TROUPE_NAMED(NHA_UNSPEC),     TROUPE_NAMED(NHA_ID),         TROUPE_NAMED(NHA_GROUP),
                                                      TROUPE_NAMED(NHA_GROUP_TYPE), TROUPE_NAMED(NHA_BLACKHOLE),  TROUPE_NAMED(NHA_OIF),
                                                      TROUPE_NAMED(NHA_GATEWAY),    TROUPE_NAMED(NHA_ENCAP_TYPE), TROUPE_NAMED(NHA_ENCAP),
                                                      TROUPE_NAMED(NHA_GROUPS),     TROUPE_NAMED(NHA_MASTER),     TROUPE_NAMED(NHA_FDB),
                                                      TROUPE_NAMED(NHA_RES_GROUP),  TROUPE_NAMED(NHA_RES_BUCKET)};

constexpr NamedConstant action_attributes_rows[] = {
    TROUPE_NAMED(TCA_ACT_UNSPEC),   TROUPE_NAMED(TCA_ACT_KIND),          TROUPE_NAMED(TCA_ACT_OPTIONS),    TROUPE_NAMED(TCA_ACT_INDEX),
    TROUPE_NAMED(TCA_ACT_STATS),    TROUPE_NAMED(TCA_ACT_PAD),           TROUPE_NAMED(TCA_ACT_COOKIE),     TROUPE_NAMED(TCA_ACT_FLAGS),
    TROUPE_NAMED(TCA_ACT_HW_STATS), TROUPE_NAMED(TCA_ACT_USED_HW_STATS), TROUPE_NAMED(TCA_ACT_IN_HW_COUNT)};

constexpr NamedConstant multicast_attributes_rows[] = {TROUPE_NAMED(MDBA_UNSPEC), TROUPE_NAMED(MDBA_MDB), TROUPE_NAMED(MDBA_ROUTER)};

constexpr NamedConstant link_statistics_attributes_rows[] = {TROUPE_NAMED(IFLA_STATS_UNSPEC),
                                                             TROUPE_NAMED(IFLA_STATS_LINK_64),
                                                             TROUPE_NAMED(IFLA_STATS_LINK_XSTATS),
                                                             TROUPE_NAMED(IFLA_STATS_LINK_XSTATS_SLAVE),
                                                             TROUPE_NAMED(IFLA_STATS_LINK_OFFLOAD_XSTATS),
                                                             TROUPE_NAMED(IFLA_STATS_AF_SPEC)};

}  // namespace

constinit const ValueSet link_statistics_attributes{"link_statistics_attributes", "IFLA_STATS_???", link_statistics_attributes_rows};
constinit const ValueSet multicast_attributes{"multicast_attributes", "MDBA_???", multicast_attributes_rows};
constinit const ValueSet action_attributes{"action_attributes", "TCA_ACT_???", action_attributes_rows};
constinit const ValueSet link_attributes{"link_attributes", "IFLA_???", link_attributes_rows};
constinit const ValueSet link_info_attributes{"link_info_attributes", "IFLA_INFO_???", link_info_attributes_rows};
constinit const ValueSet xdp_attributes{"xdp_attributes", "IFLA_XDP_???", xdp_attributes_rows};
constinit const ValueSet inet_link_attributes{"inet_link_attributes", "IFLA_INET_???", inet_link_attributes_rows};
constinit const ValueSet inet6_link_attributes{"inet6_link_attributes", "IFLA_INET6_???", inet6_link_attributes_rows};
constinit const ValueSet address_attributes{"address_attributes", "IFA_???", address_attributes_rows};
constinit const ValueSet route_attributes{"route_attributes", "RTA_???", route_attributes_rows};
constinit const ValueSet metric_attributes{"metric_attributes", "RTAX_???", metric_attributes_rows};
constinit const ValueSet neighbour_attributes{"neighbour_attributes", "NDA_???", neighbour_attributes_rows};
constinit const ValueSet neighbour_table_attributes{"neighbour_table_attributes", "NDTA_???", neighbour_table_attributes_rows};
constinit const ValueSet neighbour_parameter_attributes{"neighbour_parameter_attributes", "NDTPA_???", neighbour_parameter_attributes_rows};
constinit const ValueSet rule_attributes{"rule_attributes", "FRA_???", rule_attributes_rows};
constinit const ValueSet traffic_attributes{"traffic_attributes", "TCA_???", traffic_attributes_rows};
constinit const ValueSet traffic_statistics_attributes{"traffic_statistics_attributes", "TCA_STATS_???",
                                                       traffic_statistics_attributes_rows};
constinit const ValueSet network_configuration_attributes{"network_configuration_attributes", "NETCONFA_???",
                                                          network_configuration_attributes_rows};
constinit const ValueSet namespace_id_attributes{"namespace_id_attributes", "NETNSA_???", namespace_id_attributes_rows};
constinit const ValueSet address_label_attributes{"address_label_attributes", "IFAL_???", address_label_attributes_rows};
constinit const ValueSet next_hop_attributes{"next_hop_attributes", "NHA_???", next_hop_attributes_rows};

}  // namespace troupe
