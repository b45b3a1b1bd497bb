#include "core/tables/values/netlink.hpp"

#include <linux/cryptouser.h>
#include <linux/genetlink.h>
#include <linux/inet_diag.h>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/selinux_netlink.h>
#include <linux/sock_diag.h>
#include <linux/xfrm.h>

#include "core/tables/named_constant.hpp"

// linux/netlink.h and the headers of its protocols.
namespace troupe {

namespace {

constexpr NamedConstant netlink_control_types_rows[] = {TROUPE_NAMED(NLMSG_NOOP), TROUPE_NAMED(NLMSG_ERROR), TROUPE_NAMED(NLMSG_DONE),
                                                        TROUPE_NAMED(NLMSG_OVERRUN)};

constexpr NamedConstant netlink_error_attributes_rows[] = {TROUPE_NAMED(NLMSGERR_ATTR_UNUSED),   TROUPE_NAMED(NLMSGERR_ATTR_MSG),
                                                           TROUPE_NAMED(NLMSGERR_ATTR_OFFS),     TROUPE_NAMED(NLMSGERR_ATTR_COOKIE),
                                                           TROUPE_NAMED(NLMSGERR_ATTR_POLICY),   TROUPE_NAMED(NLMSGERR_ATTR_MISS_TYPE),
                                                           TROUPE_NAMED(NLMSGERR_ATTR_MISS_NEST)};

constexpr NamedConstant route_message_types_rows[] = {
    TROUPE_NAMED(RTM_NEWLINK),          TROUPE_NAMED(RTM_DELLINK),          TROUPE_NAMED(RTM_GETLINK),
    TROUPE_NAMED(RTM_SETLINK),          TROUPE_NAMED(RTM_NEWADDR),          TROUPE_NAMED(RTM_DELADDR),
    TROUPE_NAMED(RTM_GETADDR),          TROUPE_NAMED(RTM_NEWROUTE),         TROUPE_NAMED(RTM_DELROUTE),
    TROUPE_NAMED(RTM_GETROUTE),         TROUPE_NAMED(RTM_NEWNEIGH),         TROUPE_NAMED(RTM_DELNEIGH),
    TROUPE_NAMED(RTM_GETNEIGH),         TROUPE_NAMED(RTM_NEWRULE),          TROUPE_NAMED(RTM_DELRULE),
    TROUPE_NAMED(RTM_GETRULE),          TROUPE_NAMED(RTM_NEWQDISC),         TROUPE_NAMED(RTM_DELQDISC),
    TROUPE_NAMED(RTM_GETQDISC),         TROUPE_NAMED(RTM_NEWTCLASS),        TROUPE_NAMED(RTM_DELTCLASS),
    TROUPE_NAMED(RTM_GETTCLASS),        TROUPE_NAMED(RTM_NEWTFILTER),       TROUPE_NAMED(RTM_DELTFILTER),
    TROUPE_NAMED(RTM_GETTFILTER),       TROUPE_NAMED(RTM_NEWACTION),        TROUPE_NAMED(RTM_DELACTION),
    TROUPE_NAMED(RTM_GETACTION),        TROUPE_NAMED(RTM_NEWPREFIX),        TROUPE_NAMED(RTM_GETMULTICAST),
    TROUPE_NAMED(RTM_GETANYCAST),       TROUPE_NAMED(RTM_NEWNEIGHTBL),      TROUPE_NAMED(RTM_GETNEIGHTBL),
    TROUPE_NAMED(RTM_SETNEIGHTBL),      TROUPE_NAMED(RTM_NEWNDUSEROPT),     TROUPE_NAMED(RTM_NEWADDRLABEL),
    TROUPE_NAMED(RTM_DELADDRLABEL),     TROUPE_NAMED(RTM_GETADDRLABEL),     TROUPE_NAMED(RTM_GETDCB),
    TROUPE_NAMED(RTM_SETDCB),           TROUPE_NAMED(RTM_NEWNETCONF),       TROUPE_NAMED(RTM_DELNETCONF),
    TROUPE_NAMED(RTM_GETNETCONF),       TROUPE_NAMED(RTM_NEWMDB),           TROUPE_NAMED(RTM_DELMDB),
    TROUPE_NAMED(RTM_GETMDB),           TROUPE_NAMED(RTM_NEWNSID),          TROUPE_NAMED(RTM_DELNSID),
    TROUPE_NAMED(RTM_GETNSID),          TROUPE_NAMED(RTM_NEWSTATS),         TROUPE_NAMED(RTM_GETSTATS),
    TROUPE_NAMED(RTM_SETSTATS),         TROUPE_NAMED(RTM_NEWCACHEREPORT),   TROUPE_NAMED(RTM_NEWCHAIN),
    TROUPE_NAMED(RTM_DELCHAIN),         TROUPE_NAMED(RTM_GETCHAIN),         TROUPE_NAMED(RTM_NEWNEXTHOP),
    TROUPE_NAMED(RTM_DELNEXTHOP),       TROUPE_NAMED(RTM_GETNEXTHOP),       TROUPE_NAMED(RTM_NEWLINKPROP),
    TROUPE_NAMED(RTM_DELLINKPROP),      TROUPE_NAMED(RTM_GETLINKPROP),      TROUPE_NAMED(RTM_NEWVLAN),
    TROUPE_NAMED(RTM_DELVLAN),          TROUPE_NAMED(RTM_GETVLAN),          TROUPE_NAMED(RTM_NEWNEXTHOPBUCKET),
    TROUPE_NAMED(RTM_DELNEXTHOPBUCKET), TROUPE_NAMED(RTM_GETNEXTHOPBUCKET), TROUPE_NAMED(RTM_NEWTUNNEL),
    TROUPE_NAMED(RTM_DELTUNNEL),        TROUPE_NAMED(RTM_GETTUNNEL)};

constexpr NamedConstant socket_diagnosis_types_rows[] = {TROUPE_NAMED(TCPDIAG_GETSOCK), TROUPE_NAMED(DCCPDIAG_GETSOCK),
                                                         TROUPE_NAMED(SOCK_DIAG_BY_FAMILY), TROUPE_NAMED(SOCK_DESTROY)};

constexpr NamedConstant transform_message_types_rows[] = {
    TROUPE_NAMED(XFRM_MSG_NEWSA),      TROUPE_NAMED(XFRM_MSG_DELSA),       TROUPE_NAMED(XFRM_MSG_GETSA),
    TROUPE_NAMED(XFRM_MSG_NEWPOLICY),  TROUPE_NAMED(XFRM_MSG_DELPOLICY),   TROUPE_NAMED(XFRM_MSG_GETPOLICY),
    TROUPE_NAMED(XFRM_MSG_ALLOCSPI),   TROUPE_NAMED(XFRM_MSG_ACQUIRE),     TROUPE_NAMED(XFRM_MSG_EXPIRE),
    TROUPE_NAMED(XFRM_MSG_UPDPOLICY),  TROUPE_NAMED(XFRM_MSG_UPDSA),       TROUPE_NAMED(XFRM_MSG_POLEXPIRE),
    TROUPE_NAMED(XFRM_MSG_FLUSHSA),    TROUPE_NAMED(XFRM_MSG_FLUSHPOLICY), TROUPE_NAMED(XFRM_MSG_NEWAE),
    TROUPE_NAMED(XFRM_MSG_GETAE),      TROUPE_NAMED(XFRM_MSG_REPORT),      TROUPE_NAMED(XFRM_MSG_MIGRATE),
    TROUPE_NAMED(XFRM_MSG_NEWSADINFO), TROUPE_NAMED(XFRM_MSG_GETSADINFO),  TROUPE_NAMED(XFRM_MSG_NEWSPDINFO),
    TROUPE_NAMED(XFRM_MSG_GETSPDINFO), TROUPE_NAMED(XFRM_MSG_MAPPING),     TROUPE_NAMED(XFRM_MSG_SETDEFAULT),
    TROUPE_NAMED(XFRM_MSG_GETDEFAULT)};

constexpr NamedConstant selinux_message_types_rows[] = {TROUPE_NAMED(SELNL_MSG_SETENFORCE), TROUPE_NAMED(SELNL_MSG_POLICYLOAD)};

constexpr NamedConstant netfilter_subsystems_rows[] = {
    TROUPE_NAMED(NFNL_SUBSYS_NONE),     TROUPE_NAMED(NFNL_SUBSYS_CTNETLINK), TROUPE_NAMED(NFNL_SUBSYS_CTNETLINK_EXP),
    TROUPE_NAMED(NFNL_SUBSYS_QUEUE),    TROUPE_NAMED(NFNL_SUBSYS_ULOG),      TROUPE_NAMED(NFNL_SUBSYS_OSF),
    TROUPE_NAMED(NFNL_SUBSYS_IPSET),    TROUPE_NAMED(NFNL_SUBSYS_ACCT),      TROUPE_NAMED(NFNL_SUBSYS_CTNETLINK_TIMEOUT),
    TROUPE_NAMED(NFNL_SUBSYS_CTHELPER), TROUPE_NAMED(NFNL_SUBSYS_NFTABLES),  TROUPE_NAMED(NFNL_SUBSYS_NFT_COMPAT),
    TROUPE_NAMED(NFNL_SUBSYS_HOOK)};

constexpr NamedConstant netfilter_batch_types_rows[] = {TROUPE_NAMED(NFNL_MSG_BATCH_BEGIN), TROUPE_NAMED(NFNL_MSG_BATCH_END)};

constexpr NamedConstant netfilter_versions_rows[] = {TROUPE_NAMED(NFNETLINK_V0)};

constexpr NamedConstant crypto_message_types_rows[] = {TROUPE_NAMED(CRYPTO_MSG_NEWALG),    TROUPE_NAMED(CRYPTO_MSG_DELALG),
                                                       TROUPE_NAMED(CRYPTO_MSG_UPDATEALG), TROUPE_NAMED(CRYPTO_MSG_GETALG),
                                                       TROUPE_NAMED(CRYPTO_MSG_DELRNG),    TROUPE_NAMED(CRYPTO_MSG_GETSTAT)};

constexpr NamedConstant crypto_attributes_rows[] = {
    TROUPE_NAMED(CRYPTOCFGA_UNSPEC),          TROUPE_NAMED(CRYPTOCFGA_PRIORITY_VAL),     TROUPE_NAMED(CRYPTOCFGA_REPORT_LARVAL),
    TROUPE_NAMED(CRYPTOCFGA_REPORT_HASH),     TROUPE_NAMED(CRYPTOCFGA_REPORT_BLKCIPHER), TROUPE_NAMED(CRYPTOCFGA_REPORT_AEAD),
    TROUPE_NAMED(CRYPTOCFGA_REPORT_COMPRESS), TROUPE_NAMED(CRYPTOCFGA_REPORT_RNG),       TROUPE_NAMED(CRYPTOCFGA_REPORT_CIPHER),
    TROUPE_NAMED(CRYPTOCFGA_REPORT_AKCIPHER), TROUPE_NAMED(CRYPTOCFGA_REPORT_KPP),       TROUPE_NAMED(CRYPTOCFGA_REPORT_ACOMP),
    TROUPE_NAMED(CRYPTOCFGA_STAT_LARVAL),     TROUPE_NAMED(CRYPTOCFGA_STAT_HASH),        TROUPE_NAMED(CRYPTOCFGA_STAT_BLKCIPHER),
    TROUPE_NAMED(CRYPTOCFGA_STAT_AEAD),       TROUPE_NAMED(CRYPTOCFGA_STAT_COMPRESS),    TROUPE_NAMED(CRYPTOCFGA_STAT_RNG),
    TROUPE_NAMED(CRYPTOCFGA_STAT_CIPHER),     TROUPE_NAMED(CRYPTOCFGA_STAT_AKCIPHER),    TROUPE_NAMED(CRYPTOCFGA_STAT_KPP),
    TROUPE_NAMED(CRYPTOCFGA_STAT_ACOMP)};

// The other families of generic netlink get their numbers when they are registered.
constexpr NamedConstant generic_families_rows[] = {
    {GENL_ID_CTRL, "nlctrl"}, {GENL_ID_VFS_DQUOT, "VFS_DQUOT"}, {GENL_ID_PMCRAID, "pmcraid"}};

}  // namespace

constinit const ValueSet generic_families{"generic_families", "GENERIC_FAMILY_???", generic_families_rows};
constinit const ValueSet unregistered_generic_families{"unregistered_generic_families", "GENERIC_FAMILY_???", {}};
constinit const ValueSet netlink_control_types{"netlink_control_types", "NLMSG_???", netlink_control_types_rows};
constinit const ValueSet netlink_error_attributes{"netlink_error_attributes", "NLMSGERR_ATTR_???", netlink_error_attributes_rows};
constinit const ValueSet route_message_types{"route_message_types", "RTM_???", route_message_types_rows};
constinit const ValueSet socket_diagnosis_types{"socket_diagnosis_types", "SOCK_DIAG_???", socket_diagnosis_types_rows};
constinit const ValueSet transform_message_types{"transform_message_types", "XFRM_MSG_???", transform_message_types_rows};
constinit const ValueSet selinux_message_types{"selinux_message_types", "SELNL_MSG_???", selinux_message_types_rows};
constinit const ValueSet netfilter_subsystems{"netfilter_subsystems", "NFNL_SUBSYS_???", netfilter_subsystems_rows};
constinit const ValueSet netfilter_batch_types{"netfilter_batch_types", "NFNL_MSG_???", netfilter_batch_types_rows};
constinit const ValueSet netfilter_versions{"netfilter_versions", "NFNETLINK_???", netfilter_versions_rows};
constinit const ValueSet crypto_message_types{"crypto_message_types", "CRYPTO_MSG_???", crypto_message_types_rows};
constinit const ValueSet crypto_attributes{"crypto_attributes", "CRYPTOCFGA_???", crypto_attributes_rows};

}  // namespace troupe
