#pragma once

#include "troupe/core/kind.hpp"

/// Structures in the attributes of bridges.
namespace troupe {

extern const StructLayout bridging_header_layout, bridge_identity_layout, bridge_options_layout, bridged_network_layout,
    multicast_entry_layout, router_port_layout, bridged_network_statistics_layout, spanning_tree_statistics_layout;

}  // namespace troupe
