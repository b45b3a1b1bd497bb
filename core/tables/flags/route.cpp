#include "core/tables/flags/route.hpp"

#include <linux/fib_rules.h>
#include <linux/if_addr.h>
#include <linux/if_link.h>
#include <linux/ip.h>
#include <linux/neighbour.h>
#include <linux/rtnetlink.h>

#include "core/tables/named_constant.hpp"

// linux/rtnetlink.h and the headers that it includes.
namespace troupe {

namespace {

constexpr NamedConstant address_flags_rows[] = {
    TROUPE_NAMED(IFA_F_SECONDARY),     TROUPE_NAMED(IFA_F_NODAD),       TROUPE_NAMED(IFA_F_OPTIMISTIC),
    TROUPE_NAMED(IFA_F_DADFAILED),     TROUPE_NAMED(IFA_F_HOMEADDRESS), TROUPE_NAMED(IFA_F_DEPRECATED),
    TROUPE_NAMED(IFA_F_TENTATIVE),     TROUPE_NAMED(IFA_F_PERMANENT),   TROUPE_NAMED(IFA_F_MANAGETEMPADDR),
    TROUPE_NAMED(IFA_F_NOPREFIXROUTE), TROUPE_NAMED(IFA_F_MCAUTOJOIN),  TROUPE_NAMED(IFA_F_STABLE_PRIVACY)};

constexpr NamedConstant route_flags_rows[] = {
    TROUPE_NAMED(RTM_F_NOTIFY),  TROUPE_NAMED(RTM_F_CLONED),       TROUPE_NAMED(RTM_F_EQUALIZE),
    TROUPE_NAMED(RTM_F_PREFIX),  TROUPE_NAMED(RTM_F_LOOKUP_TABLE), TROUPE_NAMED(RTM_F_FIB_MATCH),
    TROUPE_NAMED(RTM_F_OFFLOAD), TROUPE_NAMED(RTM_F_TRAP),         TROUPE_NAMED(RTM_F_OFFLOAD_FAILED)};

constexpr NamedConstant next_hop_flags_rows[] = {
    TROUPE_NAMED(RTNH_F_DEAD),     TROUPE_NAMED(RTNH_F_PERVASIVE),  TROUPE_NAMED(RTNH_F_ONLINK), TROUPE_NAMED(RTNH_F_OFFLOAD),
    TROUPE_NAMED(RTNH_F_LINKDOWN), TROUPE_NAMED(RTNH_F_UNRESOLVED), TROUPE_NAMED(RTNH_F_TRAP)};

constexpr NamedConstant neighbour_states_rows[] = {TROUPE_NAMED(NUD_NONE),   TROUPE_NAMED(NUD_INCOMPLETE), TROUPE_NAMED(NUD_REACHABLE),
                                                   TROUPE_NAMED(NUD_STALE),  TROUPE_NAMED(NUD_DELAY),      TROUPE_NAMED(NUD_PROBE),
                                                   TROUPE_NAMED(NUD_FAILED), TROUPE_NAMED(NUD_NOARP),      TROUPE_NAMED(NUD_PERMANENT)};

constexpr NamedConstant neighbour_flags_rows[] = {TROUPE_NAMED(NTF_USE),    TROUPE_NAMED(NTF_SELF),        TROUPE_NAMED(NTF_MASTER),
                                                  TROUPE_NAMED(NTF_PROXY),  TROUPE_NAMED(NTF_EXT_LEARNED), TROUPE_NAMED(NTF_OFFLOADED),
                                                  TROUPE_NAMED(NTF_STICKY), TROUPE_NAMED(NTF_ROUTER)};

constexpr NamedConstant extended_filter_flags_rows[] = {
    TROUPE_NAMED(RTEXT_FILTER_VF),         TROUPE_NAMED(RTEXT_FILTER_BRVLAN), TROUPE_NAMED(RTEXT_FILTER_BRVLAN_COMPRESSED),
    TROUPE_NAMED(RTEXT_FILTER_SKIP_STATS), TROUPE_NAMED(RTEXT_FILTER_MRP),    TROUPE_NAMED(RTEXT_FILTER_CFM_CONFIG),
    TROUPE_NAMED(RTEXT_FILTER_CFM_STATUS), TROUPE_NAMED(RTEXT_FILTER_MST)};

constexpr NamedConstant rule_flags_rows[] = {TROUPE_NAMED(FIB_RULE_PERMANENT),    TROUPE_NAMED(FIB_RULE_INVERT),
                                             TROUPE_NAMED(FIB_RULE_UNRESOLVED),   TROUPE_NAMED(FIB_RULE_IIF_DETACHED),
                                             TROUPE_NAMED(FIB_RULE_OIF_DETACHED), TROUPE_NAMED(FIB_RULE_FIND_SADDR)};

// linux/if.h, which is not to be had beside net/if.h.
constexpr NamedConstant device_flags_rows[] = {
    {0x1, "IFF_UP"},          {0x2, "IFF_BROADCAST"},    {0x4, "IFF_DEBUG"},        {0x8, "IFF_LOOPBACK"},   {0x10, "IFF_POINTOPOINT"},
    {0x20, "IFF_NOTRAILERS"}, {0x40, "IFF_RUNNING"},     {0x80, "IFF_NOARP"},       {0x100, "IFF_PROMISC"},  {0x200, "IFF_ALLMULTI"},
    {0x400, "IFF_MASTER"},    {0x800, "IFF_SLAVE"},      {0x1000, "IFF_MULTICAST"}, {0x2000, "IFF_PORTSEL"}, {0x4000, "IFF_AUTOMEDIA"},
    {0x8000, "IFF_DYNAMIC"},  {0x10000, "IFF_LOWER_UP"}, {0x20000, "IFF_DORMANT"},  {0x40000, "IFF_ECHO"}};

// net/ipv6.h of the kernel; linux/if_link.h has the numbers without a meaning.
constexpr NamedConstant inet6_device_flags_rows[] = {
    {0x10, "IF_RS_SENT"}, {0x20, "IF_RA_RCVD"}, {0x40, "IF_RA_MANAGED"}, {0x80, "IF_RA_OTHERCONF"}, {0x80000000, "IF_READY"}};

constexpr NamedConstant type_of_service_rows[] = {TROUPE_NAMED(IPTOS_LOWDELAY), TROUPE_NAMED(IPTOS_THROUGHPUT),
                                                  TROUPE_NAMED(IPTOS_RELIABILITY), TROUPE_NAMED(IPTOS_MINCOST)};

// linux/if_link.h: IFLA_STATS_FILTER_BIT, though without its minus one.
constexpr NamedConstant link_statistics_filter_rows[] = {{0x1, "1<<IFLA_STATS_UNSPEC"},
                                                         {0x2, "1<<IFLA_STATS_LINK_64"},
                                                         {0x4, "1<<IFLA_STATS_LINK_XSTATS"},
                                                         {0x8, "1<<IFLA_STATS_LINK_XSTATS_SLAVE"},
                                                         {0x10, "1<<IFLA_STATS_LINK_OFFLOAD_XSTATS"},
                                                         {0x20, "1<<IFLA_STATS_AF_SPEC"}};

constexpr NamedConstant xdp_flags_rows[] = {TROUPE_NAMED(XDP_FLAGS_MODES),    TROUPE_NAMED(XDP_FLAGS_UPDATE_IF_NOEXIST),
                                            TROUPE_NAMED(XDP_FLAGS_SKB_MODE), TROUPE_NAMED(XDP_FLAGS_DRV_MODE),
                                            TROUPE_NAMED(XDP_FLAGS_HW_MODE),  TROUPE_NAMED(XDP_FLAGS_REPLACE)};

}  // namespace

constinit const FlagSet device_flags{"device_flags", "IFF_???", device_flags_rows};
constinit const FlagSet inet6_device_flags{"inet6_device_flags", "IF_???", inet6_device_flags_rows};
constinit const FlagSet type_of_service{"type_of_service", "IPTOS_TOS_???", type_of_service_rows};
constinit const FlagSet link_statistics_filter{"link_statistics_filter", "1<<IFLA_STATS_???", link_statistics_filter_rows};
constinit const FlagSet xdp_flags{"xdp_flags", "XDP_FLAGS_???", xdp_flags_rows};
constinit const FlagSet address_flags{"address_flags", "IFA_F_???", address_flags_rows};
constinit const FlagSet route_flags{"route_flags", "RTM_F_???", route_flags_rows};
constinit const FlagSet next_hop_flags{"next_hop_flags", "RTNH_F_???", next_hop_flags_rows};
constinit const FlagSet neighbour_states{"neighbour_states", "NUD_???", neighbour_states_rows};
constinit const FlagSet neighbour_flags{"neighbour_flags", "NTF_???", neighbour_flags_rows};
constinit const FlagSet extended_filter_flags{"extended_filter_flags", "RTEXT_FILTER_???", extended_filter_flags_rows};
constinit const FlagSet rule_flags{"rule_flags", "FIB_RULE_???", rule_flags_rows};

}  // namespace troupe
