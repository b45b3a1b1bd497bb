#pragma once

#include "troupe/core/constants.hpp"

/// Bits in the structures of NETLINK_ROUTE.
namespace troupe {

extern const FlagSet type_of_service, link_statistics_filter, device_flags, inet6_device_flags, xdp_flags, address_flags, route_flags,
    next_hop_flags, neighbour_states, neighbour_flags, extended_filter_flags, rule_flags;

}  // namespace troupe
