#include "core/tables/values/address_values.hpp"

// What addresses of sockets are made of (linux/vm_sockets.h, linux/if_packet.h, linux/qrtr.h, linux/mctp.h, linux/if_xdp.h). Where most
// values are numbers, one without a name is no more than that.
namespace troupe {

namespace {

constexpr NamedConstant packet_kinds_rows[] = {
    {0, "PACKET_HOST"},     {1, "PACKET_BROADCAST"}, {2, "PACKET_MULTICAST"}, {3, "PACKET_OTHERHOST"},
    {4, "PACKET_OUTGOING"}, {5, "PACKET_LOOPBACK"},  {6, "PACKET_USER"},      {7, "PACKET_KERNEL"},
};
constexpr NamedConstant vsock_ports_rows[] = {{0xffffffff, "VMADDR_PORT_ANY"}};
constexpr NamedConstant vsock_contexts_rows[] = {
    {0xffffffff, "VMADDR_CID_ANY"}, {0, "VMADDR_CID_HYPERVISOR"}, {1, "VMADDR_CID_LOCAL"}, {2, "VMADDR_CID_HOST"}};
constexpr NamedConstant qualcomm_nodes_rows[] = {{0xffffffff, "QRTR_NODE_BCAST"}};
constexpr NamedConstant qualcomm_ports_rows[] = {{0xfffffffe, "QRTR_PORT_CTRL"}};
constexpr NamedConstant mctp_addresses_rows[] = {{0, "MCTP_ADDR_NULL"}, {255, "MCTP_ADDR_ANY"}};
constexpr NamedConstant mctp_networks_rows[] = {{0, "MCTP_NET_ANY"}};
constexpr NamedConstant vsock_flags_rows[] = {{1, "VMADDR_FLAG_TO_HOST"}};
constexpr NamedConstant xdp_socket_flags_rows[] = {
    {1, "XDP_SHARED_UMEM"}, {2, "XDP_COPY"}, {4, "XDP_ZEROCOPY"}, {8, "XDP_USE_NEED_WAKEUP"}, {0x10, "XDP_USE_SG"}};
constexpr NamedConstant algorithm_flags_rows[] = {{0x1000, "CRYPTO_ALG_KERN_DRIVER_ONLY"}};

}  // namespace

constinit const ValueSet packet_kinds{"packet_kinds", "PACKET_???", packet_kinds_rows};
constinit const ValueSet vsock_ports{"vsock_ports", "", vsock_ports_rows};
constinit const ValueSet vsock_contexts{"vsock_contexts", "", vsock_contexts_rows};
constinit const ValueSet qualcomm_nodes{"qualcomm_nodes", "", qualcomm_nodes_rows};
constinit const ValueSet qualcomm_ports{"qualcomm_ports", "", qualcomm_ports_rows};
constinit const ValueSet mctp_addresses{"mctp_addresses", "", mctp_addresses_rows};
constinit const ValueSet mctp_networks{"mctp_networks", "", mctp_networks_rows};
constinit const FlagSet vsock_flags{"vsock_flags", "VMADDR_FLAG_???", vsock_flags_rows};
constinit const FlagSet xdp_socket_flags{"xdp_socket_flags", "XDP_???", xdp_socket_flags_rows};
constinit const FlagSet algorithm_flags{
    .name = "algorithm_flags", .unknown = "CRYPTO_ALG_???", .rows = algorithm_flags_rows, .as_number = true};

}  // namespace troupe
