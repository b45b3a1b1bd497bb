#pragma once

#include "troupe/core/constants.hpp"

/// Bits in the attributes of bridges and neighbours.
namespace troupe {

extern const FlagSet bridge_flags, bridged_network_flags, bridge_options, multicast_flags, entry_activity, neighbour_extended_flags,
    action_flags, action_statistics;

}  // namespace troupe
