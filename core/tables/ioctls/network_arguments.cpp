#include "core/tables/flags/route.hpp"
#include "core/tables/ioctls/argument_words.hpp"
#include "core/tables/values/route.hpp"

// Network devices (linux/sockios.h, linux/if.h). A request for one begins with its name.
namespace troupe::ioctls {

namespace {

/// linux/if.h: what is behind the name takes this much, 24 bytes or 16.
constexpr std::array map_fields{Field{"mem_start", ulong_, kind::hex}, Field{"mem_end", ulong_, kind::hex},
                                Field{"base_addr", u16, kind::hex},    Field{"irq", u8, kind::hex},
                                Field{"dma", u8, kind::hex},           Field{"port", u8, kind::hex}};
constexpr StructLayout map_layout = layout_of<map_fields>("ifmap");

constexpr Field device = name_of("ifr_name", 16);
constexpr std::string_view only_name[] = {"ifr_name"}, only_index[] = {"ifr_ifindex"}, index_and_name[] = {"ifr_ifindex", "ifr_name"};
constexpr View name_after_failure{{}, {}, only_name};

/// What is asked.
template <const auto& Fields>
consteval StructLayout request() {
    return layout_of<Fields>("ifreq", StructShape::plain, name_after_failure);
}

constexpr Field room{"ifr_ifru", nested, kind::structure(map_layout), 1, Form::hidden};

constexpr std::array flag_fields{device, room, united(Field{"ifr_flags", u16, kind::flags(device_flags)})};
constexpr std::array metric_fields{device, room, united(Field{"ifr_metric", s32, kind::signed_64})};
constexpr std::array mtu_fields{device, room, united(Field{"ifr_mtu", s32, kind::signed_64})};
constexpr std::array index_fields{device, room, united(Field{"ifr_ifindex", s32, kind::signed_64})};
constexpr std::array queue_fields{device, room, united(Field{"ifr_qlen", s32, kind::signed_64})};
constexpr std::array slave_fields{device, room, united(name_of("ifr_slave", 16))};
constexpr std::array rename_fields{device, room, united(name_of("ifr_newname", 16))};
constexpr std::array mapped_fields{device, Field{"ifr_map", nested, kind::structure(map_layout)}};
constexpr std::array address_fields{device, Field{"ifr_addr", u8, kind::sockaddr(length::fixed(16)), 1, Form::behind}, room};
constexpr std::array peer_fields{device, Field{"ifr_dstaddr", u8, kind::sockaddr(length::fixed(16)), 1, Form::behind}, room};
constexpr std::array broadcast_fields{device, Field{"ifr_broadaddr", u8, kind::sockaddr(length::fixed(16)), 1, Form::behind}, room};
constexpr std::array mask_fields{device, Field{"ifr_netmask", u8, kind::sockaddr(length::fixed(16)), 1, Form::behind}, room};
constexpr std::array hardware_address_fields{Field{"sa_family", u16, kind::value(hardware_types)},
                                             Field{"sa_data", u8, kind::own_memory(Own::hardware_address), 1, Form::behind},
                                             padding(u16, 3), padding(pointer, 2)};
constexpr StructLayout hardware_address_layout = layout_of<hardware_address_fields>("sockaddr");
constexpr std::array hardware_fields{device, Field{"ifr_hwaddr", nested, kind::structure(hardware_address_layout)}};
constexpr StructLayout hardware_layout = request<hardware_fields>();
constexpr StructLayout flag_layout = request<flag_fields>(), metric_layout = request<metric_fields>(), mtu_layout = request<mtu_fields>(),
                       index_layout = request<index_fields>(), queue_layout = request<queue_fields>(),
                       slave_layout = request<slave_fields>(), rename_layout = request<rename_fields>(),
                       mapped_layout = request<mapped_fields>(), address_layout = request<address_fields>(),
                       peer_layout = request<peer_fields>(), broadcast_layout = request<broadcast_fields>(),
                       mask_layout = request<mask_fields>();
constexpr StructLayout name_layout = layout_of<index_fields>("ifreq", StructShape::plain, View{index_and_name, {}, only_index});
constexpr std::array port_fields{Field{"padding", u8, kind::hex, 16, Form::hidden}, Field{"ifr_ifindex", u32, kind::network_device},
                                 padding(u32), padding(pointer, 2)};
constexpr StructLayout port_layout = layout_of<port_fields>("ifreq");

constexpr std::string_view list_failed[] = {"ifc_len", "ifc_buf"};
constexpr std::array list_fields{Field{"ifc_len", s32, kind::own_number(Own::interface_bytes), 1, Form::was_and_is},
                                 Field{"ifc_buf", pointer, kind::own_memory(Own::interface_list, address_layout)}};
constexpr StructLayout list_layout = layout_of<list_fields>("ifconf", StructShape::plain, View{.failed = list_failed, .even_unread = true});

constexpr Kind short_name{.tag = Tag::string, .length = length::fixed(16)};

constexpr IoctlArgument rows[] = {
    fills(kind::structure(name_layout), "SIOCGIFNAME"),
    fills(kind::structure(flag_layout), "SIOCGIFFLAGS"),
    takes(kind::structure(flag_layout), "SIOCSIFFLAGS"),
    fills(kind::structure(metric_layout), "SIOCGIFMETRIC"),
    takes(kind::structure(metric_layout), "SIOCSIFMETRIC"),
    fills(kind::structure(mtu_layout), "SIOCGIFMTU"),
    takes(kind::structure(mtu_layout), "SIOCSIFMTU"),
    fills(kind::structure(index_layout), "SIOCGIFINDEX"),
    fills(kind::structure(queue_layout), "SIOCGIFTXQLEN"),
    takes(kind::structure(queue_layout), "SIOCSIFTXQLEN"),
    fills(kind::structure(slave_layout), "SIOCGIFSLAVE"),
    takes(kind::structure(slave_layout), "SIOCSIFSLAVE"),
    takes(kind::structure(rename_layout), "SIOCSIFNAME"),
    fills(kind::structure(mapped_layout), "SIOCGIFMAP"),
    takes(kind::structure(mapped_layout), "SIOCSIFMAP"),
    fills(kind::structure(address_layout), "SIOCGIFADDR"),
    takes(kind::structure(address_layout), "SIOCSIFADDR"),
    fills(kind::structure(peer_layout), "SIOCGIFDSTADDR"),
    takes(kind::structure(peer_layout), "SIOCSIFDSTADDR"),
    fills(kind::structure(broadcast_layout), "SIOCGIFBRDADDR"),
    takes(kind::structure(broadcast_layout), "SIOCSIFBRDADDR"),
    fills(kind::structure(mask_layout), "SIOCGIFNETMASK"),
    takes(kind::structure(mask_layout), "SIOCSIFNETMASK"),
    fills(kind::structure(hardware_layout), "SIOCGIFHWADDR"),
    takes(kind::structure(hardware_layout), "SIOCSIFHWADDR SIOCADDMULTI SIOCDELMULTI SIOCSIFHWBROADCAST"),
    fills(kind::structure(list_layout), "SIOCGIFCONF"),
    answers(pointed_int, "SIOCGIFENCAP"),
    takes(pointed_int, "SIOCSIFENCAP"),
    takes(short_name, "SIOCBRADDBR SIOCBRDELBR"),
    takes(kind::structure(port_layout), "SIOCBRADDIF SIOCBRDELIF"),
    // What stands behind these pointers is not shown.
    takes(kind::pointer,
          "SIOCGSTAMP_OLD SIOCGSTAMPNS_OLD SIOCADDRT SIOCDELRT SIOCRTMSG SIOCSIFLINK SIOCGIFMEM "
          "SIOCSIFMEM SIOCSIFPFLAGS SIOCGIFPFLAGS SIOCDIFADDR SIOCGIFCOUNT SIOCGIFBR SIOCSIFBR SIOCETHTOOL "
          "SIOCGMIIPHY SIOCGMIIREG SIOCSMIIREG SIOCWANDEV SIOCGSKNS SIOCDARP SIOCGARP SIOCSARP SIOCDRARP "
          "SIOCGRARP SIOCSRARP SIOCADDDLCI SIOCDELDLCI SIOCGIFVLAN SIOCSIFVLAN SIOCBONDENSLAVE SIOCBONDRELEASE "
          "SIOCBONDSETHWADDR SIOCBONDSLAVEINFOQUERY SIOCBONDINFOQUERY SIOCBONDCHANGEACTIVE SIOCSHWTSTAMP "
          "SIOCGHWTSTAMP SIOCGSTAMP_NEW SIOCGSTAMPNS_NEW"),
};

}  // namespace

constinit const Rows network_rows = rows;

}  // namespace troupe::ioctls
