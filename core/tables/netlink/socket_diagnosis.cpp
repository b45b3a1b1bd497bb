#include "core/tables/structs/socket_diagnosis.hpp"

#include <linux/inet_diag.h>
#include <linux/netlink_diag.h>
#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
#include <sys/socket.h>

#include "core/tables/netlink/message.hpp"
#include "core/tables/values/socket_diagnosis.hpp"

// NETLINK_SOCK_DIAG (sock_diag(7)). Requests and answers have the same type: a request says that it is one.
namespace troupe {

namespace {

using namespace carries;

constexpr AttributeRow inet_rows[] = {structure(INET_DIAG_MEMINFO, socket_memory_layout),
                                      text(INET_DIAG_CONG),
                                      u8(INET_DIAG_TOS),
                                      u8(INET_DIAG_TCLASS),
                                      named_numbers(INET_DIAG_SKMEMINFO, Width::u32, kind::unsigned_int, socket_memory),
                                      u8(INET_DIAG_SHUTDOWN),
                                      u8(INET_DIAG_PROTOCOL),
                                      u8(INET_DIAG_SKV6ONLY),
                                      u32(INET_DIAG_MARK),
                                      u32(INET_DIAG_CLASS_ID),
                                      u64(INET_DIAG_CGROUP_ID)};
constexpr AttributeRow unix_rows[] = {text(UNIX_DIAG_NAME),
                                      structure(UNIX_DIAG_VFS, socket_file_layout),
                                      u32(UNIX_DIAG_PEER),
                                      numbers(UNIX_DIAG_ICONS, Width::u32),
                                      structure(UNIX_DIAG_RQLEN, socket_queue_layout),
                                      named_numbers(UNIX_DIAG_MEMINFO, Width::u32, kind::unsigned_int, socket_memory),
                                      u8(UNIX_DIAG_SHUTDOWN),
                                      u32(UNIX_DIAG_UID)};
constexpr AttributeRow netlink_rows[] = {named_numbers(NETLINK_DIAG_MEMINFO, Width::u32, kind::unsigned_int, socket_memory)};
constexpr AttributeRow packet_rows[] = {named_numbers(6, Width::u32, kind::unsigned_int, socket_memory)};  // PACKET_DIAG_MEMINFO

constinit const AttributeSet inet{&inet_diagnosis_attributes, inet_rows};
constinit const AttributeSet inet_asked{&inet_request_attributes, {}};
constinit const AttributeSet local{&unix_diagnosis_attributes, unix_rows};
constinit const AttributeSet netlink{&netlink_diagnosis_attributes, netlink_rows};
constinit const AttributeSet packet{&packet_diagnosis_attributes, packet_rows};

constexpr std::uint16_t by_family = SOCK_DIAG_BY_FAMILY;

constexpr MessageRow message_rows[] = {
    {by_family, by_family, &inet_request_layout, &inet_asked, AF_INET, Sent::request},
    {by_family, by_family, &inet6_request_layout, &inet_asked, AF_INET6, Sent::request},
    {by_family, by_family, &unix_request_layout, nullptr, AF_UNIX, Sent::request},
    {by_family, by_family, &netlink_request_layout, nullptr, AF_NETLINK, Sent::request},
    {by_family, by_family, &packet_request_layout, nullptr, AF_PACKET, Sent::request},
    {TCPDIAG_GETSOCK, DCCPDIAG_GETSOCK, &inet_old_request_layout, &inet_asked, AF_INET, Sent::request},
    {TCPDIAG_GETSOCK, DCCPDIAG_GETSOCK, &inet6_old_request_layout, &inet_asked, AF_INET6, Sent::request},
    {TCPDIAG_GETSOCK, by_family, &inet_answer_layout, &inet, AF_INET, Sent::answer},
    {TCPDIAG_GETSOCK, by_family, &inet6_answer_layout, &inet, AF_INET6, Sent::answer},
    {by_family, by_family, &unix_answer_layout, &local, AF_UNIX, Sent::answer},
    {by_family, by_family, &netlink_answer_layout, &netlink, AF_NETLINK, Sent::answer},
    {by_family, by_family, &packet_answer_layout, &packet, AF_PACKET, Sent::answer},
};

}  // namespace

constinit const std::span<const MessageRow> socket_diagnosis_messages{message_rows};

}  // namespace troupe
