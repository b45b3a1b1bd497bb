#pragma once

#include "troupe/core/constants.hpp"

/// What messages of NETLINK_SOCK_DIAG hold.
namespace troupe {

extern const ValueSet every_netlink_protocol, netlink_states, inet_diagnosis_attributes, inet_request_attributes, unix_diagnosis_attributes,
    netlink_diagnosis_attributes, packet_diagnosis_attributes, socket_memory, connection_states;

}  // namespace troupe
