#include "core/tables/flags/bridge.hpp"

#include <linux/if_bridge.h>
#include <linux/neighbour.h>
#include <linux/pkt_cls.h>

#include "core/tables/named_constant.hpp"

// linux/if_bridge.h, linux/neighbour.h, linux/pkt_cls.h.
namespace troupe {

namespace {

constexpr NamedConstant bridge_flags_rows[] = {TROUPE_NAMED(BRIDGE_FLAGS_MASTER), TROUPE_NAMED(BRIDGE_FLAGS_SELF)};

constexpr NamedConstant bridged_network_flags_rows[] = {
    TROUPE_NAMED(BRIDGE_VLAN_INFO_MASTER),      TROUPE_NAMED(BRIDGE_VLAN_INFO_PVID),      TROUPE_NAMED(BRIDGE_VLAN_INFO_UNTAGGED),
    TROUPE_NAMED(BRIDGE_VLAN_INFO_RANGE_BEGIN), TROUPE_NAMED(BRIDGE_VLAN_INFO_RANGE_END), TROUPE_NAMED(BRIDGE_VLAN_INFO_BRENTRY),
    TROUPE_NAMED(BRIDGE_VLAN_INFO_ONLY_OPTS)};

// Bits by the numbers of enum br_boolopt_id.
constexpr NamedConstant bridge_options_rows[] = {{1u << BR_BOOLOPT_NO_LL_LEARN, "1<<BR_BOOLOPT_NO_LL_LEARN"},
                                                 {1u << BR_BOOLOPT_MCAST_VLAN_SNOOPING, "1<<BR_BOOLOPT_MCAST_VLAN_SNOOPING"},
                                                 {1u << BR_BOOLOPT_MST_ENABLE, "1<<BR_BOOLOPT_MST_ENABLE"}};

constexpr NamedConstant multicast_flags_rows[] = {TROUPE_NAMED(MDB_FLAGS_OFFLOAD), TROUPE_NAMED(MDB_FLAGS_FAST_LEAVE),
                                                  TROUPE_NAMED(MDB_FLAGS_STAR_EXCL), TROUPE_NAMED(MDB_FLAGS_BLOCKED)};

constexpr NamedConstant entry_activity_rows[] = {TROUPE_NAMED(FDB_NOTIFY_BIT), TROUPE_NAMED(FDB_NOTIFY_INACTIVE_BIT)};

constexpr NamedConstant neighbour_extended_flags_rows[] = {TROUPE_NAMED(NTF_EXT_MANAGED)};

constexpr NamedConstant action_flags_rows[] = {TROUPE_NAMED(TCA_ACT_FLAGS_NO_PERCPU_STATS), TROUPE_NAMED(TCA_ACT_FLAGS_SKIP_HW),
                                               TROUPE_NAMED(TCA_ACT_FLAGS_SKIP_SW)};

constexpr NamedConstant action_statistics_rows[] = {TROUPE_NAMED(TCA_ACT_HW_STATS_IMMEDIATE), TROUPE_NAMED(TCA_ACT_HW_STATS_DELAYED)};

}  // namespace

constinit const FlagSet bridge_flags{"bridge_flags", "BRIDGE_FLAGS_???", bridge_flags_rows};
constinit const FlagSet bridged_network_flags{"bridged_network_flags", "BRIDGE_VLAN_INFO_???", bridged_network_flags_rows};
constinit const FlagSet bridge_options{"bridge_options", "1<<BR_BOOLOPT_???", bridge_options_rows};
constinit const FlagSet multicast_flags{"multicast_flags", "MDB_FLAGS_???", multicast_flags_rows};
constinit const FlagSet entry_activity{"entry_activity", "FDB_NOTIFY_???", entry_activity_rows};
constinit const FlagSet neighbour_extended_flags{"neighbour_extended_flags", "NTF_EXT_???", neighbour_extended_flags_rows};
constinit const FlagSet action_flags{"action_flags", "TCA_ACT_FLAGS_???", action_flags_rows};
constinit const FlagSet action_statistics{"action_statistics", "TCA_ACT_HW_STATS_???", action_statistics_rows};

}  // namespace troupe
