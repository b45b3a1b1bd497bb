#include "core/tables/structs/socket_diagnosis.hpp"

#include <linux/inet_diag.h>
#include <linux/mptcp.h>
#include <linux/netlink.h>
#include <linux/netlink_diag.h>
#include <linux/packet_diag.h>
#include <linux/sock_diag.h>
#include <linux/tls.h>
#include <linux/unix_diag.h>
#include <sys/socket.h>

#include "core/tables/flags/socket_diagnosis.hpp"
#include "core/tables/ioctls/own.hpp"
#include "core/tables/netlink/message.hpp"
#include "core/tables/values/protocol_diagnosis.hpp"
#include "core/tables/values/socket_diagnosis.hpp"
#include "core/tables/values/sockets.hpp"

// NETLINK_SOCK_DIAG (sock_diag(7)). Requests and answers have the same type: a request says that it is one.
namespace troupe {

namespace {

using namespace carries;

constexpr AttributeRow tls_rows[] = {constant(TLS_INFO_VERSION, Width::u16, kind::value(tls_versions)),
                                     constant(TLS_INFO_CIPHER, Width::u16, kind::value(tls_ciphers)),
                                     constant(TLS_INFO_TXCONF, Width::u16, kind::value(tls_configurations)),
                                     constant(TLS_INFO_RXCONF, Width::u16, kind::value(tls_configurations))};
constinit const AttributeSet tls{&tls_attributes, tls_rows};
constexpr AttributeRow subflow_rows[] = {
    hex32(MPTCP_SUBFLOW_ATTR_TOKEN_REM),  hex32(MPTCP_SUBFLOW_ATTR_TOKEN_LOC),
    u32(MPTCP_SUBFLOW_ATTR_RELWRITE_SEQ), u64(MPTCP_SUBFLOW_ATTR_MAP_SEQ),
    u32(MPTCP_SUBFLOW_ATTR_MAP_SFSEQ),    u32(MPTCP_SUBFLOW_ATTR_SSN_OFFSET),
    u16(MPTCP_SUBFLOW_ATTR_MAP_DATALEN),  constant(MPTCP_SUBFLOW_ATTR_FLAGS, Width::u32, kind::flags(subflow_flags)),
    u8(MPTCP_SUBFLOW_ATTR_ID_REM),        u8(MPTCP_SUBFLOW_ATTR_ID_LOC)};
constinit const AttributeSet subflow{&subflow_attributes, subflow_rows};
constexpr AttributeRow upper_protocol_rows[] = {text(INET_ULP_INFO_NAME), attributes(INET_ULP_INFO_TLS, tls),
                                                attributes(INET_ULP_INFO_MPTCP, subflow)};
constinit const AttributeSet upper_protocol{&upper_protocol_attributes, upper_protocol_rows};
constexpr AttributeRow storage_rows[] = {u32(SK_DIAG_BPF_STORAGE_MAP_ID), any_number(SK_DIAG_BPF_STORAGE_MAP_VALUE, kind::hex)};
constinit const AttributeSet storage{&storage_attributes, storage_rows};
constexpr AttributeRow storages_rows[] = {attributes(SK_DIAG_BPF_STORAGE, storage)};
constinit const AttributeSet storages{&storages_attributes, storages_rows};

constexpr AttributeRow inet_rows[] = {structure(INET_DIAG_MEMINFO, socket_memory_layout),
                                      text(INET_DIAG_CONG),
                                      u8(INET_DIAG_TOS),
                                      u8(INET_DIAG_TCLASS),
                                      named_numbers(INET_DIAG_SKMEMINFO, Width::u32, kind::unsigned_int, socket_memory),
                                      constant(INET_DIAG_SHUTDOWN, Width::u8, kind::flags(shutdown_directions)),
                                      any_number(INET_DIAG_PROTOCOL, kind::value(socket_protocols)),
                                      structure(INET_DIAG_VEGASINFO, vegas_layout),
                                      structure(INET_DIAG_DCTCPINFO, data_centre_layout),
                                      structure(INET_DIAG_BBRINFO, bottleneck_layout),
                                      attributes(INET_DIAG_ULP_INFO, upper_protocol),
                                      attributes(INET_DIAG_SK_BPF_STORAGES, storages),
                                      socket_addresses(INET_DIAG_LOCALS),
                                      socket_addresses(INET_DIAG_PEERS),
                                      signature_keys(INET_DIAG_MD5SIG),
                                      socket_options(INET_DIAG_SOCKOPT),
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
                                      s32(UNIX_DIAG_UID)};
constexpr AttributeRow netlink_rows[] = {
    named_numbers(NETLINK_DIAG_MEMINFO, Width::u32, kind::unsigned_int, socket_memory),
    number_list(NETLINK_DIAG_GROUPS, Width::u64, kind::own_number(Own::long_hex)), structure(NETLINK_DIAG_RX_RING, netlink_ring_layout),
    structure(NETLINK_DIAG_TX_RING, netlink_ring_layout), number(NETLINK_DIAG_FLAGS, Width::u32, kind::flags(netlink_socket_flags))};
constexpr AttributeRow packet_rows[] = {structure(PACKET_DIAG_INFO, packet_information_layout),
                                        structures(PACKET_DIAG_MCLIST, packet_group_layout),
                                        structure(PACKET_DIAG_RX_RING, packet_queue_layout),
                                        structure(PACKET_DIAG_TX_RING, packet_queue_layout),
                                        u32(PACKET_DIAG_FANOUT),
                                        s32(PACKET_DIAG_UID),
                                        named_numbers(PACKET_DIAG_MEMINFO, Width::u32, kind::unsigned_int, socket_memory),
                                        filter(PACKET_DIAG_FILTER)};

constinit const AttributeSet inet{&inet_diagnosis_attributes, inet_rows};
constexpr AttributeRow inet_asked_rows[] = {bytecode(INET_DIAG_REQ_BYTECODE),
                                            any_number(INET_DIAG_REQ_PROTOCOL, kind::value(socket_protocols))};
constinit const AttributeSet inet_asked{&inet_request_attributes, inet_asked_rows};
constinit const AttributeSet smc{&smc_diagnosis_attributes, {}};
constinit const AttributeSet local{&unix_diagnosis_attributes, unix_rows};
constinit const AttributeSet netlink{&netlink_diagnosis_attributes, netlink_rows};
constinit const AttributeSet packet{&packet_diagnosis_attributes, packet_rows};

// Of a message that is no longer, nothing but the family is known.
constexpr std::uint16_t least = 2;

constexpr MessageRow row(const StructLayout& header, const AttributeSet* attributes, int family, Sent sent) {
    return {NLMSG_MIN_TYPE, 0xffff, &header, attributes, family, sent, least};
}
constexpr MessageRow old_request(const StructLayout& header, int family) {
    return {TCPDIAG_GETSOCK, DCCPDIAG_GETSOCK, &header, &inet_asked, family, Sent::request, least};
}

constexpr MessageRow message_rows[] = {
    old_request(inet_old_request_layout, AF_INET),
    old_request(inet6_old_request_layout, AF_INET6),
    row(inet_request_layout, &inet_asked, AF_INET, Sent::request),
    row(inet6_request_layout, &inet_asked, AF_INET6, Sent::request),
    row(unix_request_layout, nullptr, AF_UNIX, Sent::request),
    row(netlink_request_layout, nullptr, AF_NETLINK, Sent::request),
    row(packet_request_layout, nullptr, AF_PACKET, Sent::request),
    row(smc_request_layout, nullptr, AF_SMC, Sent::request),
    row(inet_answer_layout, &inet, AF_INET, Sent::answer),
    row(inet6_answer_layout, &inet, AF_INET6, Sent::answer),
    row(unix_answer_layout, &local, AF_UNIX, Sent::answer),
    row(netlink_answer_layout, &netlink, AF_NETLINK, Sent::answer),
    row(packet_answer_layout, &packet, AF_PACKET, Sent::answer),
    row(smc_answer_layout, &smc, AF_SMC, Sent::answer),
};

}  // namespace

constinit const std::span<const MessageRow> socket_diagnosis_messages{message_rows};

}  // namespace troupe
