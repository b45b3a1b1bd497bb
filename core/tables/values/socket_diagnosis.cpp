#include "core/tables/values/socket_diagnosis.hpp"

#include <linux/inet_diag.h>
#include <linux/netlink_diag.h>
#include <linux/packet_diag.h>
#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
#include <netinet/tcp.h>

#include "core/tables/named_constant.hpp"

// linux/inet_diag.h, linux/unix_diag.h, linux/netlink_diag.h, linux/packet_diag.h.
namespace troupe {

namespace {

constexpr NamedConstant inet_diagnosis_attributes_rows[] = {
    TROUPE_NAMED(INET_DIAG_NONE),      TROUPE_NAMED(INET_DIAG_MEMINFO),   TROUPE_NAMED(INET_DIAG_INFO),
    TROUPE_NAMED(INET_DIAG_VEGASINFO), TROUPE_NAMED(INET_DIAG_CONG),      TROUPE_NAMED(INET_DIAG_TOS),
    TROUPE_NAMED(INET_DIAG_TCLASS),    TROUPE_NAMED(INET_DIAG_SKMEMINFO), TROUPE_NAMED(INET_DIAG_SHUTDOWN),
    TROUPE_NAMED(INET_DIAG_DCTCPINFO), TROUPE_NAMED(INET_DIAG_PROTOCOL),  TROUPE_NAMED(INET_DIAG_SKV6ONLY),
    TROUPE_NAMED(INET_DIAG_LOCALS),    TROUPE_NAMED(INET_DIAG_PEERS),     TROUPE_NAMED(INET_DIAG_PAD),
    TROUPE_NAMED(INET_DIAG_MARK),      TROUPE_NAMED(INET_DIAG_BBRINFO),   TROUPE_NAMED(INET_DIAG_CLASS_ID),
    TROUPE_NAMED(INET_DIAG_MD5SIG),    TROUPE_NAMED(INET_DIAG_ULP_INFO),  TROUPE_NAMED(INET_DIAG_SK_BPF_STORAGES),
    TROUPE_NAMED(INET_DIAG_CGROUP_ID), TROUPE_NAMED(INET_DIAG_SOCKOPT),   TROUPE_NAMED(INET_DIAG_NOCOOKIE)};

constexpr NamedConstant inet_request_attributes_rows[] = {TROUPE_NAMED(INET_DIAG_REQ_NONE), TROUPE_NAMED(INET_DIAG_REQ_BYTECODE),
                                                          TROUPE_NAMED(INET_DIAG_REQ_SK_BPF_STORAGES),
                                                          TROUPE_NAMED(INET_DIAG_REQ_PROTOCOL)};

constexpr NamedConstant unix_diagnosis_attributes_rows[] = {
    TROUPE_NAMED(UNIX_DIAG_NAME),  TROUPE_NAMED(UNIX_DIAG_VFS),     TROUPE_NAMED(UNIX_DIAG_PEER),     TROUPE_NAMED(UNIX_DIAG_ICONS),
    TROUPE_NAMED(UNIX_DIAG_RQLEN), TROUPE_NAMED(UNIX_DIAG_MEMINFO), TROUPE_NAMED(UNIX_DIAG_SHUTDOWN), TROUPE_NAMED(UNIX_DIAG_UID)};

constexpr NamedConstant netlink_diagnosis_attributes_rows[] = {TROUPE_NAMED(NETLINK_DIAG_MEMINFO), TROUPE_NAMED(NETLINK_DIAG_GROUPS),
                                                               TROUPE_NAMED(NETLINK_DIAG_RX_RING), TROUPE_NAMED(NETLINK_DIAG_TX_RING),
                                                               TROUPE_NAMED(NETLINK_DIAG_FLAGS)};

constexpr NamedConstant packet_diagnosis_attributes_rows[] = {TROUPE_NAMED(PACKET_DIAG_INFO),    TROUPE_NAMED(PACKET_DIAG_MCLIST),
                                                              TROUPE_NAMED(PACKET_DIAG_RX_RING), TROUPE_NAMED(PACKET_DIAG_TX_RING),
                                                              TROUPE_NAMED(PACKET_DIAG_FANOUT),  TROUPE_NAMED(PACKET_DIAG_UID),
                                                              TROUPE_NAMED(PACKET_DIAG_MEMINFO), TROUPE_NAMED(PACKET_DIAG_FILTER)};

constexpr NamedConstant socket_memory_rows[] = {
    TROUPE_NAMED(SK_MEMINFO_RMEM_ALLOC), TROUPE_NAMED(SK_MEMINFO_RCVBUF),    TROUPE_NAMED(SK_MEMINFO_WMEM_ALLOC),
    TROUPE_NAMED(SK_MEMINFO_SNDBUF),     TROUPE_NAMED(SK_MEMINFO_FWD_ALLOC), TROUPE_NAMED(SK_MEMINFO_WMEM_QUEUED),
    TROUPE_NAMED(SK_MEMINFO_OPTMEM),     TROUPE_NAMED(SK_MEMINFO_BACKLOG),   TROUPE_NAMED(SK_MEMINFO_DROPS)};

constexpr NamedConstant connection_states_rows[] = {
    TROUPE_NAMED(TCP_ESTABLISHED), TROUPE_NAMED(TCP_SYN_SENT),  TROUPE_NAMED(TCP_SYN_RECV), TROUPE_NAMED(TCP_FIN_WAIT1),
    TROUPE_NAMED(TCP_FIN_WAIT2),   TROUPE_NAMED(TCP_TIME_WAIT), TROUPE_NAMED(TCP_CLOSE),    TROUPE_NAMED(TCP_CLOSE_WAIT),
    TROUPE_NAMED(TCP_LAST_ACK),    TROUPE_NAMED(TCP_LISTEN),    TROUPE_NAMED(TCP_CLOSING)};

// net/netlink/af_netlink.h of the kernel; a socket that was never connected is as sockets are made.
constexpr NamedConstant netlink_states_rows[] = {{0, "NETLINK_UNCONNECTED"}, {1, "NETLINK_CONNECTED"}, {7, "TCP_CLOSE"}};

// linux/netlink_diag.h
constexpr NamedConstant every_netlink_protocol_rows[] = {TROUPE_NAMED(NDIAG_PROTO_ALL)};

}  // namespace

constinit const ValueSet every_netlink_protocol{"every_netlink_protocol", "NETLINK_???", every_netlink_protocol_rows};
constinit const ValueSet netlink_states{"netlink_states", "NETLINK_???", netlink_states_rows};
constinit const ValueSet inet_diagnosis_attributes{"inet_diagnosis_attributes", "INET_DIAG_???", inet_diagnosis_attributes_rows};
constinit const ValueSet inet_request_attributes{"inet_request_attributes", "INET_DIAG_REQ_???", inet_request_attributes_rows};
constinit const ValueSet unix_diagnosis_attributes{"unix_diagnosis_attributes", "UNIX_DIAG_???", unix_diagnosis_attributes_rows};
constinit const ValueSet netlink_diagnosis_attributes{"netlink_diagnosis_attributes", "NETLINK_DIAG_???",
                                                      netlink_diagnosis_attributes_rows};
constinit const ValueSet packet_diagnosis_attributes{"packet_diagnosis_attributes", "PACKET_DIAG_???", packet_diagnosis_attributes_rows};
constinit const ValueSet socket_memory{"socket_memory", "SK_MEMINFO_???", socket_memory_rows};
constinit const ValueSet connection_states{"connection_states", "TCP_???", connection_states_rows};

}  // namespace troupe
