#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>

#include "core/decode/socket_address.hpp"
#include "core/decode/text.hpp"
#include "core/tables/values/address_values.hpp"

/// Addresses of Bluetooth, whose numbers are in the byte order of its bus: htobs(…) (net/bluetooth/hci_sock.h and l2cap.h of the kernel).
namespace troupe {

namespace {

/// Numbers that are given out as they are wanted: all from the one with that name on.
struct GivenOut {
    const ValueSet& set;
    std::uint16_t first, last;
};
constexpr GivenOut given_out[] = {
    {bluetooth_ports, 0x80, 0xff}, {bluetooth_ports, 0x1001, 0xffff}, {bluetooth_link_channels, 0x40, 0xffff}};

/// L2CAP_PSM_SDP, L2CAP_PSM_DYN_START+7
void write_bus_constant(Decoder& decoder, std::string_view field, const ValueSet& set, std::uint16_t value) {
    decoder.out.field(field);
    decoder.out.open(Shape::function_in_style, "htobs");
    decoder.out.element();
    const auto* range = std::find_if(std::begin(given_out), std::end(given_out),
                                     [&](const GivenOut& row) { return &row.set == &set && value >= row.first && value <= row.last; });
    if (range == std::end(given_out) || !name_in(set, value).empty()) {
        decoder.out.constant(set, value);
    } else {
        const std::string_view first = name_in(set, range->first);
        const bool only_names = decoder.call.style.form.constants == ConstantStyle::names;
        const std::string base = only_names ? std::string(first) : fmt::format("{:#x} /* {} */", range->first, first);
        decoder.out.symbol(fmt::format("{}+{}", base, value - range->first), value);
    }
    decoder.out.close();
}

}  // namespace

End write_bluetooth_host(Decoder& decoder, const SocketAddress& address) {
    constexpr std::size_t at_device = 2, at_channel = 4;
    decoder.out.field("hci_dev");
    decoder.out.open(Shape::function_in_style, "htobs");
    decoder.out.element();
    decoder.unsigned_number(address.number<std::uint16_t>(at_device));
    decoder.out.close();
    if (address.size > at_channel) {
        decoder.out.field("hci_channel");
        decoder.out.constant(bluetooth_channels, address.number<std::uint16_t>(at_channel));
    }
    return End::whole;
}

End write_bluetooth_link(Decoder& decoder, const SocketAddress& address) {
    constexpr std::size_t at_port = 2, at_address = 4, address_size = 6, at_channel = 10, at_type = 12;
    write_bus_constant(decoder, "l2_psm", bluetooth_ports, address.number<std::uint16_t>(at_port));
    decoder.out.field("l2_bdaddr");
    write_hardware_address(decoder.out, address.at(at_address, address_size));
    write_bus_constant(decoder, "l2_cid", bluetooth_link_channels, address.number<std::uint16_t>(at_channel));
    if (address.size > at_type) {
        decoder.out.field("l2_bdaddr_type");
        decoder.out.constant(bluetooth_address_types, address.number<std::uint8_t>(at_type));
    }
    return End::whole;
}

}  // namespace troupe
