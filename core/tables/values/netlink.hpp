#pragma once

#include "troupe/core/constants.hpp"

/// Types of netlink messages, by protocol.
namespace troupe {

extern const ValueSet generic_families, unregistered_generic_families, netlink_control_types, netlink_error_attributes, route_message_types,
    socket_diagnosis_types, transform_message_types, selinux_message_types, netfilter_subsystems, netfilter_batch_types, netfilter_versions,
    crypto_message_types, crypto_attributes;

}  // namespace troupe
