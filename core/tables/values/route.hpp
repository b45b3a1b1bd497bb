#pragma once

#include "troupe/core/constants.hpp"

/// What the structures of NETLINK_ROUTE hold.
namespace troupe {

extern const ValueSet hardware_types, route_scopes, route_tables, rule_tables, route_protocols, route_kinds, rule_actions, encapsulations,
    link_events, xdp_attachments, address_generation_modes;

}  // namespace troupe
