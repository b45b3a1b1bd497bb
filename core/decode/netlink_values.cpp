#include "core/decode/netlink_values.hpp"

#include <fmt/format.h>
#include <linux/if_arp.h>
#include <linux/inet_diag.h>
#include <linux/rtnetlink.h>
#include <linux/tcp.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "core/decode/array.hpp"
#include "core/decode/constants.hpp"
#include "core/decode/network_numbers.hpp"
#include "core/decode/structure.hpp"
#include "core/decode/text.hpp"
#include "core/format/quoting.hpp"
#include "core/tables/structs/route.hpp"
#include "core/tables/values/sockets.hpp"

/// What attributes of netlink messages carry, but for other attributes.
namespace troupe {

namespace {

constexpr std::size_t inet_size = 4, inet6_size = 16;
constexpr std::size_t statement_size = 8;  // struct sock_filter

std::uint64_t whole_number(const Part& data) {
    std::uint64_t value = 0;
    std::memcpy(&value, data.bytes().data(), data.size());
    return value;
}

void write_unsigned_ticks(Decoder& decoder, std::uint64_t ticks) {
    constexpr std::uint64_t per_second = 100;  // USER_HZ of x86
    decoder.unsigned_number(ticks);
    if (ticks != 0 && decoder.call.style.form.constants != ConstantStyle::numbers) {
        decoder.out.comment(fmt::format("{}.{:02} s", ticks / per_second, ticks % per_second));
    }
}

/// strace takes the family of the message for the type of the hardware (linux/if_arp.h), whose addresses may be shorter.
std::size_t length_of_link_address(std::uint8_t family) {
    struct Row {
        std::uint8_t type;
        std::uint8_t bytes;
    };
    constexpr std::array rows{Row{ARPHRD_NETROM, 7},    Row{ARPHRD_ETHER, 6},  Row{ARPHRD_AX25, 7},
                              Row{ARPHRD_IEEE802, 6},   Row{ARPHRD_ARCNET, 1}, Row{ARPHRD_DLCI, 2},
                              Row{ARPHRD_IEEE1394, 16}, Row{ARPHRD_EUI64, 8},  Row{ARPHRD_INFINIBAND, 20}};
    const auto* row = std::ranges::find(rows, family, &Row::type);
    return row == rows.end() ? SIZE_MAX : row->bytes;
}

std::uint64_t number_at(const Part& data, Width width) {
    std::uint64_t raw = 0;
    const unsigned bytes = bytes_of(width, Abi::x86_64);
    std::memcpy(&raw, data.bytes().data(), bytes);
    return extended(raw, bytes, is_signed(width));
}

/// Elements of one size, as many as there is room for; `write` has their number and bytes.
template <typename Write>
void write_elements(Decoder& decoder, const Part& data, std::size_t size, Shape shape, Write&& write) {
    const std::uint64_t limit = decoder.element_limit();
    decoder.out.open(shape);
    for (std::uint64_t i = 0; (i + 1) * size <= data.size(); ++i) {
        if (!data.has((i + 1) * size)) {
            decoder.out.close(End::unreadable, data.address() + i * size);
            return;
        }
        if (i >= limit) {
            decoder.out.close(End::cut);
            return;
        }
        write(i, data.from(i * size).first(size));
    }
    decoder.out.close();
}

/// The same, in a list: `write` has the decoder, too.
template <typename Write>
void write_list_of(Decoder& decoder, const Part& data, std::size_t size, Write&& write) {
    write_elements(decoder, data, size, Shape::array, [&](std::uint64_t, const Part& element) {
        decoder.out.element();
        write(decoder, element);
    });
}

void write_numbers(Decoder& decoder, const AttributeRow& row, const Part& data) {
    const std::size_t size = bytes_of(row.width, Abi::x86_64);
    if (row.carries == Carries::numbers) {
        write_list_of(decoder, data, size,
                      [&](Decoder& into, const Part& element) { write_value(into, row.kind, number_at(element, row.width)); });
        return;
    }
    write_elements(decoder, data, size, Shape::indexed, [&](std::uint64_t number, const Part& element) {
        decoder.out.field(constant_text(*row.names, number, std::to_string(number), decoder.call.style.form.constants));
        write_value(decoder, row.kind, number_at(element, row.width));
    });
}

/// Where the last field ends that is there as a whole; padding is none.
std::size_t whole_fields_of(const AbiLayout& fields, std::size_t size) {
    std::size_t end = 0;
    for (const PlacedField& placed : fields.fields) {
        const std::size_t behind = placed.offset + std::size_t{placed.bytes} * placed.field->count;
        end = behind <= size && placed.field->form != Form::hidden ? behind : end;
    }
    return end;
}

/// The address of a gateway, which has a family of its own.
void write_via(Decoder& decoder, const Part& data) {
    const auto family = data.as<std::uint16_t>();
    const Part address = data.from(sizeof(family));
    if (family == AF_INET && address.has(inet_size)) {
        write_structure_of(decoder, via_inet_layout, data);
    } else if (family == AF_INET6 && address.has(inet6_size)) {
        write_structure_of(decoder, via_inet6_layout, data);
    } else {
        decoder.out.open(Shape::structure);
        decoder.out.field("rtvia_family");
        decoder.out.constant(socket_domains, family);
        if (address.size() != 0) {
            decoder.out.field("rtvia_addr");
            write_part_as_bytes(decoder, address);
        }
        decoder.out.close();
    }
}

}  // namespace

std::size_t least_of(const NetlinkContext& context, const AttributeRow& row) {
    switch (row.carries) {
        case Carries::number:
        case Carries::network_number:
        case Carries::numbers:
        case Carries::named_numbers:
            return bytes_of(row.width, Abi::x86_64);
        case Carries::address:
            return context.family == AF_INET ? inet_size : inet6_size;
        case Carries::via:
            return sizeof(rtvia::rtvia_family);
        case Carries::inet_address:
            return inet_size;
        case Carries::inet6_address:
            return inet6_size;
        case Carries::structure:
        case Carries::structures:
        case Carries::structure_and_more:
            return row.least != 0 ? row.least : row.kind.layout->on(Abi::x86_64).size;
        case Carries::next_hops:
            return sizeof(rtnexthop);
        case Carries::filter:
            return statement_size;
        case Carries::bytecode:
            return sizeof(inet_diag_bc_op);
        case Carries::socket_addresses:
            return sizeof(sockaddr_storage);
        case Carries::signature_keys:
            return sizeof(tcp_diag_md5sig);
        case Carries::socket_options:
            return sizeof(std::uint16_t);
        default:
            return 1;
    }
}

std::size_t needed_of(const NetlinkContext& context, const AttributeRow& row, const Part& data) {
    switch (row.carries) {
        case Carries::number:
        case Carries::network_number:
        case Carries::numbers:
        case Carries::named_numbers:
        case Carries::structures:
        case Carries::socket_addresses:
        case Carries::signature_keys:
        case Carries::socket_options:
        case Carries::bytecode:
        case Carries::address:
        case Carries::via:
        case Carries::inet_address:
        case Carries::inet6_address:
            return least_of(context, row);
        case Carries::structure:
        case Carries::structure_and_more:
            return whole_fields_of(row.kind.layout->on(Abi::x86_64), data.size());
        default:
            return data.size();
    }
}

void write_attribute_value(const NetlinkContext& context, const AttributeRow& row, const Part& data) {
    Decoder& decoder = context.decoder;
    switch (row.carries) {
        case Carries::number:
            write_value(decoder, row.kind, number_at(data, row.width));
            return;
        case Carries::any_number:
            write_value(decoder, row.kind, whole_number(data));
            return;
        case Carries::ticks:
            write_unsigned_ticks(decoder, whole_number(data));
            return;
        case Carries::via:
            write_via(decoder, data);
            return;
        case Carries::network_number:
            write_converted_number(decoder.out, data.bytes().first(bytes_of(row.width, Abi::x86_64)));
            return;
        case Carries::numbers:
        case Carries::named_numbers:
            write_numbers(decoder, row, data);
            return;
        case Carries::hardware_address:
            write_hardware_address(decoder.out, data.bytes());
            return;
        case Carries::link_address:
            write_hardware_address(decoder.out, data.bytes(), length_of_link_address(context.family));
            return;
        case Carries::address:
            context.family == AF_INET ? write_ipv4(decoder.out, data.bytes().first(inet_size)) : write_ipv6(decoder.out, data.bytes());
            return;
        case Carries::inet_address:
            write_ipv4(decoder.out, data.bytes().first(inet_size));
            return;
        case Carries::inet6_address:
            write_ipv6(decoder.out, data.bytes());
            return;
        case Carries::filter:
            write_filter_statements(decoder, data.address(), data.size() / statement_size, nullptr);
            return;
        case Carries::bytecode:
            write_bytecode(decoder, data);
            return;
        case Carries::structure:
            write_structure_of(decoder, *row.kind.layout, data);
            return;
        case Carries::structures:
            write_list_of(decoder, data, least_of(context, row),
                          [&](Decoder& into, const Part& element) { write_structure_of(into, *row.kind.layout, element); });
            return;
        case Carries::socket_addresses:
            write_list_of(decoder, data, least_of(context, row), write_socket_address);
            return;
        case Carries::signature_keys:
            write_list_of(decoder, data, least_of(context, row), write_signature_key);
            return;
        case Carries::socket_options:
            write_socket_options(decoder, data);
            return;
        default:
            write_part_as_bytes(decoder, data);
    }
}

std::size_t most_of(const AttributeRow& row) {
    constexpr std::size_t most_of_an_address = 32;  // MAX_ADDR_LEN
    switch (row.carries) {
        case Carries::hardware_address:
        case Carries::link_address:
            return most_of_an_address;
        case Carries::any_number:
        case Carries::ticks:
            return sizeof(std::uint64_t);
        default:
            return SIZE_MAX;
    }
}

void write_attribute_text(Decoder& decoder, const Part& data) {
    if (!data.has(needed_to_show(decoder, data))) {
        write_unreadable(decoder, data.address());
        return;
    }
    // What is shown ends with the text, if that is where its NUL is; in hex the NUL is shown, and more may follow.
    std::string_view text = as_text(data.bytes()).substr(0, decoder.string_limit());
    const bool ends = !text.empty() && text.back() == '\0' && !is_all_hex(text, decoder.call.style.form.strings);
    text.remove_suffix(ends ? 1 : 0);
    decoder.out.bytes(text, BytesForm::text, !ends);
}

void write_attribute_word(Decoder& decoder, const Part& data) {
    const std::string_view text = as_text(data.bytes());
    const std::size_t end = text.find('\0');
    if (end == std::string_view::npos) {
        write_attribute_text(decoder, data);
    } else {
        decoder.out.bytes(text.substr(0, std::min<std::size_t>(end, decoder.string_limit())), BytesForm::text,
                          end > decoder.string_limit());
    }
}

void write_structure_of(Decoder& decoder, const StructLayout& layout, const Part& data) {
    const AbiLayout& fields = layout.on(Abi::x86_64);
    const std::size_t given = whole_fields_of(fields, data.size());
    StructureMemory memory;
    const std::span<std::byte> room = memory.of(fields.size);
    std::fill(room.begin(), room.end(), std::byte{0});
    std::memcpy(room.data(), data.bytes().data(), given);
    write_structure_value(decoder, layout, StructureBytes(fields, room, given));
}

}  // namespace troupe
