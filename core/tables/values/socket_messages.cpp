
#include "core/tables/values/socket_messages.hpp"

#include "core/tables/named_constant.hpp"

// Control messages and options of netlink.
namespace troupe {

namespace {

constexpr NamedConstant netlink_options_rows[] = {
    {1, "NETLINK_ADD_MEMBERSHIP"},   {2, "NETLINK_DROP_MEMBERSHIP"}, {3, "NETLINK_PKTINFO"},  {4, "NETLINK_BROADCAST_ERROR"},
    {5, "NETLINK_NO_ENOBUFS"},       {6, "NETLINK_RX_RING"},         {7, "NETLINK_TX_RING"},  {8, "NETLINK_LISTEN_ALL_NSID"},
    {9, "NETLINK_LIST_MEMBERSHIPS"}, {10, "NETLINK_CAP_ACK"},        {11, "NETLINK_EXT_ACK"}, {12, "NETLINK_GET_STRICT_CHK"},
};

// linux/udp.h
constexpr NamedConstant udp_options_rows[] = {
    {1, "UDP_CORK"}, {100, "UDP_ENCAP"}, {101, "UDP_NO_CHECK6_TX"}, {102, "UDP_NO_CHECK6_RX"}, {103, "UDP_SEGMENT"}, {104, "UDP_GRO"},
};

// linux/icmp.h
constexpr NamedConstant raw_options_rows[] = {{1, "ICMP_FILTER"}};

// linux/if_packet.h
constexpr NamedConstant packet_options_rows[] = {
    {1, "PACKET_ADD_MEMBERSHIP"}, {2, "PACKET_DROP_MEMBERSHIP"},  {3, "PACKET_RECV_OUTPUT"},   {5, "PACKET_RX_RING"},
    {6, "PACKET_STATISTICS"},     {7, "PACKET_COPY_THRESH"},      {8, "PACKET_AUXDATA"},       {9, "PACKET_ORIGDEV"},
    {10, "PACKET_VERSION"},       {11, "PACKET_HDRLEN"},          {12, "PACKET_RESERVE"},      {13, "PACKET_TX_RING"},
    {14, "PACKET_LOSS"},          {15, "PACKET_VNET_HDR"},        {16, "PACKET_TX_TIMESTAMP"}, {17, "PACKET_TIMESTAMP"},
    {18, "PACKET_FANOUT"},        {19, "PACKET_TX_HAS_OFF"},      {20, "PACKET_QDISC_BYPASS"}, {21, "PACKET_ROLLOVER_STATS"},
    {22, "PACKET_FANOUT_DATA"},   {23, "PACKET_IGNORE_OUTGOING"}, {24, "PACKET_VNET_HDR_SZ"},
};

constexpr NamedConstant control_message_types_rows[] = {
    {1, "SCM_RIGHTS"},
    {2, "SCM_CREDENTIALS"},
    {3, "SCM_SECURITY"},
    {4, "SCM_PIDFD"},
    {29, "SO_TIMESTAMP_OLD"},
    {35, "SO_TIMESTAMPNS_OLD"},
    {37, "SO_TIMESTAMPING_OLD"},
    {41, "SO_WIFI_STATUS"},
    {54, "SCM_TIMESTAMPING_OPT_STATS"},
    {58, "SCM_TIMESTAMPING_PKTINFO"},
    {61, "SO_TXTIME"},
    {63, "SO_TIMESTAMP_NEW"},
    {64, "SO_TIMESTAMPNS_NEW"},
    {65, "SO_TIMESTAMPING_NEW"},
};

// linux/in.h: the options that are types of control messages as well
constexpr NamedConstant ip_control_types_rows[] = {
    {1, "IP_TOS"},     {2, "IP_TTL"},      {3, "SCM_SECURITY"},    {6, "IP_RECVOPTS"},  {7, "IP_RETOPTS"},
    {8, "IP_PKTINFO"}, {11, "IP_RECVERR"}, {20, "IP_ORIGDSTADDR"}, {23, "IP_CHECKSUM"},
};

}  // namespace

constinit const ValueSet udp_options{"udp_options", "UDP_???", udp_options_rows};
constinit const ValueSet raw_options{"raw_options", "RAW_???", raw_options_rows};
constinit const ValueSet packet_options{"packet_options", "PACKET_???", packet_options_rows};
constinit const ValueSet netlink_options{"netlink_options", "NETLINK_???", netlink_options_rows};
constinit const ValueSet control_message_types{"control_message_types", "SCM_???", control_message_types_rows};
constinit const ValueSet ip_control_types{"ip_control_types", "IP_???", ip_control_types_rows};

}  // namespace troupe
