#pragma once

#include "troupe/core/kind.hpp"

/// Structures of NETLINK_ROUTE: those that messages begin with, and those that attributes carry.
namespace troupe {

extern const StructLayout link_header_layout, address_header_layout, route_header_layout, neighbour_header_layout, rule_header_layout,
    traffic_header_layout, traffic_action_header_layout, neighbour_table_header_layout, address_label_header_layout,
    network_configuration_header_layout, route_general_layout, bridge_port_header_layout, link_statistics_header_layout,
    next_hop_header_layout;
extern const StructLayout link_statistics_layout, link_statistics64_layout, link_map_layout, address_times_layout, route_times_layout,
    multicast_statistics_layout, neighbour_times_layout, neighbour_table_settings_layout, neighbour_table_statistics_layout,
    inet6_times_layout, identity_range_layout, port_range_layout, traffic_statistics_layout, traffic_estimator_layout,
    next_hop_of_route_layout, next_hop_group_layout, via_inet_layout, via_inet6_layout;

}  // namespace troupe
