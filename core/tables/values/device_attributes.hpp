#pragma once

#include "troupe/core/constants.hpp"

/// Attributes in the attributes of links: virtual functions, tunnels, statistics.
namespace troupe {

extern const ValueSet virtual_functions_attributes, virtual_function_attributes, virtual_statistics_attributes, virtual_networks_attributes,
    virtual_ports_attributes, virtual_port_attributes, tunnel_attributes, down_reason_attributes, mctp_attributes,
    entry_activity_attributes, size_table_attributes, extended_statistics_attributes, bond_statistics_attributes,
    link_aggregation_attributes, offloaded_statistics_attributes, label_statistics_attributes, next_hop_group_attributes,
    next_hop_bucket_attributes, virtual_link_states, tunnel_types, next_hop_group_types;

}  // namespace troupe
