#pragma once

#include "troupe/core/kind.hpp"

/// Structures in the attributes of links, and of queues.
namespace troupe {

extern const StructLayout virtual_address_layout, virtual_broadcast_layout, virtual_network_layout, virtual_network_info_layout,
    virtual_rate_layout, virtual_rates_layout, virtual_setting_layout, virtual_link_layout, virtual_identity_layout,
    packed_virtual_identity_layout, virtual_station_layout, label_statistics_layout, basic_statistics_layout, rate_estimate_layout,
    rate_estimate64_layout, queue_statistics_layout, size_table_layout;

}  // namespace troupe
