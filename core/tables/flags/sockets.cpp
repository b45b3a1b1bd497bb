
#include "core/tables/flags/sockets.hpp"

#include "core/tables/named_constant.hpp"

// Sockets.
namespace troupe {

namespace {

constexpr NamedConstant message_flags_rows[] = {
    {1, "MSG_OOB"},
    {2, "MSG_PEEK"},
    {4, "MSG_DONTROUTE"},
    {8, "MSG_CTRUNC"},
    {0x10, "MSG_PROBE"},
    {0x20, "MSG_TRUNC"},
    {0x40, "MSG_DONTWAIT"},
    {0x80, "MSG_EOR"},
    {0x100, "MSG_WAITALL"},
    {0x200, "MSG_FIN"},
    {0x400, "MSG_SYN"},
    {0x800, "MSG_CONFIRM"},
    {0x1000, "MSG_RST"},
    {0x2000, "MSG_ERRQUEUE"},
    {0x4000, "MSG_NOSIGNAL"},
    {0x8000, "MSG_MORE"},
    {0x10000, "MSG_WAITFORONE"},
    {0x20000, "MSG_SENDPAGE_NOTLAST"},
    {0x40000, "MSG_BATCH"},
    {0x80000, "MSG_NO_SHARED_FRAGS"},
    {0x4000000, "MSG_ZEROCOPY"},
    {0x20000000, "MSG_FASTOPEN"},
    {0x40000000, "MSG_CMSG_CLOEXEC"},
    {0x80000000, "MSG_CMSG_COMPAT"},
};

constexpr NamedConstant socket_types_rows[] = {
    {1, "SOCK_STREAM"}, {2, "SOCK_DGRAM"}, {3, "SOCK_RAW"}, {4, "SOCK_RDM"}, {5, "SOCK_SEQPACKET"}, {6, "SOCK_DCCP"}, {10, "SOCK_PACKET"},
};

constexpr NamedConstant socket_type_flags_rows[] = {
    {02000000, "SOCK_CLOEXEC"},
    {04000, "SOCK_NONBLOCK"},
};

constexpr NamedConstant accept_flags_rows[] = {
    {02000000, "SOCK_CLOEXEC"},
    {04000, "SOCK_NONBLOCK"},
};

}  // namespace

constinit const FlagSet message_flags{"message_flags", "MSG_???", message_flags_rows};
constinit const ValueSet socket_types{"socket_types", "", socket_types_rows};
constinit const FlagSet socket_type_flags{.name = "socket_type_flags",
                                          .unknown = "SOCK_???",
                                          .rows = socket_type_flags_rows,
                                          .value_mask = 0xf,
                                          .values = &socket_types,
                                          .values_apart = true,
                                          .value_apart_in_names = true};
constinit const FlagSet accept_flags{"accept_flags", "SOCK_???", accept_flags_rows};

}  // namespace troupe
