#include "core/tables/flags/socket_diagnosis.hpp"

#include <linux/mptcp.h>
#include <linux/netlink_diag.h>
#include <linux/packet_diag.h>
#include <linux/smc_diag.h>
#include <linux/unix_diag.h>

#include "core/tables/named_constant.hpp"

// linux/unix_diag.h, linux/netlink_diag.h, linux/packet_diag.h.
namespace troupe {

namespace {

constexpr NamedConstant unix_shown_rows[] = {
    TROUPE_NAMED(UDIAG_SHOW_NAME),  TROUPE_NAMED(UDIAG_SHOW_VFS),     TROUPE_NAMED(UDIAG_SHOW_PEER), TROUPE_NAMED(UDIAG_SHOW_ICONS),
    TROUPE_NAMED(UDIAG_SHOW_RQLEN), TROUPE_NAMED(UDIAG_SHOW_MEMINFO), TROUPE_NAMED(UDIAG_SHOW_UID)};

constexpr NamedConstant netlink_shown_rows[] = {TROUPE_NAMED(NDIAG_SHOW_MEMINFO), TROUPE_NAMED(NDIAG_SHOW_GROUPS),
                                                TROUPE_NAMED(NDIAG_SHOW_RING_CFG), TROUPE_NAMED(NDIAG_SHOW_FLAGS)};

constexpr NamedConstant packet_shown_rows[] = {TROUPE_NAMED(PACKET_SHOW_INFO),     TROUPE_NAMED(PACKET_SHOW_MCLIST),
                                               TROUPE_NAMED(PACKET_SHOW_RING_CFG), TROUPE_NAMED(PACKET_SHOW_FANOUT),
                                               TROUPE_NAMED(PACKET_SHOW_MEMINFO),  TROUPE_NAMED(PACKET_SHOW_FILTER)};

// A bit for each state of a connection (net/tcp_states.h of the kernel).
constexpr NamedConstant state_bits_rows[] = {
    {1u << 1, "1<<TCP_ESTABLISHED"}, {1u << 2, "1<<TCP_SYN_SENT"},  {1u << 3, "1<<TCP_SYN_RECV"}, {1u << 4, "1<<TCP_FIN_WAIT1"},
    {1u << 5, "1<<TCP_FIN_WAIT2"},   {1u << 6, "1<<TCP_TIME_WAIT"}, {1u << 7, "1<<TCP_CLOSE"},    {1u << 8, "1<<TCP_CLOSE_WAIT"},
    {1u << 9, "1<<TCP_LAST_ACK"},    {1u << 10, "1<<TCP_LISTEN"},   {1u << 11, "1<<TCP_CLOSING"}, {1u << 12, "1<<TCP_NEW_SYN_RECV"}};

// A bit for each attribute of an answer, from 1 on.
constexpr NamedConstant inet_extensions_rows[] = {{1u << 0, "1<<(INET_DIAG_MEMINFO-1)"},   {1u << 1, "1<<(INET_DIAG_INFO-1)"},
                                                  {1u << 2, "1<<(INET_DIAG_VEGASINFO-1)"}, {1u << 3, "1<<(INET_DIAG_CONG-1)"},
                                                  {1u << 4, "1<<(INET_DIAG_TOS-1)"},       {1u << 5, "1<<(INET_DIAG_TCLASS-1)"},
                                                  {1u << 6, "1<<(INET_DIAG_SKMEMINFO-1)"}, {1u << 7, "1<<(INET_DIAG_SHUTDOWN-1)"}};

constexpr NamedConstant smc_extensions_rows[] = {{1u << (SMC_DIAG_CONNINFO - 1), "1<<(SMC_DIAG_CONNINFO-1)"},
                                                 {1u << (SMC_DIAG_LGRINFO - 1), "1<<(SMC_DIAG_LGRINFO-1)"}};

// net/sock.h of the kernel.
constexpr NamedConstant shutdown_directions_rows[] = {{1, "RCV_SHUTDOWN"}, {2, "SEND_SHUTDOWN"}};

constexpr NamedConstant netlink_socket_flags_rows[] = {TROUPE_NAMED(NDIAG_FLAG_CB_RUNNING),      TROUPE_NAMED(NDIAG_FLAG_PKTINFO),
                                                       TROUPE_NAMED(NDIAG_FLAG_BROADCAST_ERROR), TROUPE_NAMED(NDIAG_FLAG_NO_ENOBUFS),
                                                       TROUPE_NAMED(NDIAG_FLAG_LISTEN_ALL_NSID), TROUPE_NAMED(NDIAG_FLAG_CAP_ACK)};

constexpr NamedConstant packet_information_flags_rows[] = {TROUPE_NAMED(PDI_RUNNING), TROUPE_NAMED(PDI_AUXDATA), TROUPE_NAMED(PDI_ORIGDEV),
                                                           TROUPE_NAMED(PDI_VNETHDR), TROUPE_NAMED(PDI_LOSS)};

constexpr NamedConstant subflow_flags_rows[] = {
    TROUPE_NAMED(MPTCP_SUBFLOW_FLAG_MCAP_REM),          TROUPE_NAMED(MPTCP_SUBFLOW_FLAG_MCAP_LOC),
    TROUPE_NAMED(MPTCP_SUBFLOW_FLAG_JOIN_REM),          TROUPE_NAMED(MPTCP_SUBFLOW_FLAG_JOIN_LOC),
    TROUPE_NAMED(MPTCP_SUBFLOW_FLAG_BKUP_REM),          TROUPE_NAMED(MPTCP_SUBFLOW_FLAG_BKUP_LOC),
    TROUPE_NAMED(MPTCP_SUBFLOW_FLAG_FULLY_ESTABLISHED), TROUPE_NAMED(MPTCP_SUBFLOW_FLAG_CONNECTED),
    TROUPE_NAMED(MPTCP_SUBFLOW_FLAG_MAPVALID)};

}  // namespace

constinit const FlagSet state_bits{"state_bits", "1<<TCP_???", state_bits_rows};
constinit const FlagSet inet_extensions{"inet_extensions", "1<<INET_DIAG_???", inet_extensions_rows};
constinit const FlagSet unix_shown{"unix_shown", "UDIAG_SHOW_???", unix_shown_rows};
constinit const FlagSet netlink_shown{"netlink_shown", "NDIAG_SHOW_???", netlink_shown_rows};
constinit const FlagSet packet_shown{"packet_shown", "PACKET_SHOW_???", packet_shown_rows};
constinit const FlagSet smc_extensions{"smc_extensions", "1<<SMC_DIAG_???", smc_extensions_rows};
constinit const FlagSet shutdown_directions{
    .name = "shutdown_directions", .unknown = "???_SHUTDOWN", .rows = shutdown_directions_rows, .as_number = true};
constinit const FlagSet netlink_socket_flags{"netlink_socket_flags", "NDIAG_FLAG_???", netlink_socket_flags_rows};
constinit const FlagSet packet_information_flags{"packet_information_flags", "PDI_???", packet_information_flags_rows};
constinit const FlagSet subflow_flags{"subflow_flags", "MPTCP_SUBFLOW_FLAG_???", subflow_flags_rows};

}  // namespace troupe
