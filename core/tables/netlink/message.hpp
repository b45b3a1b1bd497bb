#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/tables/struct_layout.hpp"
#include "core/tables/width.hpp"
#include "troupe/core/constants.hpp"
#include "troupe/core/kind.hpp"

/// The words that messages of netlink are written in: a row a message, a row an attribute. One decoder reads them
/// (core/decode/netlink.cpp).
namespace troupe {

/// What stands behind the header of an attribute.
enum class Carries : std::uint8_t {
    bytes,               ///< nothing more is known of it
    text,                ///< a name, to its end; mostly with a NUL
    word,                ///< a name, which ends at its first NUL
    number,              ///< of `kind`, in `width`
    any_number,          ///< of `kind`, in as many bytes as there are, eight at most
    ticks,               ///< of USER_HZ, in as many bytes as there are: 513 /* 5.13 s */
    via,                 ///< a family, and an address of it: {rtvia_family=AF_INET, …}
    network_number,      ///< of `width`, in the byte order of the network: htons(80)
    numbers,             ///< [97, 98]: as many of `kind` and `width` as there is room for
    named_numbers,       ///< [[DEVCONF_FORWARDING]=0, …]: the same, each in the place that `names` has for it
    hardware_address,    ///< 02:fc:00:00:00:01
    link_address,        ///< the same of a network device: as long as those of its family, for strace
    address,             ///< of the message's family: inet_addr("127.0.0.1")
    inet_address,        ///< inet_addr("127.0.0.1")
    inet6_address,       ///< inet_pton(AF_INET6, "::1")
    structure,           ///< of the kind's layout, at least `least` bytes of it
    structures,          ///< [{…}, …], as many as there is room for
    structure_and_more,  ///< a structure, and behind it the attributes of `inner`; without that, bytes
    attributes,          ///< `inner`
    next_hops,           ///< of a route: each says how long it is, and has attributes behind it, `inner`
    filter,              ///< statements of classic BPF
    socket_addresses,    ///< [{sa_family=AF_INET, …}, …], each in as much room as any has
    signature_keys,      ///< [{tcpm_family=AF_INET, …}, …]: TCP_MD5SIG
    socket_options,      ///< bits, and what is not 0 behind them
    bytecode,            ///< what requests about sockets filter by: an operation and what it compares with
};

struct AttributeSet;

/// What one attribute carries.
struct AttributeRow {
    std::uint16_t type = 0;
    Carries carries = Carries::bytes;
    Kind kind{};
    Width width = Width::u32;
    const AttributeSet* inner = nullptr;
    const ValueSet* names = nullptr;
    std::uint16_t least = 0;  ///< bytes of the first version of a structure; what is shorter is shown as bytes. 0: all of it
    std::uint16_t most = 0;   ///< bytes: to what is longer it does not apply. 0: any length
    int family = -1;          ///< only in messages that begin with this family; -1: any
    std::uint16_t key = 0;    ///< only where the attribute of this type before it is the text `chosen`
    std::string_view chosen{};
};

/// The attributes that stand behind each other in one place. Those without a row are bytes; without `types` they have no names.
struct AttributeSet {
    const ValueSet* types = nullptr;
    std::span<const AttributeRow> rows{};
};

/// The words of attribute rows.
namespace carries {
constexpr AttributeRow text(std::uint16_t type) { return {type, Carries::text}; }
constexpr AttributeRow word(std::uint16_t type) { return {type, Carries::word}; }
constexpr AttributeRow via(std::uint16_t type) { return {type, Carries::via}; }
constexpr AttributeRow number(std::uint16_t type, Width width, const Kind& kind) { return {type, Carries::number, kind, width}; }
constexpr AttributeRow u8(std::uint16_t type) { return number(type, Width::u8, kind::unsigned_int); }
constexpr AttributeRow u16(std::uint16_t type) { return number(type, Width::u16, kind::unsigned_int); }
constexpr AttributeRow u32(std::uint16_t type) { return number(type, Width::u32, kind::unsigned_int); }
constexpr AttributeRow u64(std::uint16_t type) { return number(type, Width::u64, kind::unsigned_64); }
constexpr AttributeRow s32(std::uint16_t type) { return number(type, Width::s32, kind::signed_int); }
/// One of a set, or bits, which are no longer than a long.
constexpr AttributeRow constant(std::uint16_t type, Width width, const Kind& kind) {
    return {.type = type, .carries = Carries::number, .kind = kind, .width = width, .most = sizeof(std::uint64_t)};
}
constexpr AttributeRow any_number(std::uint16_t type, const Kind& kind) { return {type, Carries::any_number, kind, Width::u64}; }
/// Times of USER_HZ.
constexpr AttributeRow ticks(std::uint16_t type) { return {type, Carries::ticks}; }
constexpr AttributeRow hex16(std::uint16_t type) { return number(type, Width::u16, kind::hex); }
constexpr AttributeRow hex32(std::uint16_t type) { return number(type, Width::u32, kind::hex); }
constexpr AttributeRow device(std::uint16_t type) { return number(type, Width::u32, kind::network_device); }
constexpr AttributeRow network_number(std::uint16_t type, Width width) { return {type, Carries::network_number, {}, width}; }
constexpr AttributeRow numbers(std::uint16_t type, Width width) { return {type, Carries::numbers, kind::unsigned_int, width}; }
constexpr AttributeRow number_list(std::uint16_t type, Width width, const Kind& kind) { return {type, Carries::numbers, kind, width}; }
constexpr AttributeRow filter(std::uint16_t type) { return {type, Carries::filter}; }
constexpr AttributeRow socket_addresses(std::uint16_t type) { return {type, Carries::socket_addresses}; }
constexpr AttributeRow signature_keys(std::uint16_t type) { return {type, Carries::signature_keys}; }
constexpr AttributeRow socket_options(std::uint16_t type) { return {type, Carries::socket_options}; }
constexpr AttributeRow bytecode(std::uint16_t type) { return {type, Carries::bytecode}; }
constexpr AttributeRow named_numbers(std::uint16_t type, Width width, const Kind& kind, const ValueSet& names) {
    return {type, Carries::named_numbers, kind, width, nullptr, &names};
}
constexpr AttributeRow hardware_address(std::uint16_t type) { return {type, Carries::hardware_address}; }
constexpr AttributeRow link_address(std::uint16_t type) { return {type, Carries::link_address}; }
constexpr AttributeRow address(std::uint16_t type) { return {type, Carries::address}; }
constexpr AttributeRow inet_address(std::uint16_t type) { return {type, Carries::inet_address}; }
constexpr AttributeRow inet6_address(std::uint16_t type) { return {type, Carries::inet6_address}; }
constexpr AttributeRow structure(std::uint16_t type, const StructLayout& layout, std::uint16_t least = 0) {
    return {type, Carries::structure, kind::structure(layout), Width::nested, nullptr, nullptr, least};
}
constexpr AttributeRow structures(std::uint16_t type, const StructLayout& layout) {
    return {type, Carries::structures, kind::structure(layout), Width::nested};
}
constexpr AttributeRow attributes(std::uint16_t type, const AttributeSet& inner) {
    return {type, Carries::attributes, {}, Width::u32, &inner};
}
/// `inner`: nullptr where what is behind the structure is not known.
constexpr AttributeRow structure_and(std::uint16_t type, const StructLayout& layout, const AttributeSet* inner) {
    return {type, Carries::structure_and_more, kind::structure(layout), Width::nested, inner};
}
/// What is longer is shown as bytes, or as another row says.
constexpr AttributeRow at_most(std::uint16_t bytes, AttributeRow row) {
    row.most = bytes;
    return row;
}
/// Only in messages that begin with this family.
constexpr AttributeRow of_family(int family, AttributeRow row) {
    row.family = family;
    return row;
}
/// Only where the text of the attribute `key`, which stands before it, is `name`.
constexpr AttributeRow chosen_by(std::uint16_t key, std::string_view name, AttributeRow row) {
    row.key = key;
    row.chosen = name;
    return row;
}
constexpr AttributeRow next_hops(std::uint16_t type, const AttributeSet& inner) {
    return {type, Carries::next_hops, {}, Width::u32, &inner};
}
}  // namespace carries

/// Which messages of a type a row is about.
enum class Sent : std::uint8_t { any, request, answer };

/// What stands behind the header of messages: a structure, and attributes behind it.
struct MessageRow {
    std::uint16_t first = 0;  ///< of the types
    std::uint16_t last = 0;
    const StructLayout* header = nullptr;      ///< its first field is what every message of the protocol has first
    const AttributeSet* attributes = nullptr;  ///< nullptr: there are none, and what stands there is not shown
    int family = -1;                           ///< of the first byte; -1: any
    Sent sent = Sent::any;
    std::uint16_t least = 0;    ///< bytes: to what is shorter it does not apply
    bool bytes_behind = false;  ///< what stands behind the structure are bytes
};

/// A part of a protocol, with types of its own.
struct Subsystem {
    std::uint8_t number = 0;
    const ValueSet* types = nullptr;
};

/// One of the protocols of AF_NETLINK.
struct NetlinkProtocol {
    int number = 0;
    const ValueSet* types = nullptr;                        ///< of messages, from NLMSG_MIN_TYPE on
    const std::span<const MessageRow>* messages = nullptr;  ///< the first row that fits counts
    const StructLayout* otherwise = nullptr;  ///< all other messages begin with this byte, and go on with bytes; nullptr: bytes alone
    bool is_text = false;                     ///< has no messages of the usual form
    std::span<const Subsystem> subsystems{};  ///< the upper byte of a type is one of these, of `types`; the lower is its own
};

/// nullptr: nothing is known of it.
[[nodiscard]] const NetlinkProtocol* netlink_protocol(int number);
/// The names of the lower byte of a type; nullptr: its subsystem is none, or has none.
[[nodiscard]] const ValueSet* subsystem_types(const NetlinkProtocol& protocol, std::uint16_t type);
/// What the bits of nlmsg_flags mean in a message of this type.
[[nodiscard]] const FlagSet& netlink_flags_of(const NetlinkProtocol* protocol, std::uint16_t type);

/// What may stand behind an answer of the kernel to a request, NLMSG_ERROR.
extern const AttributeSet netlink_error_attribute_set;

extern const AttributeSet link_attribute_set, address_attribute_set, route_attribute_set, neighbour_attribute_set,
    neighbour_table_attribute_set, rule_attribute_set, traffic_attribute_set, network_configuration_attribute_set,
    namespace_id_attribute_set, address_label_attribute_set, next_hop_attribute_set;
// Parts of these: what links and bridges have in their attributes.
extern const AttributeSet bridge_attribute_set, bridge_port_attribute_set, bridge_family_attribute_set, multicast_attribute_set,
    virtual_functions_attribute_set, virtual_ports_attribute_set, virtual_port_attribute_set, tunnel_attribute_set,
    down_reason_attribute_set, mctp_attribute_set, extended_statistics_attribute_set, offloaded_statistics_attribute_set,
    family_statistics_attribute_set, traffic_statistics_attribute_set, size_table_attribute_set, neighbour_parameter_attribute_set,
    entry_activity_attribute_set, next_hop_group_attribute_set, next_hop_bucket_attribute_set;
extern const std::span<const MessageRow> route_messages, socket_diagnosis_messages, netfilter_messages, selinux_messages, crypto_messages;

}  // namespace troupe
