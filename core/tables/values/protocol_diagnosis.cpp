#include "core/tables/values/protocol_diagnosis.hpp"

#include <linux/if_packet.h>
#include <linux/inet_diag.h>
#include <linux/mptcp.h>
#include <linux/smc_diag.h>
#include <linux/sock_diag.h>
#include <linux/tls.h>
#include <sys/socket.h>

#include "core/tables/named_constant.hpp"

// linux/inet_diag.h, linux/smc_diag.h, linux/tls.h, linux/mptcp.h, linux/sock_diag.h.
namespace troupe {

namespace {

constexpr NamedConstant smc_diagnosis_attributes_rows[] = {TROUPE_NAMED(SMC_DIAG_NONE),    TROUPE_NAMED(SMC_DIAG_CONNINFO),
                                                           TROUPE_NAMED(SMC_DIAG_LGRINFO), TROUPE_NAMED(SMC_DIAG_SHUTDOWN),
                                                           TROUPE_NAMED(SMC_DIAG_DMBINFO), TROUPE_NAMED(SMC_DIAG_FALLBACK)};

// net/smc/smc.h of the kernel.
constexpr NamedConstant smc_states_rows[] = {{1, "SMC_ACTIVE"},           {2, "SMC_INIT"},
                                             {7, "SMC_CLOSED"},           {10, "SMC_LISTEN"},
                                             {20, "SMC_PEERCLOSEWAIT1"},  {21, "SMC_PEERCLOSEWAIT2"},
                                             {22, "SMC_APPCLOSEWAIT1"},   {23, "SMC_APPCLOSEWAIT2"},
                                             {24, "SMC_APPFINCLOSEWAIT"}, {25, "SMC_PEERFINCLOSEWAIT"},
                                             {26, "SMC_PEERABORTWAIT"},   {27, "SMC_PROCESSABORT"}};

constexpr NamedConstant smc_modes_rows[] = {TROUPE_NAMED(SMC_DIAG_MODE_SMCR), TROUPE_NAMED(SMC_DIAG_MODE_FALLBACK_TCP),
                                            TROUPE_NAMED(SMC_DIAG_MODE_SMCD)};

constexpr NamedConstant upper_protocol_attributes_rows[] = {TROUPE_NAMED(INET_ULP_INFO_UNSPEC), TROUPE_NAMED(INET_ULP_INFO_NAME),
                                                            TROUPE_NAMED(INET_ULP_INFO_TLS), TROUPE_NAMED(INET_ULP_INFO_MPTCP)};

constexpr NamedConstant tls_attributes_rows[] = {
    TROUPE_NAMED(TLS_INFO_UNSPEC), TROUPE_NAMED(TLS_INFO_VERSION),  TROUPE_NAMED(TLS_INFO_CIPHER),   TROUPE_NAMED(TLS_INFO_TXCONF),
    TROUPE_NAMED(TLS_INFO_RXCONF), TROUPE_NAMED(TLS_INFO_ZC_RO_TX), TROUPE_NAMED(TLS_INFO_RX_NO_PAD)};

constexpr NamedConstant tls_versions_rows[] = {{0x0303, "TLS_1_2_VERSION"}, {0x0304, "TLS_1_3_VERSION"}};

constexpr NamedConstant tls_ciphers_rows[] = {TROUPE_NAMED(TLS_CIPHER_AES_GCM_128),  TROUPE_NAMED(TLS_CIPHER_AES_GCM_256),
                                              TROUPE_NAMED(TLS_CIPHER_AES_CCM_128),  TROUPE_NAMED(TLS_CIPHER_CHACHA20_POLY1305),
                                              TROUPE_NAMED(TLS_CIPHER_SM4_GCM),      TROUPE_NAMED(TLS_CIPHER_SM4_CCM),
                                              TROUPE_NAMED(TLS_CIPHER_ARIA_GCM_128), TROUPE_NAMED(TLS_CIPHER_ARIA_GCM_256)};

constexpr NamedConstant tls_configurations_rows[] = {TROUPE_NAMED(TLS_CONF_BASE), TROUPE_NAMED(TLS_CONF_SW), TROUPE_NAMED(TLS_CONF_HW),
                                                     TROUPE_NAMED(TLS_CONF_HW_RECORD)};

constexpr NamedConstant subflow_attributes_rows[] = {
    TROUPE_NAMED(MPTCP_SUBFLOW_ATTR_UNSPEC),       TROUPE_NAMED(MPTCP_SUBFLOW_ATTR_TOKEN_REM),   TROUPE_NAMED(MPTCP_SUBFLOW_ATTR_TOKEN_LOC),
    TROUPE_NAMED(MPTCP_SUBFLOW_ATTR_RELWRITE_SEQ), TROUPE_NAMED(MPTCP_SUBFLOW_ATTR_MAP_SEQ),     TROUPE_NAMED(MPTCP_SUBFLOW_ATTR_MAP_SFSEQ),
    TROUPE_NAMED(MPTCP_SUBFLOW_ATTR_SSN_OFFSET),   TROUPE_NAMED(MPTCP_SUBFLOW_ATTR_MAP_DATALEN), TROUPE_NAMED(MPTCP_SUBFLOW_ATTR_FLAGS),
    TROUPE_NAMED(MPTCP_SUBFLOW_ATTR_ID_REM),       TROUPE_NAMED(MPTCP_SUBFLOW_ATTR_ID_LOC),      TROUPE_NAMED(MPTCP_SUBFLOW_ATTR_PAD)};

constexpr NamedConstant storages_attributes_rows[] = {TROUPE_NAMED(SK_DIAG_BPF_STORAGE_REP_NONE), TROUPE_NAMED(SK_DIAG_BPF_STORAGE)};

constexpr NamedConstant storage_attributes_rows[] = {TROUPE_NAMED(SK_DIAG_BPF_STORAGE_NONE), TROUPE_NAMED(SK_DIAG_BPF_STORAGE_PAD),
                                                     TROUPE_NAMED(SK_DIAG_BPF_STORAGE_MAP_ID), TROUPE_NAMED(SK_DIAG_BPF_STORAGE_MAP_VALUE)};

constexpr NamedConstant packet_versions_rows[] = {TROUPE_NAMED(TPACKET_V1), TROUPE_NAMED(TPACKET_V2), TROUPE_NAMED(TPACKET_V3)};

constexpr NamedConstant bytecodes_rows[] = {
    TROUPE_NAMED(INET_DIAG_BC_NOP),      TROUPE_NAMED(INET_DIAG_BC_JMP),        TROUPE_NAMED(INET_DIAG_BC_S_GE),
    TROUPE_NAMED(INET_DIAG_BC_S_LE),     TROUPE_NAMED(INET_DIAG_BC_D_GE),       TROUPE_NAMED(INET_DIAG_BC_D_LE),
    TROUPE_NAMED(INET_DIAG_BC_AUTO),     TROUPE_NAMED(INET_DIAG_BC_S_COND),     TROUPE_NAMED(INET_DIAG_BC_D_COND),
    TROUPE_NAMED(INET_DIAG_BC_DEV_COND), TROUPE_NAMED(INET_DIAG_BC_MARK_COND),  TROUPE_NAMED(INET_DIAG_BC_S_EQ),
    TROUPE_NAMED(INET_DIAG_BC_D_EQ),     TROUPE_NAMED(INET_DIAG_BC_CGROUP_COND)};

constexpr NamedConstant diagnosed_types_rows[] = {TROUPE_NAMED(SOCK_STREAM), TROUPE_NAMED(SOCK_DGRAM),     TROUPE_NAMED(SOCK_RAW),
                                                  TROUPE_NAMED(SOCK_RDM),    TROUPE_NAMED(SOCK_SEQPACKET), TROUPE_NAMED(SOCK_DCCP),
                                                  TROUPE_NAMED(SOCK_PACKET)};

}  // namespace

constinit const ValueSet smc_diagnosis_attributes{"smc_diagnosis_attributes", "SMC_DIAG_???", smc_diagnosis_attributes_rows};
constinit const ValueSet smc_states{"smc_states", "SMC_???", smc_states_rows};
constinit const ValueSet smc_modes{"smc_modes", "SMC_DIAG_MODE_???", smc_modes_rows};
constinit const ValueSet upper_protocol_attributes{"upper_protocol_attributes", "INET_ULP_INFO_???", upper_protocol_attributes_rows};
constinit const ValueSet tls_attributes{"tls_attributes", "TLS_INFO_???", tls_attributes_rows};
constinit const ValueSet tls_versions{"tls_versions", "TLS_???_VERSION", tls_versions_rows};
constinit const ValueSet tls_ciphers{"tls_ciphers", "TLS_CIPHER_???", tls_ciphers_rows};
constinit const ValueSet tls_configurations{"tls_configurations", "TLS_CONF_???", tls_configurations_rows};
constinit const ValueSet subflow_attributes{"subflow_attributes", "MPTCP_SUBFLOW_ATTR_???", subflow_attributes_rows};
constinit const ValueSet storages_attributes{"storages_attributes", "SK_DIAG_BPF_STORAGE_???", storages_attributes_rows};
constinit const ValueSet storage_attributes{"storage_attributes", "SK_DIAG_BPF_STORAGE_???", storage_attributes_rows};
constinit const ValueSet packet_versions{"packet_versions", "TPACKET_???", packet_versions_rows};
constinit const ValueSet bytecodes{"bytecodes", "INET_DIAG_BC_???", bytecodes_rows};
constinit const ValueSet diagnosed_types{"diagnosed_types", "SOCK_???", diagnosed_types_rows};

}  // namespace troupe
