#pragma once

#include "troupe/core/constants.hpp"

/// Attributes of the messages of NETLINK_ROUTE.
namespace troupe {

extern const ValueSet action_attributes, multicast_attributes, link_statistics_attributes, link_attributes, link_info_attributes,
    xdp_attributes, inet_link_attributes, inet6_link_attributes, address_attributes, route_attributes, metric_attributes,
    neighbour_attributes, neighbour_table_attributes, neighbour_parameter_attributes, rule_attributes, traffic_attributes,
    traffic_statistics_attributes, network_configuration_attributes, namespace_id_attributes, address_label_attributes, next_hop_attributes;

}  // namespace troupe
