#pragma once

#include "troupe/core/constants.hpp"

/// Bits in messages of NETLINK_SOCK_DIAG.
namespace troupe {

extern const FlagSet state_bits, inet_extensions, unix_shown, netlink_shown, packet_shown, smc_extensions, shutdown_directions,
    netlink_socket_flags, packet_information_flags, subflow_flags;

}  // namespace troupe
