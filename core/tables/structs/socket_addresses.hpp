#pragma once

#include "troupe/core/kind.hpp"

/// Addresses of sockets, a structure for each family (linux/if_packet.h, linux/vm_sockets.h, linux/if_xdp.h, linux/if_alg.h,
/// linux/x25.h, linux/qrtr.h, linux/mctp.h, linux/nfc.h).
namespace troupe {

/// The layout of addresses of `family` that have `size` bytes; nullptr: they are shown as bytes.
[[nodiscard]] const StructLayout* address_layout_of(std::uint16_t family, std::size_t size);
/// struct sockaddr_nfc_llcp, of a service.
extern const StructLayout near_field_link_layout;

}  // namespace troupe
