#include "core/tables/values/route.hpp"

#include <linux/dcbnl.h>
#include <linux/fib_rules.h>
#include <linux/if_arp.h>
#include <linux/if_link.h>
#include <linux/lwtunnel.h>
#include <linux/rtnetlink.h>

#include "core/tables/named_constant.hpp"

// linux/if_arp.h, linux/rtnetlink.h, linux/fib_rules.h, linux/lwtunnel.h, linux/if_link.h.
namespace troupe {

namespace {

constexpr NamedConstant hardware_types_rows[] = {TROUPE_NAMED(ARPHRD_NETROM),
                                                 TROUPE_NAMED(ARPHRD_ETHER),
                                                 TROUPE_NAMED(ARPHRD_EETHER),
                                                 TROUPE_NAMED(ARPHRD_AX25),
                                                 TROUPE_NAMED(ARPHRD_PRONET),
                                                 TROUPE_NAMED(ARPHRD_CHAOS),
                                                 TROUPE_NAMED(ARPHRD_IEEE802),
                                                 TROUPE_NAMED(ARPHRD_ARCNET),
                                                 TROUPE_NAMED(ARPHRD_APPLETLK),
                                                 TROUPE_NAMED(ARPHRD_DLCI),
                                                 TROUPE_NAMED(ARPHRD_ATM),
                                                 TROUPE_NAMED(ARPHRD_METRICOM),
                                                 TROUPE_NAMED(ARPHRD_IEEE1394),
                                                 TROUPE_NAMED(ARPHRD_EUI64),
                                                 TROUPE_NAMED(ARPHRD_INFINIBAND),
                                                 TROUPE_NAMED(ARPHRD_SLIP),
                                                 TROUPE_NAMED(ARPHRD_CSLIP),
                                                 TROUPE_NAMED(ARPHRD_SLIP6),
                                                 TROUPE_NAMED(ARPHRD_CSLIP6),
                                                 TROUPE_NAMED(ARPHRD_RSRVD),
                                                 TROUPE_NAMED(ARPHRD_ADAPT),
                                                 TROUPE_NAMED(ARPHRD_ROSE),
                                                 TROUPE_NAMED(ARPHRD_X25),
                                                 TROUPE_NAMED(ARPHRD_HWX25),
                                                 TROUPE_NAMED(ARPHRD_CAN),
                                                 TROUPE_NAMED(ARPHRD_MCTP),
                                                 TROUPE_NAMED(ARPHRD_PPP),
                                                 TROUPE_NAMED(ARPHRD_CISCO),
                                                 TROUPE_NAMED(ARPHRD_LAPB),
                                                 TROUPE_NAMED(ARPHRD_DDCMP),
                                                 TROUPE_NAMED(ARPHRD_RAWHDLC),
                                                 TROUPE_NAMED(ARPHRD_RAWIP),
                                                 TROUPE_NAMED(ARPHRD_TUNNEL),
                                                 TROUPE_NAMED(ARPHRD_TUNNEL6),
                                                 TROUPE_NAMED(ARPHRD_FRAD),
                                                 TROUPE_NAMED(ARPHRD_SKIP),
                                                 TROUPE_NAMED(ARPHRD_LOOPBACK),
                                                 TROUPE_NAMED(ARPHRD_LOCALTLK),
                                                 TROUPE_NAMED(ARPHRD_FDDI),
                                                 TROUPE_NAMED(ARPHRD_BIF),
                                                 TROUPE_NAMED(ARPHRD_SIT),
                                                 TROUPE_NAMED(ARPHRD_IPDDP),
                                                 TROUPE_NAMED(ARPHRD_IPGRE),
                                                 TROUPE_NAMED(ARPHRD_PIMREG),
                                                 TROUPE_NAMED(ARPHRD_HIPPI),
                                                 TROUPE_NAMED(ARPHRD_ASH),
                                                 TROUPE_NAMED(ARPHRD_ECONET),
                                                 TROUPE_NAMED(ARPHRD_IRDA),
                                                 TROUPE_NAMED(ARPHRD_FCPP),
                                                 TROUPE_NAMED(ARPHRD_FCAL),
                                                 TROUPE_NAMED(ARPHRD_FCPL),
                                                 TROUPE_NAMED(ARPHRD_FCFABRIC),
                                                 TROUPE_NAMED(ARPHRD_IEEE802_TR),
                                                 TROUPE_NAMED(ARPHRD_IEEE80211),
                                                 TROUPE_NAMED(ARPHRD_IEEE80211_PRISM),
                                                 TROUPE_NAMED(ARPHRD_IEEE80211_RADIOTAP),
                                                 TROUPE_NAMED(ARPHRD_IEEE802154),
                                                 TROUPE_NAMED(ARPHRD_IEEE802154_MONITOR),
                                                 TROUPE_NAMED(ARPHRD_PHONET),
                                                 TROUPE_NAMED(ARPHRD_PHONET_PIPE),
                                                 TROUPE_NAMED(ARPHRD_CAIF),
                                                 TROUPE_NAMED(ARPHRD_IP6GRE),
                                                 TROUPE_NAMED(ARPHRD_NETLINK),
                                                 TROUPE_NAMED(ARPHRD_6LOWPAN),
                                                 TROUPE_NAMED(ARPHRD_VSOCKMON),
                                                 TROUPE_NAMED(ARPHRD_NONE),
                                                 TROUPE_NAMED(ARPHRD_VOID)};

constexpr NamedConstant route_scopes_rows[] = {TROUPE_NAMED(RT_SCOPE_UNIVERSE), TROUPE_NAMED(RT_SCOPE_SITE), TROUPE_NAMED(RT_SCOPE_LINK),
                                               TROUPE_NAMED(RT_SCOPE_HOST), TROUPE_NAMED(RT_SCOPE_NOWHERE)};

constexpr NamedConstant route_tables_rows[] = {TROUPE_NAMED(RT_TABLE_UNSPEC), TROUPE_NAMED(RT_TABLE_COMPAT), TROUPE_NAMED(RT_TABLE_DEFAULT),
                                               TROUPE_NAMED(RT_TABLE_MAIN), TROUPE_NAMED(RT_TABLE_LOCAL)};

constexpr NamedConstant route_protocols_rows[] = {
    TROUPE_NAMED(RTPROT_UNSPEC), TROUPE_NAMED(RTPROT_REDIRECT), TROUPE_NAMED(RTPROT_KERNEL),   TROUPE_NAMED(RTPROT_BOOT),
    TROUPE_NAMED(RTPROT_STATIC), TROUPE_NAMED(RTPROT_GATED),    TROUPE_NAMED(RTPROT_RA),       TROUPE_NAMED(RTPROT_MRT),
    TROUPE_NAMED(RTPROT_ZEBRA),  TROUPE_NAMED(RTPROT_BIRD),     TROUPE_NAMED(RTPROT_DNROUTED), TROUPE_NAMED(RTPROT_XORP),
    TROUPE_NAMED(RTPROT_NTK),    TROUPE_NAMED(RTPROT_DHCP),     TROUPE_NAMED(RTPROT_MROUTED),  TROUPE_NAMED(RTPROT_KEEPALIVED),
    TROUPE_NAMED(RTPROT_BABEL),  TROUPE_NAMED(RTPROT_OPENR),    TROUPE_NAMED(RTPROT_BGP),      TROUPE_NAMED(RTPROT_ISIS),
    TROUPE_NAMED(RTPROT_OSPF),   TROUPE_NAMED(RTPROT_RIP),      TROUPE_NAMED(RTPROT_EIGRP)};

constexpr NamedConstant route_kinds_rows[] = {TROUPE_NAMED(RTN_UNSPEC),    TROUPE_NAMED(RTN_UNICAST),     TROUPE_NAMED(RTN_LOCAL),
                                              TROUPE_NAMED(RTN_BROADCAST), TROUPE_NAMED(RTN_ANYCAST),     TROUPE_NAMED(RTN_MULTICAST),
                                              TROUPE_NAMED(RTN_BLACKHOLE), TROUPE_NAMED(RTN_UNREACHABLE), TROUPE_NAMED(RTN_PROHIBIT),
                                              TROUPE_NAMED(RTN_THROW),     TROUPE_NAMED(RTN_NAT),         TROUPE_NAMED(RTN_XRESOLVE)};

constexpr NamedConstant rule_actions_rows[] = {
    TROUPE_NAMED(FR_ACT_UNSPEC),    TROUPE_NAMED(FR_ACT_TO_TBL),      TROUPE_NAMED(FR_ACT_GOTO),
    TROUPE_NAMED(FR_ACT_NOP),       TROUPE_NAMED(FR_ACT_RES3),        TROUPE_NAMED(FR_ACT_RES4),
    TROUPE_NAMED(FR_ACT_BLACKHOLE), TROUPE_NAMED(FR_ACT_UNREACHABLE), TROUPE_NAMED(FR_ACT_PROHIBIT)};

constexpr NamedConstant encapsulations_rows[] = {
    TROUPE_NAMED(LWTUNNEL_ENCAP_NONE),  TROUPE_NAMED(LWTUNNEL_ENCAP_MPLS),       TROUPE_NAMED(LWTUNNEL_ENCAP_IP),
    TROUPE_NAMED(LWTUNNEL_ENCAP_ILA),   TROUPE_NAMED(LWTUNNEL_ENCAP_IP6),        TROUPE_NAMED(LWTUNNEL_ENCAP_SEG6),
    TROUPE_NAMED(LWTUNNEL_ENCAP_BPF),   TROUPE_NAMED(LWTUNNEL_ENCAP_SEG6_LOCAL), TROUPE_NAMED(LWTUNNEL_ENCAP_RPL),
    TROUPE_NAMED(LWTUNNEL_ENCAP_IOAM6), TROUPE_NAMED(LWTUNNEL_ENCAP_XFRM)};

constexpr NamedConstant link_events_rows[] = {TROUPE_NAMED(IFLA_EVENT_NONE),           TROUPE_NAMED(IFLA_EVENT_REBOOT),
                                              TROUPE_NAMED(IFLA_EVENT_FEATURES),       TROUPE_NAMED(IFLA_EVENT_BONDING_FAILOVER),
                                              TROUPE_NAMED(IFLA_EVENT_NOTIFY_PEERS),   TROUPE_NAMED(IFLA_EVENT_IGMP_RESEND),
                                              TROUPE_NAMED(IFLA_EVENT_BONDING_OPTIONS)};

constexpr NamedConstant xdp_attachments_rows[] = {TROUPE_NAMED(XDP_ATTACHED_NONE), TROUPE_NAMED(XDP_ATTACHED_DRV),
                                                  TROUPE_NAMED(XDP_ATTACHED_SKB), TROUPE_NAMED(XDP_ATTACHED_HW),
                                                  TROUPE_NAMED(XDP_ATTACHED_MULTI)};

constexpr NamedConstant address_generation_modes_rows[] = {TROUPE_NAMED(IN6_ADDR_GEN_MODE_EUI64), TROUPE_NAMED(IN6_ADDR_GEN_MODE_NONE),
                                                           TROUPE_NAMED(IN6_ADDR_GEN_MODE_STABLE_PRIVACY),
                                                           TROUPE_NAMED(IN6_ADDR_GEN_MODE_RANDOM)};

}  // namespace

constinit const ValueSet hardware_types{"hardware_types", "ARPHRD_???", hardware_types_rows};
constinit const ValueSet route_scopes{"route_scopes", "", route_scopes_rows};
constinit const ValueSet route_tables{"route_tables", "", route_tables_rows};
constinit const ValueSet rule_tables{"rule_tables", "RT_TABLE_???", route_tables_rows};
constinit const ValueSet route_protocols{"route_protocols", "RTPROT_???", route_protocols_rows};
constinit const ValueSet route_kinds{"route_kinds", "RTN_???", route_kinds_rows};
constinit const ValueSet rule_actions{"rule_actions", "FR_ACT_???", rule_actions_rows};
constinit const ValueSet encapsulations{"encapsulations", "LWTUNNEL_ENCAP_???", encapsulations_rows};
constinit const ValueSet link_events{"link_events", "IFLA_EVENT_???", link_events_rows};
constinit const ValueSet xdp_attachments{"xdp_attachments", "XDP_ATTACHED_???", xdp_attachments_rows};
constinit const ValueSet address_generation_modes{"address_generation_modes", "IN6_ADDR_GEN_MODE_???", address_generation_modes_rows};

}  // namespace troupe
