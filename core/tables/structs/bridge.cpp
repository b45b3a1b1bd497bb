#include "core/tables/structs/bridge.hpp"

#include <linux/dcbnl.h>
#include <linux/if_bridge.h>
#include <linux/if_link.h>

#include <cstddef>

#include "core/tables/flags/bridge.hpp"
#include "core/tables/structs/proof.hpp"
#include "core/tables/values/bridge.hpp"
#include "core/tables/values/sockets.hpp"

// linux/if_bridge.h, linux/if_link.h.
namespace troupe {

namespace structs {

using enum Width;

constexpr Field u32_device(std::string_view name) { return {name, u32, kind::network_device}; }
constexpr Field u64_number(std::string_view name) { return {name, u64, kind::unsigned_64}; }

inline constexpr std::array bridging_header_fields{Field{"dcb_family", u8, kind::value(socket_domains)},
                                                   Field{"cmd", u8, kind::value(bridging_commands)},
                                                   Field{"dcb_pad", u16, kind::hex, 1, Form::hidden}};

inline constexpr std::array bridge_identity_fields{Field{"prio", u8, kind::unsigned_int, 2, Form::numbers},
                                                   Field{"addr", u8, kind::hex, 6, Form::hardware_address}};

inline constexpr std::array bridge_options_fields{Field{"optval", u32, kind::flags(bridge_options)},
                                                  Field{"optmask", u32, kind::flags(bridge_options)}};

inline constexpr std::array bridged_network_fields{Field{"flags", u16, kind::flags(bridged_network_flags)},
                                                   Field{"vid", u16, kind::unsigned_int}};

inline constexpr std::array multicast_address_fields{Field{"u", u8, kind::hex, 16, Form::raw_characters},
                                                     Field{"proto", u16, kind::network_value(socket_domains)},
                                                     Field{"pad", u16, kind::hex, 1, Form::hidden}};

inline constexpr StructLayout multicast_address = layout_of<multicast_address_fields>("br_mdb_entry.addr");

inline constexpr std::array multicast_entry_fields{u32_device("ifindex"), Field{"state", u8, kind::value(multicast_states)},
                                                   Field{"flags", u8, kind::flags(multicast_flags)}, Field{"vid", u16, kind::unsigned_int},
                                                   Field{"addr", nested, kind::structure(multicast_address)}};

inline constexpr std::array router_port_fields{u32_device("")};

inline constexpr std::array bridged_network_statistics_fields{u64_number("rx_bytes"),
                                                              u64_number("rx_packets"),
                                                              u64_number("tx_bytes"),
                                                              u64_number("tx_packets"),
                                                              Field{"vid", u16, kind::unsigned_int},
                                                              Field{"flags", u16, kind::flags(bridged_network_flags)},
                                                              shown(when::is_set("pad2"), Field{"pad2", u32, kind::hex})};

inline constexpr std::array spanning_tree_statistics_fields{u64_number("transition_blk"), u64_number("transition_fwd"),
                                                            u64_number("rx_bpdu"),        u64_number("tx_bpdu"),
                                                            u64_number("rx_tcn"),         u64_number("tx_tcn")};

TROUPE_PROVE_SIZE(bridging_header_fields, Abi::x86_64, dcbmsg);
TROUPE_PROVE_FIELD(bridging_header_fields, Abi::x86_64, dcbmsg, "cmd", cmd);
TROUPE_PROVE_SIZE(bridge_identity_fields, Abi::x86_64, ifla_bridge_id);
TROUPE_PROVE_FIELD(bridge_identity_fields, Abi::x86_64, ifla_bridge_id, "addr", addr);
TROUPE_PROVE_SIZE(bridge_options_fields, Abi::x86_64, br_boolopt_multi);
TROUPE_PROVE_FIELD(bridge_options_fields, Abi::x86_64, br_boolopt_multi, "optmask", optmask);
TROUPE_PROVE_SIZE(bridged_network_fields, Abi::x86_64, bridge_vlan_info);
TROUPE_PROVE_FIELD(bridged_network_fields, Abi::x86_64, bridge_vlan_info, "vid", vid);
TROUPE_PROVE_SIZE(multicast_entry_fields, Abi::x86_64, br_mdb_entry);
TROUPE_PROVE_FIELD(multicast_entry_fields, Abi::x86_64, br_mdb_entry, "addr", addr);
TROUPE_PROVE_SIZE(bridged_network_statistics_fields, Abi::x86_64, bridge_vlan_xstats);
TROUPE_PROVE_FIELD(bridged_network_statistics_fields, Abi::x86_64, bridge_vlan_xstats, "pad2", pad2);
TROUPE_PROVE_SIZE(spanning_tree_statistics_fields, Abi::x86_64, bridge_stp_xstats);
TROUPE_PROVE_FIELD(spanning_tree_statistics_fields, Abi::x86_64, bridge_stp_xstats, "tx_tcn", tx_tcn);

}  // namespace structs

constinit const StructLayout bridging_header_layout = layout_of<structs::bridging_header_fields>("dcbmsg");
constinit const StructLayout bridge_identity_layout = layout_of<structs::bridge_identity_fields>("ifla_bridge_id");
constinit const StructLayout bridge_options_layout = layout_of<structs::bridge_options_fields>("br_boolopt_multi");
constinit const StructLayout bridged_network_layout = layout_of<structs::bridged_network_fields>("bridge_vlan_info");
constinit const StructLayout multicast_entry_layout = layout_of<structs::multicast_entry_fields>("br_mdb_entry");
constinit const StructLayout router_port_layout = bare_layout<structs::router_port_fields>();
constinit const StructLayout bridged_network_statistics_layout =
    layout_of<structs::bridged_network_statistics_fields>("bridge_vlan_xstats");
constinit const StructLayout spanning_tree_statistics_layout = layout_of<structs::spanning_tree_statistics_fields>("bridge_stp_xstats");

}  // namespace troupe
