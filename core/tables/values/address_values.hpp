#pragma once

#include "troupe/core/constants.hpp"

/// What addresses of sockets are made of (linux/vm_sockets.h, linux/if_packet.h, linux/qrtr.h, linux/mctp.h, linux/if_xdp.h,
/// linux/nfc.h, linux/rxrpc.h; net/af_ieee802154.h, net/bluetooth/bluetooth.h, hci.h and l2cap.h of the kernel).
namespace troupe {

extern const ValueSet packet_kinds, vsock_ports, vsock_contexts, qualcomm_nodes, qualcomm_ports, mctp_addresses, mctp_networks,
    wireless_address_types, wireless_networks, wireless_short_addresses, near_field_protocols, near_field_services, bluetooth_channels,
    bluetooth_ports, bluetooth_link_channels, bluetooth_address_types, remote_services, transport_types;
extern const FlagSet vsock_flags, xdp_socket_flags, algorithm_flags;

}  // namespace troupe
