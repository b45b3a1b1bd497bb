#pragma once

#include "troupe/core/constants.hpp"

/// Attributes of bridges and their ports, and what they carry.
namespace troupe {

extern const ValueSet bridge_attributes, bridge_port_attributes, bridge_family_attributes, bridge_tunnel_attributes,
    bridge_statistics_attributes, multicast_entries_attributes, multicast_entry_attributes, multicast_router_attributes,
    bridge_querier_attributes, multicast_details_attributes, router_port_attributes, bridge_modes, multicast_states, multicast_router_types,
    bridging_commands, bridging_attributes;

}  // namespace troupe
