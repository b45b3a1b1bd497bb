
#include "core/tables/values/sockets.hpp"

#include "core/tables/named_constant.hpp"

// Sockets: families, protocols, levels.
namespace troupe {

namespace {

constexpr NamedConstant socketcall_operation_rows[] = {
    {1, "SYS_SOCKET"},      {2, "SYS_BIND"},        {3, "SYS_CONNECT"},    {4, "SYS_LISTEN"},      {5, "SYS_ACCEPT"},
    {6, "SYS_GETSOCKNAME"}, {7, "SYS_GETPEERNAME"}, {8, "SYS_SOCKETPAIR"}, {9, "SYS_SEND"},        {10, "SYS_RECV"},
    {11, "SYS_SENDTO"},     {12, "SYS_RECVFROM"},   {13, "SYS_SHUTDOWN"},  {14, "SYS_SETSOCKOPT"}, {15, "SYS_GETSOCKOPT"},
    {16, "SYS_SENDMSG"},    {17, "SYS_RECVMSG"},    {18, "SYS_ACCEPT4"},   {19, "SYS_RECVMMSG"},   {20, "SYS_SENDMMSG"},
};

constexpr NamedConstant shutdown_hows_rows[] = {
    {0, "SHUT_RD"},
    {1, "SHUT_WR"},
    {2, "SHUT_RDWR"},
};

constexpr NamedConstant socket_domains_rows[] = {
    {0, "AF_UNSPEC"},      {1, "AF_UNIX"},       {2, "AF_INET"},      {3, "AF_AX25"},   {4, "AF_IPX"},      {5, "AF_APPLETALK"},
    {6, "AF_NETROM"},      {7, "AF_BRIDGE"},     {8, "AF_ATMPVC"},    {9, "AF_X25"},    {10, "AF_INET6"},   {11, "AF_ROSE"},
    {12, "AF_DECnet"},     {13, "AF_NETBEUI"},   {14, "AF_SECURITY"}, {15, "AF_KEY"},   {16, "AF_NETLINK"}, {17, "AF_PACKET"},
    {18, "AF_ASH"},        {19, "AF_ECONET"},    {20, "AF_ATMSVC"},   {21, "AF_RDS"},   {22, "AF_SNA"},     {23, "AF_IRDA"},
    {24, "AF_PPPOX"},      {25, "AF_WANPIPE"},   {26, "AF_LLC"},      {27, "AF_IB"},    {28, "AF_MPLS"},    {29, "AF_CAN"},
    {30, "AF_TIPC"},       {31, "AF_BLUETOOTH"}, {32, "AF_IUCV"},     {33, "AF_RXRPC"}, {34, "AF_ISDN"},    {35, "AF_PHONET"},
    {36, "AF_IEEE802154"}, {37, "AF_CAIF"},      {38, "AF_ALG"},      {39, "AF_NFC"},   {40, "AF_VSOCK"},   {41, "AF_KCM"},
    {42, "AF_QIPCRTR"},    {43, "AF_SMC"},       {44, "AF_XDP"},      {45, "AF_MCTP"},
};

constexpr NamedConstant socket_protocols_rows[] = {
    {0, "IPPROTO_IP"},       {1, "IPPROTO_ICMP"},      {2, "IPPROTO_IGMP"},   {4, "IPPROTO_IPIP"},       {6, "IPPROTO_TCP"},
    {8, "IPPROTO_EGP"},      {12, "IPPROTO_PUP"},      {17, "IPPROTO_UDP"},   {22, "IPPROTO_IDP"},       {29, "IPPROTO_TP"},
    {33, "IPPROTO_DCCP"},    {41, "IPPROTO_IPV6"},     {46, "IPPROTO_RSVP"},  {47, "IPPROTO_GRE"},       {50, "IPPROTO_ESP"},
    {43, "IPPROTO_ROUTING"}, {44, "IPPROTO_FRAGMENT"}, {59, "IPPROTO_NONE"},  {60, "IPPROTO_DSTOPTS"},   {135, "IPPROTO_MH"},
    {51, "IPPROTO_AH"},      {58, "IPPROTO_ICMPV6"},   {92, "IPPROTO_MTP"},   {94, "IPPROTO_BEETPH"},    {98, "IPPROTO_ENCAP"},
    {103, "IPPROTO_PIM"},    {108, "IPPROTO_COMP"},    {115, "IPPROTO_L2TP"}, {132, "IPPROTO_SCTP"},     {136, "IPPROTO_UDPLITE"},
    {137, "IPPROTO_MPLS"},   {144, "IPPROTO_AGGFRAG"}, {256, "IPPROTO_SMC"},  {143, "IPPROTO_ETHERNET"}, {255, "IPPROTO_RAW"},
    {262, "IPPROTO_MPTCP"},
};

constexpr NamedConstant socket_levels_rows[] = {
    {0, "SOL_IP"},       {1, "SOL_SOCKET"},    {6, "SOL_TCP"},      {17, "SOL_UDP"},      {40, "AF_VSOCK"},      {41, "SOL_IPV6"},
    {58, "SOL_ICMPV6"},  {101, "SOL_CAN_RAW"}, {132, "SOL_SCTP"},   {136, "SOL_UDPLITE"}, {255, "SOL_RAW"},      {256, "SOL_IPX"},
    {257, "SOL_AX25"},   {258, "SOL_ATALK"},   {259, "SOL_NETROM"}, {260, "SOL_ROSE"},    {261, "SOL_DECNET"},   {262, "SOL_X25"},
    {263, "SOL_PACKET"}, {264, "SOL_ATM"},     {265, "SOL_AAL"},    {266, "SOL_IRDA"},    {267, "SOL_NETBEUI"},  {268, "SOL_LLC"},
    {269, "SOL_DCCP"},   {270, "SOL_NETLINK"}, {271, "SOL_TIPC"},   {272, "SOL_RXRPC"},   {273, "SOL_PPPOL2TP"}, {274, "SOL_BLUETOOTH"},
    {275, "SOL_PNPIPE"}, {276, "SOL_RDS"},     {277, "SOL_IUCV"},   {278, "SOL_CAIF"},    {279, "SOL_ALG"},      {280, "SOL_NFC"},
    {281, "SOL_KCM"},    {282, "SOL_TLS"},     {283, "SOL_XDP"},    {284, "SOL_MPTCP"},   {285, "SOL_MCTP"},     {286, "SOL_SMC"},
    {287, "SOL_VSOCK"},
};

constexpr NamedConstant epoll_operations_rows[] = {
    {1, "EPOLL_CTL_ADD"},
    {2, "EPOLL_CTL_DEL"},
    {3, "EPOLL_CTL_MOD"},
};

}  // namespace

constinit const ValueSet socketcall_operations{"socketcall_operations", "SYS_???", socketcall_operation_rows};
constinit const ValueSet shutdown_hows{"shutdown_hows", "SHUT_???", shutdown_hows_rows};
constinit const ValueSet socket_domains{"socket_domains", "AF_???", socket_domains_rows};
constinit const ValueSet socket_protocols{"socket_protocols", "IPPROTO_???", socket_protocols_rows};
constinit const ValueSet socket_levels{"socket_levels", "SOL_??", socket_levels_rows};
constinit const ValueSet control_message_levels{"control_message_levels", "SOL_???", socket_levels_rows};
constinit const ValueSet epoll_operations{"epoll_operations", "EPOLL_CTL_???", epoll_operations_rows};

}  // namespace troupe
