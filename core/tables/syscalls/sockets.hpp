#pragma once

#include "core/tables/flags/sockets.hpp"
#include "core/tables/structs/times.hpp"
#include "core/tables/syscalls/row.hpp"
#include "core/tables/syscalls/socket_arguments.hpp"
#include "core/tables/values/sockets.hpp"

/// Sockets.
namespace troupe::rows {

/// With MSG_TRUNC the result is the length of the message, of which no more is here than there is room for.
inline constexpr Length received{Length::From::result, 2};
inline constexpr Signature recvmmsg_on_i386 =
    takes(in(fd, "sockfd"), out(received_messages(length::result), "msgvec"), in(unsigned_int, "vlen"), in(flags(message_flags), "flags"),
          in(structure(timespec32_layout), "timeout"));

/// Without an address the kernel does not look at its length.
inline constexpr auto address_length = choose(with(commands(0), in(pointer, "addrlen")), otherwise(inout(pointed(signed_int), "addrlen")));

inline constexpr auto sockets = std::to_array<SyscallRow>({
    socketcall(1, call("socket", {41, 359, 41}, in_class::network, fd,
                       takes(in(value(socket_domains), "domain"), in(flags(socket_type_flags), "type"),
                             in(selected_by_long(0, protocols), "protocol")))),
    socketcall(8, call("socketpair", {53, 360, 53}, in_class::network, signed_long,
                       takes(in(value(socket_domains), "domain"), in(flags(socket_type_flags), "type"), in(unsigned_long, "protocol"),
                             out(array(fd, length::fixed(2)), "sv")))),
    socketcall(2, call("bind", {49, 361, 49}, in_class::network, signed_long,
                       takes(in(fd, "sockfd"), in(sockaddr(length::argument(2)), "addr"), in(signed_int, "addrlen")))),
    socketcall(3, call("connect", {42, 362, 42}, in_class::network, signed_long,
                       takes(in(fd, "sockfd"), in(sockaddr(length::argument(2)), "addr"), in(signed_int, "addrlen")))),
    socketcall(4, call("listen", {50, 363, 50}, in_class::network, signed_long, takes(in(fd, "sockfd"), in(signed_int, "backlog")))),
    socketcall(5, call("accept", {43, absent, 43}, in_class::network, fd,
                       takes(in(fd, "sockfd"), out(sockaddr(length::behind_argument(2)), "addr"),
                             in(selected_by_long(1, address_length), "addrlen")))),
    socketcall(18, call("accept4", {288, 364, 288}, in_class::network, fd,
                        takes(in(fd, "sockfd"), out(sockaddr(length::behind_argument(2)), "addr"),
                              in(selected_by_long(1, address_length), "addrlen"), in(flags(accept_flags), "flags")))),
    socketcall(6, call("getsockname", {51, 367, 51}, in_class::network, signed_long,
                       takes(in(fd, "sockfd"), out(sockaddr(length::behind_argument(2)), "addr"),
                             in(selected_by_long(1, address_length), "addrlen")))),
    socketcall(7, call("getpeername", {52, 368, 52}, in_class::network, signed_long,
                       takes(in(fd, "sockfd"), out(sockaddr(length::behind_argument(2)), "addr"),
                             in(selected_by_long(1, address_length), "addrlen")))),
    socketcall(9, call("send", nowhere, in_class::network, signed_long,
                       takes(in(fd, "sockfd"), in(socket_bytes(length::argument(2)), "buf"), in(unsigned_long, "len"),
                             in(flags(message_flags), "flags")))),
    socketcall(
        10, call("recv", nowhere, in_class::network, signed_long,
                 takes(in(fd, "sockfd"), out(socket_bytes(received), "buf"), in(unsigned_long, "len"), in(flags(message_flags), "flags")))),
    socketcall(11,
               call("sendto", {44, 369, 44}, in_class::network, signed_long,
                    takes(in(fd, "sockfd"), in(socket_bytes(length::argument(2)), "buf"), in(unsigned_long, "len"),
                          in(flags(message_flags), "flags"), in(sockaddr(length::argument(5)), "dest_addr"), in(signed_int, "addrlen")))),
    socketcall(12,
               call("recvfrom", {45, 371, 517}, in_class::network, signed_long,
                    takes(in(fd, "sockfd"), out(socket_bytes(received), "buf"), in(unsigned_long, "len"), in(flags(message_flags), "flags"),
                          out(sockaddr(length::behind_argument(5)), "src_addr"), in(selected_by_long(4, address_length), "addrlen")))),
    socketcall(16, call("sendmsg", {46, 370, 518}, in_class::network, signed_long,
                        takes(in(fd, "sockfd"), in(msghdr, "msg"), in(flags(message_flags), "flags")))),
    socketcall(17, call("recvmsg", {47, 372, 519}, in_class::network, signed_long,
                        takes(in(fd, "sockfd"), out(msghdr, "msg"), in(flags(message_flags), "flags")))),
    socketcall(20, call("sendmmsg", {307, 345, 538}, in_class::network, signed_long,
                        takes(in(fd, "sockfd"), out(sent_messages(length::argument(2)), "msgvec"), in(unsigned_int, "vlen"),
                              in(flags(message_flags), "flags")))),
    socketcall(19, call("recvmmsg", {299, 337, 537}, in_class::network, signed_long,
                        takes(in(fd, "sockfd"), out(received_messages(length::result), "msgvec"), in(unsigned_int, "vlen"),
                              in(flags(message_flags), "flags"), in(structure(timespec_layout), "timeout")),
                        &recvmmsg_on_i386)),
    call("recvmmsg_time64", {absent, 417, absent}, in_class::network, signed_long,
         takes(in(fd, "sockfd"), out(received_messages(length::result), "msgvec"), in(unsigned_int, "vlen"),
               in(flags(message_flags), "flags"), in(structure(timespec_layout), "timeout"))),
    socketcall(15, call("getsockopt", {55, 365, 542}, in_class::network, signed_long,
                        takes(in(fd, "sockfd"), in(value(socket_levels), "level"), in(selected(1, option_names_to_get), "optname"),
                              out(selected(1, option_values_to_get), "optval"), inout(pointed(signed_int), "optlen")))),
    socketcall(14, call("setsockopt", {54, 366, 541}, in_class::network, signed_long,
                        takes(in(fd, "sockfd"), in(value(socket_levels), "level"), in(selected(1, option_names_to_set), "optname"),
                              in(selected(1, option_values_to_set), "optval"), in(signed_int, "optlen")))),
    socketcall(13,
               call("shutdown", {48, 373, 48}, in_class::network, signed_long, takes(in(fd, "sockfd"), in(value(shutdown_hows), "how")))),
    call("socketcall", {absent, 102, absent}, in_class::desc, signed_long,
         takes(in(selected(0, socketcall_operation), "call"), in(pointer, "args"))),
});

}  // namespace troupe::rows
