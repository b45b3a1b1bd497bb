#pragma once

#include "troupe/core/constants.hpp"

/// What addresses of sockets are made of (linux/vm_sockets.h, linux/if_packet.h, linux/qrtr.h, linux/mctp.h, linux/if_xdp.h).
namespace troupe {

extern const ValueSet packet_kinds, vsock_ports, vsock_contexts, qualcomm_nodes, qualcomm_ports, mctp_addresses, mctp_networks;
extern const FlagSet vsock_flags, xdp_socket_flags, algorithm_flags;

}  // namespace troupe
