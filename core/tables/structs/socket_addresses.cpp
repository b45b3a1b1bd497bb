#include "core/tables/structs/socket_addresses.hpp"

#include <sys/socket.h>

#include <algorithm>
#include <iterator>

#include "core/tables/struct_layout.hpp"
#include "core/tables/values/address_values.hpp"
#include "core/tables/values/route.hpp"

// Addresses of sockets, a structure for each family: the same on every ABI. What has a part that no row describes is as much of it as rows
// do (core/decode/socket_address_families.cpp).
namespace troupe {

namespace {

constexpr Field family{"family", Width::u16, kind::hex, 1, Form::hidden};
constexpr Field hex_if_set(std::string_view name, Width width) { return shown(when::is_set(name), Field{name, width, kind::hex}); }

constexpr std::array packet_fields{family,
                                   Field{"sll_protocol", Width::u16, kind::hex, 1, Form::hidden},
                                   Field{"sll_ifindex", Width::u32, kind::network_device},
                                   Field{"sll_hatype", Width::u16, kind::value(hardware_types)},
                                   Field{"sll_pkttype", Width::u8, kind::value(packet_kinds)},
                                   Field{"sll_halen", Width::u8, kind::unsigned_int}};

constexpr std::array vsock_fields{family,
                                  hex_if_set("svm_reserved1", Width::u16),
                                  Field{"svm_port", Width::u32, kind::value(vsock_ports)},
                                  Field{"svm_cid", Width::u32, kind::value(vsock_contexts)},
                                  Field{"svm_flags", Width::u8, kind::flags(vsock_flags)},
                                  shown(when::is_set("svm_zero"), Field{"svm_zero", Width::u8, kind::hex, 3, Form::raw_characters})};
constexpr std::string_view vsock_order[] = {"svm_reserved1", "svm_cid", "svm_port", "svm_flags", "svm_zero"};

constexpr std::array xdp_fields{family, Field{"sxdp_flags", Width::u16, kind::flags(xdp_socket_flags)},
                                Field{"sxdp_ifindex", Width::u32, kind::network_device},
                                Field{"sxdp_queue_id", Width::u32, kind::unsigned_int}};

constexpr std::array algorithm_fields{family, Field{"salg_type", Width::u8, kind::string, 14, Form::text},
                                      Field{"salg_feat", Width::u32, kind::flags(algorithm_flags)},
                                      Field{"salg_mask", Width::u32, kind::flags(algorithm_flags)}};

constexpr std::array x25_address_fields{Field{"x25_addr", Width::u8, kind::string, 16, Form::text}};
constexpr StructLayout x25_address = layout_of<x25_address_fields>("x25_address");
constexpr std::array x25_fields{family, Field{"sx25_addr", Width::nested, kind::structure(x25_address)}};

constexpr std::array qualcomm_fields{family, Field{"pad", Width::u16, kind::hex, 1, Form::hidden},
                                     Field{"sq_node", Width::u32, kind::value(qualcomm_nodes)},
                                     Field{"sq_port", Width::u32, kind::value(qualcomm_ports)}};

constexpr std::array mctp_address_fields{Field{"s_addr", Width::u8, kind::value(mctp_addresses)}};
constexpr StructLayout mctp_address = layout_of<mctp_address_fields>("mctp_addr");
constexpr std::array mctp_fields{family,
                                 hex_if_set("__smctp_pad0", Width::u16),
                                 Field{"smctp_network", Width::u32, kind::value(mctp_networks)},
                                 Field{"smctp_addr", Width::nested, kind::structure(mctp_address)},
                                 Field{"smctp_type", Width::u8, kind::hex},
                                 Field{"smctp_tag", Width::u8, kind::hex},
                                 hex_if_set("__smctp_pad1", Width::u8)};

constexpr std::array synchronous_fields{family, Field{"sco_bdaddr", Width::u8, kind::hex, 6, Form::hardware_address}};
constexpr std::array serial_fields{family, Field{"rc_bdaddr", Width::u8, kind::hex, 6, Form::hardware_address},
                                   Field{"rc_channel", Width::u8, kind::unsigned_int}, Field{"pad", Width::u8, kind::hex, 1, Form::hidden}};

constexpr std::uint64_t short_type = 2;  // IEEE802154_ADDR_SHORT; 0 is none
constexpr std::array wireless_address_fields{
    Field{"addr_type", Width::u32, kind::value(wireless_address_types)}, Field{"pan_id", Width::u16, kind::value(wireless_networks)},
    shown(when::is_not("addr_type", 0, ~short_type), Field{"hwaddr", Width::u8, kind::hex, 8, Form::hardware_address}),
    united(shown(when::is("addr_type", short_type), Field{"short_addr", Width::u16, kind::value(wireless_short_addresses)}))};
constexpr StructLayout wireless_address = layout_of<wireless_address_fields>("ieee802154_addr_sa");
constexpr std::array wireless_fields{family, Field{"addr", Width::nested, kind::structure(wireless_address)}};

constexpr std::array near_field_fields{family, Field{"dev_idx", Width::u32, kind::network_device},
                                       Field{"target_idx", Width::u32, kind::hex},
                                       Field{"nfc_protocol", Width::u32, kind::value(near_field_protocols)}};
constexpr std::array near_field_link_fields{family,
                                            Field{"dev_idx", Width::u32, kind::network_device},
                                            Field{"target_idx", Width::u32, kind::hex},
                                            Field{"nfc_protocol", Width::u32, kind::value(near_field_protocols)},
                                            Field{"dsap", Width::u8, kind::value(near_field_services)},
                                            Field{"ssap", Width::u8, kind::value(near_field_services)},
                                            Field{"service_name", Width::u8, kind::hex, 63, Form::hidden},
                                            Field{"service_name_len", Width::ulong_, kind::unsigned_long}};

constexpr StructLayout packet_layout = layout_of<packet_fields>("sockaddr_ll");
constexpr StructLayout vsock_layout = layout_of<vsock_fields>("sockaddr_vm", StructShape::plain, {vsock_order, {}, {}});
constexpr StructLayout xdp_layout = layout_of<xdp_fields>("sockaddr_xdp");
constexpr StructLayout algorithm_layout = layout_of<algorithm_fields>("sockaddr_alg");
constexpr StructLayout x25_layout = layout_of<x25_fields>("sockaddr_x25");
constexpr StructLayout qualcomm_layout = layout_of<qualcomm_fields>("sockaddr_qrtr");
constexpr StructLayout mctp_layout = layout_of<mctp_fields>("sockaddr_mctp");
constexpr StructLayout synchronous_layout = layout_of<synchronous_fields>("sockaddr_sco");
constexpr StructLayout serial_layout = layout_of<serial_fields>("sockaddr_rc");
constexpr StructLayout wireless_layout = layout_of<wireless_fields>("sockaddr_ieee802154");
constexpr StructLayout near_field_layout = layout_of<near_field_fields>("sockaddr_nfc");

struct Row {
    std::uint16_t family;
    std::size_t least;
    std::size_t most;
    const StructLayout* layout;
};

constexpr std::uint16_t mctp_family = 45, xdp_family = 44, qualcomm_family = 42;
constexpr std::size_t any = ~std::size_t{0};
/// The C library's addresses of Bluetooth differ by their size alone.
constexpr Row rows[] = {
    {AF_PACKET, 20, any, &packet_layout},   {AF_VSOCK, 16, any, &vsock_layout},
    {xdp_family, 16, any, &xdp_layout},     {AF_ALG, 25, any, &algorithm_layout},
    {AF_X25, 18, any, &x25_layout},         {qualcomm_family, 12, any, &qualcomm_layout},
    {mctp_family, 12, any, &mctp_layout},   {AF_BLUETOOTH, 8, 8, &synchronous_layout},
    {AF_BLUETOOTH, 10, 10, &serial_layout}, {AF_IEEE802154, 20, any, &wireless_layout},
    {AF_NFC, 16, any, &near_field_layout},
};

}  // namespace

constinit const StructLayout near_field_link_layout = layout_of<near_field_link_fields>("sockaddr_nfc_llcp");

const StructLayout* address_layout_of(std::uint16_t family_of_it, std::size_t size) {
    const auto* row =
        std::ranges::find_if(rows, [&](const Row& it) { return it.family == family_of_it && size >= it.least && size <= it.most; });
    return row == std::end(rows) ? nullptr : row->layout;
}

}  // namespace troupe
