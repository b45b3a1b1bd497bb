#include "core/tables/values/protocols.hpp"

// Protocols of families of sockets (linux/ax25.h, net/bluetooth/bluetooth.h, linux/caif/caif_socket.h, linux/can.h, linux/mISDNif.h,
// linux/kcm.h, linux/nfc.h, linux/phonet.h, linux/if_ether.h).
namespace troupe {

namespace {

constexpr NamedConstant ax25_protocols_rows[] = {
    {1, "AX25_P_ROSE"},       {6, "AX25_P_VJCOMP"},    {7, "AX25_P_VJUNCOMP"},     {8, "AX25_P_SEGMENT"}, {0xc3, "AX25_P_TEXNET"},
    {0xc4, "AX25_P_LQ"},      {0xca, "AX25_P_ATALK"},  {0xcb, "AX25_P_ATALK_ARP"}, {0xcc, "AX25_P_IP"},   {0xcd, "AX25_P_ARP"},
    {0xce, "AX25_P_FLEXNET"}, {0xcf, "AX25_P_NETROM"}, {0xf0, "AX25_P_TEXT"},
};

constexpr NamedConstant bluetooth_protocols_rows[] = {
    {0, "BTPROTO_L2CAP"}, {1, "BTPROTO_HCI"},  {2, "BTPROTO_SCO"},   {3, "BTPROTO_RFCOMM"}, {4, "BTPROTO_BNEP"},
    {5, "BTPROTO_CMTP"},  {6, "BTPROTO_HIDP"}, {7, "BTPROTO_AVDTP"}, {8, "BTPROTO_ISO"},
};

constexpr NamedConstant caif_protocols_rows[] = {
    {0, "CAIFPROTO_AT"},   {1, "CAIFPROTO_DATAGRAM"}, {2, "CAIFPROTO_DATAGRAM_LOOP"},
    {3, "CAIFPROTO_UTIL"}, {4, "CAIFPROTO_RFM"},      {5, "CAIFPROTO_DEBUG"},
};

constexpr NamedConstant can_protocols_rows[] = {
    {1, "CAN_RAW"}, {2, "CAN_BCM"}, {3, "CAN_TP16"}, {4, "CAN_TP20"}, {5, "CAN_MCNET"}, {6, "CAN_ISOTP"}, {7, "CAN_J1939"},
};

constexpr NamedConstant isdn_protocols_rows[] = {
    {0, "ISDN_P_BASE"},     {1, "ISDN_P_TE_S0"},    {2, "ISDN_P_NT_S0"},  {3, "ISDN_P_TE_E1"},   {4, "ISDN_P_NT_E1"},
    {16, "ISDN_P_LAPD_TE"}, {17, "ISDN_P_LAPD_NT"}, {33, "ISDN_P_B_RAW"}, {34, "ISDN_P_B_HDLC"},
};

constexpr NamedConstant kcm_protocols_rows[] = {
    {0, "KCMPROTO_CONNECTED"},
};

constexpr NamedConstant nfc_protocols_rows[] = {
    {0, "NFC_SOCKPROTO_RAW"},
    {1, "NFC_SOCKPROTO_LLCP"},
};

constexpr NamedConstant phonet_protocols_rows[] = {
    {0, "PN_PROTO_TRANSPORT"},
    {1, "PN_PROTO_PHONET"},
    {2, "PN_PROTO_PIPE"},
};

constexpr NamedConstant smc_protocols_rows[] = {
    {0, "SMCPROTO_SMC"},
    {1, "SMCPROTO_SMC6"},
};

constexpr NamedConstant ethernet_protocols_rows[] = {
    {0x60, "ETH_P_LOOP"},        {0x200, "ETH_P_PUP"},       {0x201, "ETH_P_PUPAT"},     {0x22f0, "ETH_P_TSN"},
    {0x22eb, "ETH_P_ERSPAN2"},   {0x800, "ETH_P_IP"},        {0x805, "ETH_P_X25"},       {0x806, "ETH_P_ARP"},
    {0xa00, "ETH_P_IEEEPUP"},    {0xa01, "ETH_P_IEEEPUPAT"}, {0x4305, "ETH_P_BATMAN"},   {0x6000, "ETH_P_DEC"},
    {0x6001, "ETH_P_DNA_DL"},    {0x6002, "ETH_P_DNA_RC"},   {0x6003, "ETH_P_DNA_RT"},   {0x6004, "ETH_P_LAT"},
    {0x6005, "ETH_P_DIAG"},      {0x6006, "ETH_P_CUST"},     {0x6007, "ETH_P_SCA"},      {0x6558, "ETH_P_TEB"},
    {0x8035, "ETH_P_RARP"},      {0x809b, "ETH_P_ATALK"},    {0x80f3, "ETH_P_AARP"},     {0x8100, "ETH_P_8021Q"},
    {0x88be, "ETH_P_ERSPAN"},    {0x8137, "ETH_P_IPX"},      {0x86dd, "ETH_P_IPV6"},     {0x8808, "ETH_P_PAUSE"},
    {0x8809, "ETH_P_SLOW"},      {0x883e, "ETH_P_WCCP"},     {0x8847, "ETH_P_MPLS_UC"},  {0x8848, "ETH_P_MPLS_MC"},
    {0x884c, "ETH_P_ATMMPOA"},   {0x8863, "ETH_P_PPP_DISC"}, {0x8864, "ETH_P_PPP_SES"},  {0x886c, "ETH_P_LINK_CTL"},
    {0x8884, "ETH_P_ATMFATE"},   {0x888e, "ETH_P_PAE"},      {0x8892, "ETH_P_PROFINET"}, {0x8899, "ETH_P_REALTEK"},
    {0x88a2, "ETH_P_AOE"},       {0x88a4, "ETH_P_ETHERCAT"}, {0x88a8, "ETH_P_8021AD"},   {0x88b5, "ETH_P_802_EX1"},
    {0x88c7, "ETH_P_PREAUTH"},   {0x88ca, "ETH_P_TIPC"},     {0x88cc, "ETH_P_LLDP"},     {0x88e3, "ETH_P_MRP"},
    {0x88e5, "ETH_P_MACSEC"},    {0x88e7, "ETH_P_8021AH"},   {0x88f5, "ETH_P_MVRP"},     {0x88f7, "ETH_P_1588"},
    {0x88f8, "ETH_P_NCSI"},      {0x88fb, "ETH_P_PRP"},      {0x8902, "ETH_P_CFM"},      {0x8906, "ETH_P_FCOE"},
    {0x8915, "ETH_P_IBOE"},      {0x890d, "ETH_P_TDLS"},     {0x8914, "ETH_P_FIP"},      {0x8917, "ETH_P_80221"},
    {0x892f, "ETH_P_HSR"},       {0x894f, "ETH_P_NSH"},      {0x9000, "ETH_P_LOOPBACK"}, {0x9100, "ETH_P_QINQ1"},
    {0x9200, "ETH_P_QINQ2"},     {0x9300, "ETH_P_QINQ3"},    {0xdada, "ETH_P_EDSA"},     {0xdadb, "ETH_P_DSA_8021Q"},
    {0xe001, "ETH_P_DSA_A5PSW"}, {0xed3e, "ETH_P_IFE"},      {0xfbfb, "ETH_P_AF_IUCV"},  {1, "ETH_P_802_3"},
    {0x600, "ETH_P_802_3_MIN"},  {2, "ETH_P_AX25"},          {3, "ETH_P_ALL"},           {4, "ETH_P_802_2"},
    {5, "ETH_P_SNAP"},           {6, "ETH_P_DDCMP"},         {7, "ETH_P_WAN_PPP"},       {8, "ETH_P_PPP_MP"},
    {9, "ETH_P_LOCALTALK"},      {12, "ETH_P_CAN"},          {13, "ETH_P_CANFD"},        {14, "ETH_P_CANXL"},
    {16, "ETH_P_PPPTALK"},       {17, "ETH_P_TR_802_2"},     {21, "ETH_P_MOBITEX"},      {22, "ETH_P_CONTROL"},
    {23, "ETH_P_IRDA"},          {24, "ETH_P_ECONET"},       {25, "ETH_P_HDLC"},         {26, "ETH_P_ARCNET"},
    {27, "ETH_P_DSA"},           {28, "ETH_P_TRAILER"},      {0xf5, "ETH_P_PHONET"},     {0xf6, "ETH_P_IEEE802154"},
    {0xf7, "ETH_P_CAIF"},        {0xf8, "ETH_P_XDSA"},       {0xf9, "ETH_P_MAP"},        {0xfa, "ETH_P_MCTP"},
};

}  // namespace

constinit const ValueSet ax25_protocols{.name = "ax25_protocols", .unknown = "AX25_P_???", .rows = ax25_protocols_rows, .as_number = true};
/// strace has the names of CAN for those of AF_IRDA, which Linux 4.17 took away.
constinit const ValueSet infrared_protocols{"infrared_protocols", "IRDAPROTO_???", can_protocols_rows};
constinit const ValueSet bluetooth_protocols{"bluetooth_protocols", "BTPROTO_???", bluetooth_protocols_rows};
constinit const ValueSet caif_protocols{"caif_protocols", "CAIFPROTO_???", caif_protocols_rows};
constinit const ValueSet can_protocols{"can_protocols", "CAN_???", can_protocols_rows};
constinit const ValueSet isdn_protocols{"isdn_protocols", "ISDN_P_???", isdn_protocols_rows};
constinit const ValueSet kcm_protocols{"kcm_protocols", "KCMPROTO_???", kcm_protocols_rows};
constinit const ValueSet nfc_protocols{"nfc_protocols", "NFC_SOCKPROTO_???", nfc_protocols_rows};
constinit const ValueSet phonet_protocols{"phonet_protocols", "PN_PROTO_???", phonet_protocols_rows};
constinit const ValueSet smc_protocols{"smc_protocols", "SMCPROTO_???", smc_protocols_rows};
constinit const ValueSet ethernet_protocols{"ethernet_protocols", "ETH_P_???", ethernet_protocols_rows};
constinit const ValueSet bridged_protocols{"bridged_protocols", "ETHER_P_???", ethernet_protocols_rows};

}  // namespace troupe
