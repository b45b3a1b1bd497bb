#include "core/tables/structs/socket_addresses.hpp"

#include <sys/socket.h>

#include <algorithm>
#include <iterator>

#include "core/tables/struct_layout.hpp"
#include "core/tables/values/address_values.hpp"
#include "core/tables/values/protocols.hpp"
#include "core/tables/values/route.hpp"

// Addresses of sockets, a structure for each family: the same on every ABI.
namespace troupe {

namespace {

constexpr Field family{"family", Width::u16, kind::hex, 1, Form::hidden};
constexpr Field hex_if_set(std::string_view name, Width width) { return shown(when::is_set(name), Field{name, width, kind::hex}); }

constexpr std::uint16_t most_of_an_address = 8;
/// As many as the address says that it has.
constexpr Kind address_byte{.tag = Tag::hex, .length = length::sibling("sll_halen")};
constexpr std::array packet_fields{
    family,
    Field{"sll_protocol", Width::u16, kind::network_value(ethernet_protocols)},
    Field{"sll_ifindex", Width::u32, kind::network_device},
    Field{"sll_hatype", Width::u16, kind::value(hardware_types)},
    Field{"sll_pkttype", Width::u8, kind::value(packet_kinds)},
    Field{"sll_halen", Width::u8, kind::unsigned_int},
    shown(when::is_set("sll_halen"), Field{"sll_addr", Width::u8, address_byte, most_of_an_address, Form::numbers})};

constexpr std::array vsock_fields{family,
                                  hex_if_set("svm_reserved1", Width::u16),
                                  Field{"svm_port", Width::u32, kind::value(vsock_ports)},
                                  Field{"svm_cid", Width::u32, kind::value(vsock_contexts)},
                                  Field{"svm_flags", Width::u8, kind::flags(vsock_flags)},
                                  shown(when::is_set("svm_zero"), Field{"svm_zero", Width::u8, kind::hex, 3, Form::raw_characters})};
constexpr std::string_view vsock_order[] = {"svm_reserved1", "svm_cid", "svm_port", "svm_flags", "svm_zero"};

constexpr std::uint64_t shares_memory = 1;  // XDP_SHARED_UMEM
constexpr std::array xdp_fields{family, Field{"sxdp_flags", Width::u16, kind::flags(xdp_socket_flags)},
                                Field{"sxdp_ifindex", Width::u32, kind::network_device},
                                Field{"sxdp_queue_id", Width::u32, kind::unsigned_int},
                                shown(when::has_any("sxdp_flags", shares_memory), Field{"sxdp_shared_umem_fd", Width::u32, kind::fd})};

constexpr std::array algorithm_fields{
    family, Field{"salg_type", Width::u8, kind::string, 14, Form::text}, Field{"salg_feat", Width::u32, kind::flags(algorithm_flags)},
    Field{"salg_mask", Width::u32, kind::flags(algorithm_flags)}, Field{"salg_name", Width::u8, kind::string, 64, Form::text}};

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

constexpr StructLayout packet_layout = layout_of<packet_fields>("sockaddr_ll");
constexpr StructLayout vsock_layout = layout_of<vsock_fields>("sockaddr_vm", StructShape::plain, {vsock_order, {}, {}});
constexpr StructLayout xdp_layout = layout_of<xdp_fields>("sockaddr_xdp");
constexpr StructLayout algorithm_layout = layout_of<algorithm_fields>("sockaddr_alg");
constexpr StructLayout x25_layout = layout_of<x25_fields>("sockaddr_x25");
constexpr StructLayout qualcomm_layout = layout_of<qualcomm_fields>("sockaddr_qrtr");
constexpr StructLayout mctp_layout = layout_of<mctp_fields>("sockaddr_mctp");
constexpr StructLayout synchronous_layout = layout_of<synchronous_fields>("sockaddr_sco");
constexpr StructLayout serial_layout = layout_of<serial_fields>("sockaddr_rc");

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
    {AF_BLUETOOTH, 10, 10, &serial_layout},
};

}  // namespace

const StructLayout* address_layout_of(std::uint16_t family_of_it, std::size_t size) {
    const auto* row =
        std::ranges::find_if(rows, [&](const Row& it) { return it.family == family_of_it && size >= it.least && size <= it.most; });
    return row == std::end(rows) ? nullptr : row->layout;
}

}  // namespace troupe
