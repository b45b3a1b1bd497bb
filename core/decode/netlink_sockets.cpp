#include <fmt/format.h>
#include <linux/tcp.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>

#include "core/decode/constants.hpp"
#include "core/decode/netlink.hpp"
#include "core/decode/sockets.hpp"
#include "core/decode/structure.hpp"
#include "core/tables/structs/socket_diagnosis.hpp"

/// Attributes of NETLINK_SOCK_DIAG that no row can say (linux/inet_diag.h).
namespace troupe {

void write_socket_address(Decoder& decoder, const Part& address) { write_sockaddr(decoder, address.address(), address.size()); }

void write_signature_key(Decoder& decoder, const Part& data) {
    const auto known = data.as<tcp_diag_md5sig>();
    const StructLayout& layout = known.tcpm_family == AF_INET    ? inet_signature_layout
                                 : known.tcpm_family == AF_INET6 ? inet6_signature_layout
                                                                 : other_signature_layout;
    const std::size_t length = std::min<std::size_t>(known.tcpm_keylen, sizeof(known.tcpm_key));
    const End end = write_open_structure(decoder, layout, StructureBytes(layout.on(Abi::x86_64), data.bytes()));
    decoder.out.field("tcpm_key");
    decoder.out.bytes({reinterpret_cast<const char*>(known.tcpm_key), length}, BytesForm::hex, false);
    decoder.out.close(end);
}

/// {recverr=1, mc_loop=1}, and behind them what is not 0 of bytes that are not known.
void write_socket_options(Decoder& decoder, const Part& data) {
    constexpr std::array names{
        "recverr",         "is_icsk",      "freebind", "hdrincl", "mc_loop", "transparent", "mc_all", "nodefrag", "bind_address_no_port",
        "recverr_rfc4884", "defer_connect"};
    const auto options = data.as<std::uint16_t>();
    const Part rest = data.from(sizeof(options));
    decoder.out.open(Shape::structure);
    for (std::size_t bit = 0; bit < names.size(); ++bit) {
        if (((options >> bit) & 1) != 0) {
            decoder.out.field(names[bit]);
            decoder.unsigned_number(1);
        }
    }
    if (const unsigned unused = options >> names.size(); unused != 0) {
        decoder.out.field("unused");
        decoder.hex_number(unused);
        decoder.out.comment("bits 3..8");
    }
    decoder.out.close();
    if (!rest.has(rest.size())) {
        decoder.out.element();
        write_missing(decoder.out);
    } else if (std::ranges::any_of(rest.bytes(), [](std::byte byte) { return byte != std::byte{0}; })) {
        decoder.out.unnamed_field(fmt::format("bytes {}..{}", sizeof(options), data.size() - 1));
        write_part_as_bytes(decoder, rest);
    }
}

}  // namespace troupe
