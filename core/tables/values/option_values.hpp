#pragma once

#include "troupe/core/constants.hpp"

/// What options of sockets are set to, and options of levels that few use (linux/icmp.h, linux/if_packet.h, linux/sctp.h, linux/dccp.h).
namespace troupe {

extern const ValueSet packet_memberships, rehashing, icmp_types, sctp_options, dccp_options, tls_options, xdp_options, iucv_options,
    vsock_options;

}  // namespace troupe
