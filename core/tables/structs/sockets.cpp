#include "core/tables/structs/sockets.hpp"

#include <netinet/in.h>
#include <sys/socket.h>

#include <cstddef>

#include "core/tables/flags/sockets.hpp"
#include "core/tables/structs/proof.hpp"
#include "core/tables/values/socket_messages.hpp"
#include "core/tables/values/sockets.hpp"

// Messages of sockets (linux/socket.h, net/compat.h). What a control message carries is a row of its own: core/tables/control_messages.cpp.
namespace troupe {

namespace structs {

using enum Width;

inline constexpr std::array msghdr_fields{
    Field{"msg_name", pointer, kind::sockaddr(length::sibling("msg_namelen"))},
    Field{"msg_namelen", s32, kind::signed_int, 1, Form::was_and_is},
    Field{"msg_iov", pointer, kind::message_iovec(length::sibling("msg_iovlen"))},
    Field{"msg_iovlen", pointer, kind::unsigned_64},
    shown(when::is_set("msg_controllen"), Field{"msg_control", pointer, kind::control_messages(length::sibling("msg_controllen"))}),
    Field{"msg_controllen", pointer, kind::unsigned_64},
    Field{"msg_flags", u32, kind::flags(message_flags)}};
inline constexpr std::string_view msghdr_failed[] = {"msg_namelen"};
inline constexpr StructLayout msghdr_of_one = layout_of<msghdr_fields>("msghdr", StructShape::plain, {{}, {}, msghdr_failed});

inline constexpr std::array mmsghdr_fields{Field{"msg_hdr", nested, kind::structure(msghdr_of_one)},
                                           Field{"msg_len", u32, kind::unsigned_int}};

/// The numbers of a level's messages have names of their own.
constexpr FieldChoice control_types[] = {{SOL_SOCKET, kind::value(control_message_types)}, {SOL_IP, kind::value(ip_control_types)}};
inline constexpr std::array control_message_fields{Field{"cmsg_len", pointer, kind::unsigned_64},
                                                   Field{"cmsg_level", u32, kind::value(control_message_levels)},
                                                   chosen("cmsg_level", control_types, Field{"cmsg_type", u32, kind::hex})};

inline constexpr std::array packet_info_fields{Field{"ipi_ifindex", u32, kind::network_device},
                                               Field{"ipi_spec_dst", u32, kind::hex, 1, Form::ipv4},
                                               Field{"ipi_addr", u32, kind::hex, 1, Form::ipv4}};

/// struct sock_extended_err (linux/errqueue.h), with the address of the one that reported it behind it.
inline constexpr std::array extended_error_fields{
    Field{"ee_errno", u32, kind::unsigned_int},
    Field{"ee_origin", u8, kind::unsigned_int},
    Field{"ee_type", u8, kind::unsigned_int},
    Field{"ee_code", u8, kind::unsigned_int},
    Field{"ee_info", u32, kind::unsigned_int},
    Field{"ee_data", u32, kind::unsigned_int},
    Field{"offender", nested, kind::sockaddr(length::fixed(sizeof(sockaddr_in))), 1, Form::behind}};

TROUPE_PROVE_SIZE(packet_info_fields, Abi::x86_64, in_pktinfo);
TROUPE_PROVE_FIELD(packet_info_fields, Abi::x86_64, in_pktinfo, "ipi_spec_dst", ipi_spec_dst);
TROUPE_PROVE_SIZE(msghdr_fields, Abi::x86_64, struct msghdr);
TROUPE_PROVE_FIELD(msghdr_fields, Abi::x86_64, struct msghdr, "msg_iov", msg_iov);
TROUPE_PROVE_FIELD(msghdr_fields, Abi::x86_64, struct msghdr, "msg_controllen", msg_controllen);
TROUPE_PROVE_FIELD(msghdr_fields, Abi::x86_64, struct msghdr, "msg_flags", msg_flags);
TROUPE_PROVE_SIZE(mmsghdr_fields, Abi::x86_64, struct mmsghdr);
TROUPE_PROVE_FIELD(mmsghdr_fields, Abi::x86_64, struct mmsghdr, "msg_len", msg_len);
TROUPE_PROVE_SIZE(control_message_fields, Abi::x86_64, struct cmsghdr);
TROUPE_PROVE_FIELD(control_message_fields, Abi::x86_64, struct cmsghdr, "cmsg_type", cmsg_type);

}  // namespace structs

constinit const StructLayout msghdr_layout = structs::msghdr_of_one;
constinit const StructLayout mmsghdr_layout = layout_of<structs::mmsghdr_fields>("mmsghdr");
constinit const StructLayout packet_info_layout = layout_of<structs::packet_info_fields>("in_pktinfo");
constinit const StructLayout extended_error_layout = layout_of<structs::extended_error_fields>("sock_extended_err");
constinit const StructLayout control_message_layout = layout_of<structs::control_message_fields>("cmsghdr");

}  // namespace troupe
