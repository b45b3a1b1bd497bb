#include "core/tables/flags/socket_diagnosis.hpp"

#include <linux/netlink_diag.h>
#include <linux/packet_diag.h>
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

}  // namespace

constinit const FlagSet state_bits{"state_bits", "1<<TCP_???", state_bits_rows};
constinit const FlagSet inet_extensions{"inet_extensions", "1<<INET_DIAG_???", inet_extensions_rows};
constinit const FlagSet unix_shown{"unix_shown", "UDIAG_SHOW_???", unix_shown_rows};
constinit const FlagSet netlink_shown{"netlink_shown", "NDIAG_SHOW_???", netlink_shown_rows};
constinit const FlagSet packet_shown{"packet_shown", "PACKET_SHOW_???", packet_shown_rows};

}  // namespace troupe
