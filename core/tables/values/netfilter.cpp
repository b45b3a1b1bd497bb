#include "core/tables/values/netfilter.hpp"

#include <linux/netfilter/ipset/ip_set.h>
#include <linux/netfilter/nf_tables.h>
#include <linux/netfilter/nf_tables_compat.h>
#include <linux/netfilter/nfnetlink_acct.h>
#include <linux/netfilter/nfnetlink_conntrack.h>
#include <linux/netfilter/nfnetlink_cthelper.h>
#include <linux/netfilter/nfnetlink_cttimeout.h>
#include <linux/netfilter/nfnetlink_hook.h>
#include <linux/netfilter/nfnetlink_log.h>
#include <linux/netfilter/nfnetlink_queue.h>

#include "core/tables/named_constant.hpp"

// linux/netfilter/*.h
namespace troupe {

namespace {

constexpr NamedConstant conntrack_types_rows[] = {TROUPE_NAMED(IPCTNL_MSG_CT_NEW),           TROUPE_NAMED(IPCTNL_MSG_CT_GET),
                                                  TROUPE_NAMED(IPCTNL_MSG_CT_DELETE),        TROUPE_NAMED(IPCTNL_MSG_CT_GET_CTRZERO),
                                                  TROUPE_NAMED(IPCTNL_MSG_CT_GET_STATS_CPU), TROUPE_NAMED(IPCTNL_MSG_CT_GET_STATS),
                                                  TROUPE_NAMED(IPCTNL_MSG_CT_GET_DYING),     TROUPE_NAMED(IPCTNL_MSG_CT_GET_UNCONFIRMED)};

constexpr NamedConstant expectation_types_rows[] = {TROUPE_NAMED(IPCTNL_MSG_EXP_NEW), TROUPE_NAMED(IPCTNL_MSG_EXP_GET),
                                                    TROUPE_NAMED(IPCTNL_MSG_EXP_DELETE), TROUPE_NAMED(IPCTNL_MSG_EXP_GET_STATS_CPU)};

constexpr NamedConstant queue_types_rows[] = {TROUPE_NAMED(NFQNL_MSG_PACKET), TROUPE_NAMED(NFQNL_MSG_VERDICT),
                                              TROUPE_NAMED(NFQNL_MSG_CONFIG), TROUPE_NAMED(NFQNL_MSG_VERDICT_BATCH)};

constexpr NamedConstant log_types_rows[] = {TROUPE_NAMED(NFULNL_MSG_PACKET), TROUPE_NAMED(NFULNL_MSG_CONFIG)};

constexpr NamedConstant accounting_types_rows[] = {TROUPE_NAMED(NFNL_MSG_ACCT_NEW), TROUPE_NAMED(NFNL_MSG_ACCT_GET),
                                                   TROUPE_NAMED(NFNL_MSG_ACCT_GET_CTRZERO), TROUPE_NAMED(NFNL_MSG_ACCT_DEL),
                                                   TROUPE_NAMED(NFNL_MSG_ACCT_OVERQUOTA)};

constexpr NamedConstant conntrack_timeout_types_rows[] = {
    TROUPE_NAMED(IPCTNL_MSG_TIMEOUT_NEW), TROUPE_NAMED(IPCTNL_MSG_TIMEOUT_GET), TROUPE_NAMED(IPCTNL_MSG_TIMEOUT_DELETE),
    TROUPE_NAMED(IPCTNL_MSG_TIMEOUT_DEFAULT_SET), TROUPE_NAMED(IPCTNL_MSG_TIMEOUT_DEFAULT_GET)};

constexpr NamedConstant conntrack_helper_types_rows[] = {TROUPE_NAMED(NFNL_MSG_CTHELPER_NEW), TROUPE_NAMED(NFNL_MSG_CTHELPER_GET),
                                                         TROUPE_NAMED(NFNL_MSG_CTHELPER_DEL)};

constexpr NamedConstant tables_types_rows[] = {
    TROUPE_NAMED(NFT_MSG_NEWTABLE),     TROUPE_NAMED(NFT_MSG_GETTABLE),     TROUPE_NAMED(NFT_MSG_DELTABLE),
    TROUPE_NAMED(NFT_MSG_NEWCHAIN),     TROUPE_NAMED(NFT_MSG_GETCHAIN),     TROUPE_NAMED(NFT_MSG_DELCHAIN),
    TROUPE_NAMED(NFT_MSG_NEWRULE),      TROUPE_NAMED(NFT_MSG_GETRULE),      TROUPE_NAMED(NFT_MSG_DELRULE),
    TROUPE_NAMED(NFT_MSG_NEWSET),       TROUPE_NAMED(NFT_MSG_GETSET),       TROUPE_NAMED(NFT_MSG_DELSET),
    TROUPE_NAMED(NFT_MSG_NEWSETELEM),   TROUPE_NAMED(NFT_MSG_GETSETELEM),   TROUPE_NAMED(NFT_MSG_DELSETELEM),
    TROUPE_NAMED(NFT_MSG_NEWGEN),       TROUPE_NAMED(NFT_MSG_GETGEN),       TROUPE_NAMED(NFT_MSG_TRACE),
    TROUPE_NAMED(NFT_MSG_NEWOBJ),       TROUPE_NAMED(NFT_MSG_GETOBJ),       TROUPE_NAMED(NFT_MSG_DELOBJ),
    TROUPE_NAMED(NFT_MSG_GETOBJ_RESET), TROUPE_NAMED(NFT_MSG_NEWFLOWTABLE), TROUPE_NAMED(NFT_MSG_GETFLOWTABLE),
    TROUPE_NAMED(NFT_MSG_DELFLOWTABLE)};

constexpr NamedConstant compatibility_types_rows[] = {TROUPE_NAMED(NFNL_MSG_COMPAT_GET)};

constexpr NamedConstant hook_types_rows[] = {TROUPE_NAMED(NFNL_MSG_HOOK_GET)};

constexpr NamedConstant address_set_types_rows[] = {
    TROUPE_NAMED(IPSET_CMD_PROTOCOL), TROUPE_NAMED(IPSET_CMD_CREATE),     TROUPE_NAMED(IPSET_CMD_DESTROY),
    TROUPE_NAMED(IPSET_CMD_FLUSH),    TROUPE_NAMED(IPSET_CMD_RENAME),     TROUPE_NAMED(IPSET_CMD_SWAP),
    TROUPE_NAMED(IPSET_CMD_LIST),     TROUPE_NAMED(IPSET_CMD_SAVE),       TROUPE_NAMED(IPSET_CMD_ADD),
    TROUPE_NAMED(IPSET_CMD_DEL),      TROUPE_NAMED(IPSET_CMD_TEST),       TROUPE_NAMED(IPSET_CMD_HEADER),
    TROUPE_NAMED(IPSET_CMD_TYPE),     TROUPE_NAMED(IPSET_CMD_GET_BYNAME), TROUPE_NAMED(IPSET_CMD_GET_BYINDEX),
    TROUPE_NAMED(IPSET_CMD_RESTORE),  TROUPE_NAMED(IPSET_CMD_HELP),       TROUPE_NAMED(IPSET_CMD_VERSION),
    TROUPE_NAMED(IPSET_CMD_QUIT),     TROUPE_NAMED(IPSET_CMD_COMMIT)};

// linux/netfilter/nfnetlink_osf.h.
constexpr NamedConstant fingerprint_types_rows[] = {{0, "OSF_MSG_ADD"}, {1, "OSF_MSG_REMOVE"}};

}  // namespace

constinit const ValueSet conntrack_types{"conntrack_types", "IPCTNL_MSG_CT_???", conntrack_types_rows};
constinit const ValueSet expectation_types{"expectation_types", "IPCTNL_MSG_EXP_???", expectation_types_rows};
constinit const ValueSet queue_types{"queue_types", "NFQNL_MSG_???", queue_types_rows};
constinit const ValueSet log_types{"log_types", "NFULNL_MSG_???", log_types_rows};
constinit const ValueSet accounting_types{"accounting_types", "NFNL_MSG_ACCT_???", accounting_types_rows};
constinit const ValueSet conntrack_timeout_types{"conntrack_timeout_types", "IPCTNL_MSG_TIMEOUT_???", conntrack_timeout_types_rows};
constinit const ValueSet conntrack_helper_types{"conntrack_helper_types", "NFNL_MSG_CTHELPER_???", conntrack_helper_types_rows};
constinit const ValueSet tables_types{"tables_types", "NFT_MSG_???", tables_types_rows};
constinit const ValueSet compatibility_types{"compatibility_types", "NFNL_MSG_COMPAT_???", compatibility_types_rows};
constinit const ValueSet hook_types{"hook_types", "NFT_MSG_HOOK_???", hook_types_rows};
constinit const ValueSet address_set_types{"address_set_types", "IPSET_CMD_???", address_set_types_rows};
constinit const ValueSet fingerprint_types{"fingerprint_types", "OSF_MSG_???", fingerprint_types_rows};

}  // namespace troupe
