#include "core/tables/values/option_values.hpp"

// What options of sockets are set to, and options of levels that few use (linux/icmp.h, linux/if_packet.h, linux/sctp.h, linux/dccp.h,
// linux/tls.h, linux/if_xdp.h).
namespace troupe {

namespace {

constexpr NamedConstant sctp_options_rows[] = {
    {0, "SCTP_RTOINFO"},
    {1, "SCTP_ASSOCINFO"},
    {2, "SCTP_INITMSG"},
    {3, "SCTP_NODELAY"},
    {4, "SCTP_AUTOCLOSE"},
    {5, "SCTP_SET_PEER_PRIMARY_ADDR"},
    {6, "SCTP_PRIMARY_ADDR"},
    {7, "SCTP_ADAPTATION_LAYER"},
    {8, "SCTP_DISABLE_FRAGMENTS"},
    {9, "SCTP_PEER_ADDR_PARAMS"},
    {10, "SCTP_DEFAULT_SEND_PARAM"},
    {11, "SCTP_EVENTS"},
    {12, "SCTP_I_WANT_MAPPED_V4_ADDR"},
    {13, "SCTP_MAXSEG"},
    {14, "SCTP_STATUS"},
    {15, "SCTP_GET_PEER_ADDR_INFO"},
    {16, "SCTP_DELAYED_SACK"},
    {17, "SCTP_CONTEXT"},
    {18, "SCTP_FRAGMENT_INTERLEAVE"},
    {19, "SCTP_PARTIAL_DELIVERY_POINT"},
    {20, "SCTP_MAX_BURST"},
    {21, "SCTP_AUTH_CHUNK"},
    {22, "SCTP_HMAC_IDENT"},
    {23, "SCTP_AUTH_KEY"},
    {24, "SCTP_AUTH_ACTIVE_KEY"},
    {25, "SCTP_AUTH_DELETE_KEY"},
    {26, "SCTP_PEER_AUTH_CHUNKS"},
    {27, "SCTP_LOCAL_AUTH_CHUNKS"},
    {28, "SCTP_GET_ASSOC_NUMBER"},
    {29, "SCTP_GET_ASSOC_ID_LIST"},
    {30, "SCTP_AUTO_ASCONF"},
    {31, "SCTP_PEER_ADDR_THLDS"},
    {32, "SCTP_RECVRCVINFO"},
    {33, "SCTP_RECVNXTINFO"},
    {34, "SCTP_DEFAULT_SNDINFO"},
    {35, "SCTP_AUTH_DEACTIVATE_KEY"},
    {36, "SCTP_REUSE_PORT"},
    {37, "SCTP_PEER_ADDR_THLDS_V2"},
    {100, "SCTP_SOCKOPT_BINDX_ADD"},
    {101, "SCTP_SOCKOPT_BINDX_REM"},
    {102, "SCTP_SOCKOPT_PEELOFF"},
    {103, "SCTP_GET_PEER_ADDRS_NUM_OLD"},
    {104, "SCTP_GET_PEER_ADDRS_OLD"},
    {105, "SCTP_GET_LOCAL_ADDRS_NUM_OLD"},
    {106, "SCTP_GET_LOCAL_ADDRS_OLD"},
    {107, "SCTP_SOCKOPT_CONNECTX_OLD"},
    {108, "SCTP_GET_PEER_ADDRS"},
    {109, "SCTP_GET_LOCAL_ADDRS"},
    {110, "SCTP_SOCKOPT_CONNECTX"},
    {111, "SCTP_SOCKOPT_CONNECTX3"},
    {112, "SCTP_GET_ASSOC_STATS"},
    {113, "SCTP_PR_SUPPORTED"},
    {114, "SCTP_DEFAULT_PRINFO"},
    {115, "SCTP_PR_ASSOC_STATUS"},
    {116, "SCTP_PR_STREAM_STATUS"},
    {117, "SCTP_RECONFIG_SUPPORTED"},
    {118, "SCTP_ENABLE_STREAM_RESET"},
    {119, "SCTP_RESET_STREAMS"},
    {120, "SCTP_RESET_ASSOC"},
    {121, "SCTP_ADD_STREAMS"},
    {122, "SCTP_SOCKOPT_PEELOFF_FLAGS"},
    {123, "SCTP_STREAM_SCHEDULER"},
    {124, "SCTP_STREAM_SCHEDULER_VALUE"},
    {125, "SCTP_INTERLEAVING_SUPPORTED"},
    {126, "SCTP_SENDMSG_CONNECT"},
    {127, "SCTP_EVENT"},
    {128, "SCTP_ASCONF_SUPPORTED"},
    {129, "SCTP_AUTH_SUPPORTED"},
    {130, "SCTP_ECN_SUPPORTED"},
    {131, "SCTP_EXPOSE_POTENTIALLY_FAILED_STATE"},
    {132, "SCTP_REMOTE_UDP_ENCAPS_PORT"},
    {133, "SCTP_PLPMTUD_PROBE_INTERVAL"},
};

constexpr NamedConstant dccp_options_rows[] = {
    {1, "DCCP_SOCKOPT_PACKET_SIZE"},    {2, "DCCP_SOCKOPT_SERVICE"},         {3, "DCCP_SOCKOPT_CHANGE_L"},
    {4, "DCCP_SOCKOPT_CHANGE_R"},       {5, "DCCP_SOCKOPT_GET_CUR_MPS"},     {6, "DCCP_SOCKOPT_SERVER_TIMEWAIT"},
    {10, "DCCP_SOCKOPT_SEND_CSCOV"},    {11, "DCCP_SOCKOPT_RECV_CSCOV"},     {12, "DCCP_SOCKOPT_AVAILABLE_CCIDS"},
    {13, "DCCP_SOCKOPT_CCID"},          {14, "DCCP_SOCKOPT_TX_CCID"},        {15, "DCCP_SOCKOPT_RX_CCID"},
    {16, "DCCP_SOCKOPT_QPOLICY_ID"},    {17, "DCCP_SOCKOPT_QPOLICY_TXQLEN"}, {128, "DCCP_SOCKOPT_CCID_RX_INFO"},
    {192, "DCCP_SOCKOPT_CCID_TX_INFO"},
};

constexpr NamedConstant tls_options_rows[] = {
    {1, "TLS_TX"},
    {2, "TLS_RX"},
    {3, "TLS_TX_ZEROCOPY_RO"},
    {4, "TLS_RX_EXPECT_NO_PAD"},
};

// linux/vm_sockets.h: their level is the family.
constexpr NamedConstant vsock_options_rows[] = {
    {0, "SO_VM_SOCKETS_BUFFER_SIZE"},     {1, "SO_VM_SOCKETS_BUFFER_MIN_SIZE"},
    {2, "SO_VM_SOCKETS_BUFFER_MAX_SIZE"}, {3, "SO_VM_SOCKETS_PEER_HOST_VM_ID"},
    {5, "SO_VM_SOCKETS_TRUSTED"},         {6, "SO_VM_SOCKETS_CONNECT_TIMEOUT_OLD"},
    {7, "SO_VM_SOCKETS_NONBLOCK_TXRX"},   {8, "SO_VM_SOCKETS_CONNECT_TIMEOUT_NEW"},
};

constexpr NamedConstant xdp_options_rows[] = {
    {1, "XDP_MMAP_OFFSETS"},         {2, "XDP_RX_RING"},    {3, "XDP_TX_RING"}, {4, "XDP_UMEM_REG"},          {5, "XDP_UMEM_FILL_RING"},
    {6, "XDP_UMEM_COMPLETION_RING"}, {7, "XDP_STATISTICS"}, {8, "XDP_OPTIONS"}, {9, "XDP_MAX_TX_SKB_BUDGET"},
};

constexpr NamedConstant iucv_options_rows[] = {
    {128, "SO_IPRMDATA_MSG"},
    {0x1000, "SO_MSGLIMIT"},
    {0x1001, "SO_MSGSIZE"},
};

constexpr NamedConstant packet_memberships_rows[] = {
    {0, "PACKET_MR_MULTICAST"},
    {1, "PACKET_MR_PROMISC"},
    {2, "PACKET_MR_ALLMULTI"},
    {3, "PACKET_MR_UNICAST"},
};

constexpr NamedConstant rehashing_rows[] = {
    {0, "SOCK_TXREHASH_DISABLED"},
    {1, "SOCK_TXREHASH_ENABLED"},
    {255, "SOCK_TXREHASH_DEFAULT"},
};

constexpr NamedConstant icmp_types_rows[] = {
    {0, "ICMP_ECHOREPLY"},      {3, "ICMP_DEST_UNREACH"}, {4, "ICMP_SOURCE_QUENCH"},
    {5, "ICMP_REDIRECT"},       {8, "ICMP_ECHO"},         {11, "ICMP_TIME_EXCEEDED"},
    {12, "ICMP_PARAMETERPROB"}, {13, "ICMP_TIMESTAMP"},   {14, "ICMP_TIMESTAMPREPLY"},
    {15, "ICMP_INFO_REQUEST"},  {16, "ICMP_INFO_REPLY"},  {17, "ICMP_ADDRESS"},
    {18, "ICMP_ADDRESSREPLY"},
};

}  // namespace

constinit const ValueSet sctp_options{"sctp_options", "SCTP_???", sctp_options_rows};
constinit const ValueSet dccp_options{"dccp_options", "DCCP_SOCKOPT_???", dccp_options_rows};
constinit const ValueSet tls_options{"tls_options", "TLS_???", tls_options_rows};
constinit const ValueSet vsock_options{"vsock_options", "SO_VM_???", vsock_options_rows};
constinit const ValueSet xdp_options{"xdp_options", "XDP_???", xdp_options_rows};
constinit const ValueSet iucv_options{"iucv_options", "SO_???", iucv_options_rows};
constinit const ValueSet packet_memberships{"packet_memberships", "PACKET_MR_???", packet_memberships_rows};
constinit const ValueSet rehashing{"rehashing", "SOCK_TXREHASH_???", rehashing_rows};
constinit const ValueSet icmp_types{"icmp_types", "ICMP_???", icmp_types_rows};

}  // namespace troupe
