#pragma once

#include "troupe/core/kind.hpp"

/// Options of sockets that are structures (linux/in.h, linux/in6.h, linux/if_packet.h).
namespace troupe {

extern const StructLayout membership_layout, inet6_membership_layout, packet_membership_layout, packet_ring_layout,
    packet_statistics_layout;

}  // namespace troupe
