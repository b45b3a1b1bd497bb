#pragma once

#include "troupe/core/kind.hpp"

/// Structures of NETLINK_SOCK_DIAG.
namespace troupe {

extern const StructLayout inet_request_layout, inet6_request_layout, inet_old_request_layout, inet6_old_request_layout, inet_answer_layout,
    inet6_answer_layout, unix_request_layout, unix_answer_layout, netlink_request_layout, netlink_answer_layout, packet_request_layout,
    packet_answer_layout;
extern const StructLayout smc_request_layout, smc_answer_layout, vegas_layout, data_centre_layout, bottleneck_layout, netlink_ring_layout,
    packet_information_layout, packet_group_layout, packet_queue_layout, bytecode_layout, host_condition_layout, inet_host_condition_layout,
    inet6_host_condition_layout, mark_condition_layout;
extern const StructLayout socket_memory_layout, socket_file_layout, socket_queue_layout, inet_signature_layout, inet6_signature_layout,
    other_signature_layout;

}  // namespace troupe
