#include <linux/genetlink.h>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/selinux_netlink.h>
#include <linux/sock_diag.h>
#include <linux/xfrm.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/tables/flags/netlink.hpp"
#include "core/tables/netlink/message.hpp"
#include "core/tables/structs/netlink.hpp"
#include "core/tables/values/audit.hpp"
#include "core/tables/values/netfilter.hpp"
#include "core/tables/values/netlink.hpp"

/// The protocols of AF_NETLINK.
namespace troupe {

namespace {

using namespace carries;

constexpr AttributeRow error_rows[] = {text(NLMSGERR_ATTR_MSG), u32(NLMSGERR_ATTR_OFFS), numbers(NLMSGERR_ATTR_COOKIE, Width::u8)};

// Their types have no names here: each subsystem has its own.
constinit const AttributeSet unnamed{};
constexpr MessageRow netfilter_rows[] = {{.first = NFNL_MSG_BATCH_BEGIN,
                                          .last = NFNL_MSG_BATCH_END,
                                          .header = &netfilter_header_layout,
                                          .least = sizeof(nfgenmsg),
                                          .bytes_behind = true},
                                         {NLMSG_MIN_TYPE, 0xffff, &netfilter_header_layout, &unnamed, -1, Sent::any, sizeof(nfgenmsg)}};
constexpr MessageRow selinux_rows[] = {
    {SELNL_MSG_SETENFORCE, SELNL_MSG_SETENFORCE, &selinux_enforcing_layout, nullptr, -1, Sent::any, sizeof(selnl_msg_setenforce)},
    {SELNL_MSG_POLICYLOAD, SELNL_MSG_POLICYLOAD, &selinux_policy_layout, nullptr, -1, Sent::any, sizeof(selnl_msg_policyload)}};

constexpr Subsystem subsystems[] = {{NFNL_SUBSYS_CTNETLINK, &conntrack_types},
                                    {NFNL_SUBSYS_CTNETLINK_EXP, &expectation_types},
                                    {NFNL_SUBSYS_QUEUE, &queue_types},
                                    {NFNL_SUBSYS_ULOG, &log_types},
                                    {NFNL_SUBSYS_OSF, &fingerprint_types},
                                    {NFNL_SUBSYS_IPSET, &address_set_types},
                                    {NFNL_SUBSYS_ACCT, &accounting_types},
                                    {NFNL_SUBSYS_CTNETLINK_TIMEOUT, &conntrack_timeout_types},
                                    {NFNL_SUBSYS_CTHELPER, &conntrack_helper_types},
                                    {NFNL_SUBSYS_NFTABLES, &tables_types},
                                    {NFNL_SUBSYS_NFT_COMPAT, &compatibility_types},
                                    {NFNL_SUBSYS_HOOK, &hook_types}};

constexpr NetlinkProtocol protocols[] = {
    {NETLINK_ROUTE, &route_message_types, &route_messages, &family_layout},
    {NETLINK_SOCK_DIAG, &socket_diagnosis_types, &socket_diagnosis_messages, &family_layout},
    {NETLINK_XFRM, &transform_message_types},
    {NETLINK_SELINUX, &selinux_message_types, &selinux_messages},
    {NETLINK_AUDIT, &audit_message_types},
    {.number = NETLINK_NETFILTER, .types = &netfilter_subsystems, .messages = &netfilter_messages, .subsystems = subsystems},
    {.number = NETLINK_KOBJECT_UEVENT, .is_text = true},
    {NETLINK_GENERIC, &generic_families},
    {NETLINK_CRYPTO, &crypto_message_types, &crypto_messages},
};

/// new, delete, get, set: the types of NETLINK_ROUTE come in fours (RTM_FAM and net/core/rtnetlink.c).
constexpr const FlagSet* by_four[] = {&netlink_new_flags, &netlink_delete_flags, &netlink_get_flags, &netlink_flags};

/// XFRM_MSG_NEWSA, NFT_MSG_GETRULE, IPCTNL_MSG_CT_DELETE: what a request does stands in the name of its type.
const FlagSet& flags_by_name(std::string_view type) {
    constexpr std::pair<std::string_view, const FlagSet*> words[] = {
        {"_NEW", &netlink_new_flags}, {"_DEL", &netlink_delete_flags}, {"_GET", &netlink_get_flags}};
    const auto* word = std::find_if(std::begin(words), std::end(words),
                                    [=](const auto& known) { return type.find(known.first) != std::string_view::npos; });
    return word == std::end(words) ? netlink_flags : *word->second;
}

}  // namespace

constinit const std::span<const MessageRow> netfilter_messages{netfilter_rows};
constinit const std::span<const MessageRow> selinux_messages{selinux_rows};
constinit const AttributeSet netlink_error_attribute_set{&netlink_error_attributes, error_rows};

const NetlinkProtocol* netlink_protocol(int number) {
    const auto* row = std::find_if(std::begin(protocols), std::end(protocols), [=](const auto& known) { return known.number == number; });
    return row == std::end(protocols) ? nullptr : row;
}

const FlagSet& netlink_flags_of(const NetlinkProtocol* protocol, std::uint16_t type) {
    if (type < NLMSG_MIN_TYPE || protocol == nullptr) {
        return type == NLMSG_ERROR ? netlink_answer_flags : netlink_flags;
    }
    switch (protocol->number) {
        case NETLINK_ROUTE:
            // The kernel has it so that deleting actions may delete all of them (tca_action_flush).
            return type == RTM_DELACTION ? netlink_get_flags : *by_four[type % std::size(by_four)];
        case NETLINK_SOCK_DIAG:
            return netlink_get_flags;
        case NETLINK_XFRM:
            // What gets a default gets no list (xfrm_user_rcv_msg).
            return type == XFRM_MSG_GETDEFAULT ? netlink_flags : flags_by_name(name_in(*protocol->types, type));
        case NETLINK_CRYPTO:
            return flags_by_name(name_in(*protocol->types, type));
        case NETLINK_NETFILTER: {
            const ValueSet* types = subsystem_types(*protocol, type);
            return types == nullptr ? netlink_flags : flags_by_name(name_in(*types, type & 0xff));
        }
        default:
            return netlink_flags;
    }
}

const ValueSet* subsystem_types(const NetlinkProtocol& protocol, std::uint16_t type) {
    constexpr unsigned shift = 8;
    const auto row = std::ranges::find(protocol.subsystems, type >> shift, &Subsystem::number);
    return row == protocol.subsystems.end() ? nullptr : row->types;
}

}  // namespace troupe
