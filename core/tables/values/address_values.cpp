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
constexpr NamedConstant wireless_address_types_rows[] = {
    {0, "IEEE802154_ADDR_NONE"}, {2, "IEEE802154_ADDR_SHORT"}, {3, "IEEE802154_ADDR_LONG"}};
constexpr NamedConstant wireless_networks_rows[] = {{0xffff, "IEEE802154_PANID_BROADCAST"}};
constexpr NamedConstant wireless_short_addresses_rows[] = {{0xfffe, "IEEE802154_ADDR_UNDEF"}, {0xffff, "IEEE802154_ADDR_BROADCAST"}};
constexpr NamedConstant near_field_protocols_rows[] = {
    {1, "NFC_PROTO_JEWEL"},   {2, "NFC_PROTO_MIFARE"},     {3, "NFC_PROTO_FELICA"},   {4, "NFC_PROTO_ISO14443"},
    {5, "NFC_PROTO_NFC_DEP"}, {6, "NFC_PROTO_ISO14443_B"}, {7, "NFC_PROTO_ISO15693"},
};
constexpr NamedConstant near_field_services_rows[] = {
    {1, "LLCP_SAP_SDP"}, {2, "LLCP_SAP_IP"}, {3, "LLCP_SAP_OBEX"}, {4, "LLCP_SAP_SNEP"}, {0xff, "LLCP_SAP_MAX"}};
constexpr NamedConstant bluetooth_channels_rows[] = {
    {0, "HCI_CHANNEL_RAW"}, {1, "HCI_CHANNEL_USER"}, {2, "HCI_CHANNEL_MONITOR"}, {3, "HCI_CHANNEL_CONTROL"}, {4, "HCI_CHANNEL_LOGGING"}};
constexpr NamedConstant bluetooth_ports_rows[] = {
    {0x1, "L2CAP_PSM_SDP"},          {0x3, "L2CAP_PSM_RFCOMM"},        {0x21, "L2CAP_PSM_3DSP"},
    {0x23, "L2CAP_PSM_IPSP"},        {0x80, "L2CAP_PSM_LE_DYN_START"}, {0xff, "L2CAP_PSM_LE_DYN_END"},
    {0x1001, "L2CAP_PSM_DYN_START"}, {0x10ff, "L2CAP_PSM_AUTO_END"},   {0xffff, "L2CAP_PSM_DYN_END"},
};
constexpr NamedConstant bluetooth_link_channels_rows[] = {
    {0x1, "L2CAP_CID_SIGNALING"},    {0x2, "L2CAP_CID_CONN_LESS"},  {0x3, "L2CAP_CID_A2MP"},      {0x4, "L2CAP_CID_ATT"},
    {0x5, "L2CAP_CID_LE_SIGNALING"}, {0x6, "L2CAP_CID_SMP"},        {0x7, "L2CAP_CID_SMP_BREDR"}, {0x40, "L2CAP_CID_DYN_START"},
    {0x7f, "L2CAP_CID_LE_DYN_END"},  {0xffff, "L2CAP_CID_DYN_END"},
};
constexpr NamedConstant bluetooth_address_types_rows[] = {{0, "BDADDR_BREDR"}, {1, "BDADDR_LE_PUBLIC"}, {2, "BDADDR_LE_RANDOM"}};
constexpr NamedConstant remote_services_rows[] = {
    {1, "CM_SERVICE"}, {2500, "YFS_FS_SERVICE"}, {2501, "YFS_CM_SERVICE"}, {2503, "YFS_VL_SERVICE"}};
constexpr NamedConstant transport_types_rows[] = {
    {1, "SOCK_STREAM"}, {2, "SOCK_DGRAM"}, {3, "SOCK_RAW"}, {4, "SOCK_RDM"}, {5, "SOCK_SEQPACKET"}, {6, "SOCK_DCCP"}, {10, "SOCK_PACKET"},
};
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
constinit const ValueSet wireless_address_types{
    .name = "wireless_address_types", .unknown = "IEEE802154_ADDR_???", .rows = wireless_address_types_rows, .as_number = true};
constinit const ValueSet wireless_networks{.name = "wireless_networks", .unknown = "", .rows = wireless_networks_rows, .as_number = true};
constinit const ValueSet wireless_short_addresses{
    .name = "wireless_short_addresses", .unknown = "", .rows = wireless_short_addresses_rows, .as_number = true};
constinit const ValueSet near_field_protocols{"near_field_protocols", "NFC_PROTO_???", near_field_protocols_rows};
constinit const ValueSet near_field_services{
    .name = "near_field_services", .unknown = "", .rows = near_field_services_rows, .as_number = true};
constinit const ValueSet bluetooth_channels{"bluetooth_channels", "HCI_CHANNEL_???", bluetooth_channels_rows};
constinit const ValueSet bluetooth_ports{"bluetooth_ports", "L2CAP_PSM_???", bluetooth_ports_rows};
constinit const ValueSet bluetooth_link_channels{"bluetooth_link_channels", "L2CAP_CID_???", bluetooth_link_channels_rows};
constinit const ValueSet bluetooth_address_types{"bluetooth_address_types", "BDADDR_???", bluetooth_address_types_rows};
constinit const ValueSet remote_services{
    .name = "remote_services", .unknown = "???_SERVICE", .rows = remote_services_rows, .as_number = true};
constinit const ValueSet transport_types{"transport_types", "SOCK_???", transport_types_rows};
constinit const FlagSet vsock_flags{"vsock_flags", "VMADDR_FLAG_???", vsock_flags_rows};
constinit const FlagSet xdp_socket_flags{"xdp_socket_flags", "XDP_???", xdp_socket_flags_rows};
constinit const FlagSet algorithm_flags{
    .name = "algorithm_flags", .unknown = "CRYPTO_ALG_???", .rows = algorithm_flags_rows, .as_number = true};

}  // namespace troupe
