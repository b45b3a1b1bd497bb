#pragma once

#include "troupe/core/constants.hpp"

/// Control messages and options of netlink.
namespace troupe {

extern const ValueSet udp_options, raw_options, packet_options, netlink_options, control_message_types, ip_control_types;

}  // namespace troupe
