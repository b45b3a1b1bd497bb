#include "core/tables/values/level_options.hpp"

// Options of levels that few programs use (linux/ax25.h, linux/ipx.h, linux/irda.h, linux/llc.h, linux/tipc.h, linux/rxrpc.h,
// linux/if_pppox.h, net/bluetooth/bluetooth.h, linux/phonet.h, linux/rds.h, linux/caif/caif_socket.h, linux/if_alg.h, linux/nfc.h,
// linux/kcm.h).
namespace troupe {

namespace {

constexpr NamedConstant ipx_options_rows[] = {
    {1, "IPX_TYPE"},
};
constexpr NamedConstant ax25_options_rows[] = {
    {1, "AX25_WINDOW"}, {2, "AX25_T1"},      {3, "AX25_N2"},   {4, "AX25_T3"},      {5, "AX25_T2"},       {6, "AX25_BACKOFF"},
    {7, "AX25_EXTSEQ"}, {8, "AX25_PIDINCL"}, {9, "AX25_IDLE"}, {10, "AX25_PACLEN"}, {12, "AX25_IAMDIGI"}, {25, "SO_BINDTODEVICE"},
};
constexpr NamedConstant irda_options_rows[] = {
    {1, "IRLMP_ENUMDEVICES"}, {2, "IRLMP_IAS_SET"},        {3, "IRLMP_IAS_QUERY"},    {4, "IRLMP_HINTS_SET"},
    {5, "IRLMP_QOS_SET"},     {6, "IRLMP_QOS_GET"},        {7, "IRLMP_MAX_SDU_SIZE"}, {8, "IRLMP_IAS_GET"},
    {9, "IRLMP_IAS_DEL"},     {10, "IRLMP_HINT_MASK_SET"}, {11, "IRLMP_WAITDEVICE"},
};
constexpr NamedConstant llc_options_rows[] = {
    {0, "LLC_OPT_UNKNOWN"},     {1, "LLC_OPT_RETRY"},        {2, "LLC_OPT_SIZE"},   {3, "LLC_OPT_ACK_TMR_EXP"}, {4, "LLC_OPT_P_TMR_EXP"},
    {5, "LLC_OPT_REJ_TMR_EXP"}, {6, "LLC_OPT_BUSY_TMR_EXP"}, {7, "LLC_OPT_TX_WIN"}, {8, "LLC_OPT_RX_WIN"},      {9, "LLC_OPT_PKTINFO"},
};
constexpr NamedConstant tipc_options_rows[] = {
    {127, "TIPC_IMPORTANCE"},       {128, "TIPC_SRC_DROPPABLE"},    {129, "TIPC_DEST_DROPPABLE"},  {130, "TIPC_CONN_TIMEOUT"},
    {131, "TIPC_NODE_RECVQ_DEPTH"}, {132, "TIPC_SOCK_RECVQ_DEPTH"}, {133, "TIPC_MCAST_BROADCAST"}, {134, "TIPC_MCAST_REPLICAST"},
    {135, "TIPC_GROUP_JOIN"},       {136, "TIPC_GROUP_LEAVE"},      {137, "TIPC_SOCK_RECVQ_USED"}, {138, "TIPC_NODELAY"},
};
constexpr NamedConstant rxrpc_options_rows[] = {
    {1, "RXRPC_SECURITY_KEY"},       {2, "RXRPC_SECURITY_KEYRING"},    {3, "RXRPC_EXCLUSIVE_CONNECTION"},
    {4, "RXRPC_MIN_SECURITY_LEVEL"}, {5, "RXRPC_UPGRADEABLE_SERVICE"}, {6, "RXRPC_SUPPORTED_CMSG"},
};
constexpr NamedConstant pppol2tp_options_rows[] = {
    {1, "PPPOL2TP_SO_DEBUG"},   {2, "PPPOL2TP_SO_RECVSEQ"},   {3, "PPPOL2TP_SO_SENDSEQ"},
    {4, "PPPOL2TP_SO_LNSMODE"}, {5, "PPPOL2TP_SO_REORDERTO"},
};
constexpr NamedConstant bluetooth_options_rows[] = {
    {4, "BT_SECURITY"},    {7, "BT_DEFER_SETUP"}, {8, "BT_FLUSHABLE"}, {9, "BT_POWER"},     {10, "BT_CHANNEL_POLICY"},
    {11, "BT_VOICE"},      {12, "BT_SNDMTU"},     {13, "BT_RCVMTU"},   {14, "BT_PHY"},      {15, "BT_MODE"},
    {16, "BT_PKT_STATUS"}, {17, "BT_ISO_QOS"},    {18, "BT_CODEC"},    {19, "BT_ISO_BASE"},
};
constexpr NamedConstant pnpipe_options_rows[] = {
    {1, "PNPIPE_ENCAP"},
    {2, "PNPIPE_IFINDEX"},
    {3, "PNPIPE_HANDLE"},
    {4, "PNPIPE_INITSTATE"},
};
constexpr NamedConstant rds_options_rows[] = {
    {1, "RDS_CANCEL_SENT_TO"},  {2, "RDS_GET_MR"},       {3, "RDS_FREE_MR"},
    {4, "RDS_BARRIER"},         {5, "RDS_RECVERR"},      {6, "RDS_CONG_MONITOR"},
    {7, "RDS_GET_MR_FOR_DEST"}, {8, "SO_RDS_TRANSPORT"}, {10, "SO_RDS_MSG_RXPATH_LATENCY"},
    {29, "SO_TIMESTAMP_OLD"},
};
constexpr NamedConstant caif_options_rows[] = {
    {127, "CAIFSO_LINK_SELECT"},
    {128, "CAIFSO_REQ_PARAM"},
    {129, "CAIFSO_RSP_PARAM"},
};
// linux/can/raw.h
constexpr NamedConstant can_raw_options_rows[] = {
    {1, "CAN_RAW_FILTER"},    {2, "CAN_RAW_ERR_FILTER"},   {3, "CAN_RAW_LOOPBACK"},  {4, "CAN_RAW_RECV_OWN_MSGS"},
    {5, "CAN_RAW_FD_FRAMES"}, {6, "CAN_RAW_JOIN_FILTERS"}, {7, "CAN_RAW_XL_FRAMES"}, {8, "CAN_RAW_XL_VCID_OPTS"},
};
constexpr NamedConstant alg_options_rows[] = {
    {1, "ALG_SET_KEY"},           {2, "ALG_SET_IV"},           {3, "ALG_SET_OP"}, {4, "ALG_SET_AEAD_ASSOCLEN"},
    {5, "ALG_SET_AEAD_AUTHSIZE"}, {6, "ALG_SET_DRBG_ENTROPY"},
};
constexpr NamedConstant nfc_options_rows[] = {
    {0, "NFC_LLCP_RW"}, {1, "NFC_LLCP_MIUX"}, {2, "NFC_LLCP_REMOTE_MIU"}, {3, "NFC_LLCP_REMOTE_LTO"}, {4, "NFC_LLCP_REMOTE_RW"},
};
constexpr NamedConstant kcm_options_rows[] = {
    {1, "KCM_RECV_DISABLE"},
};

}  // namespace

constinit const ValueSet ipx_options{"ipx_options", "IPX_???", ipx_options_rows};
constinit const ValueSet ax25_options{"ax25_options", "AX25_???", ax25_options_rows};
constinit const ValueSet irda_options{"irda_options", "IRLMP_???", irda_options_rows};
constinit const ValueSet llc_options{"llc_options", "LLC_OPT_???", llc_options_rows};
constinit const ValueSet tipc_options{"tipc_options", "TIPC_???", tipc_options_rows};
constinit const ValueSet rxrpc_options{"rxrpc_options", "RXRPC_???", rxrpc_options_rows};
constinit const ValueSet pppol2tp_options{"pppol2tp_options", "PPPOL2TP_SO_???", pppol2tp_options_rows};
constinit const ValueSet bluetooth_options{"bluetooth_options", "BT_???", bluetooth_options_rows};
constinit const ValueSet pnpipe_options{"pnpipe_options", "PNPIPE_???", pnpipe_options_rows};
constinit const ValueSet rds_options{"rds_options", "RDS_???", rds_options_rows};
constinit const ValueSet caif_options{"caif_options", "CAIFSO_???", caif_options_rows};
constinit const ValueSet can_raw_options{"can_raw_options", "CAN_RAW_???", can_raw_options_rows};
constinit const ValueSet alg_options{"alg_options", "ALG_???", alg_options_rows};
constinit const ValueSet nfc_options{"nfc_options", "NFC_LLCP_???", nfc_options_rows};
constinit const ValueSet kcm_options{"kcm_options", "KCM_???", kcm_options_rows};

}  // namespace troupe
