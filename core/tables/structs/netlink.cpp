#include "core/tables/structs/netlink.hpp"

#include <linux/netfilter/nfnetlink.h>
#include <linux/selinux_netlink.h>

#include <cstddef>

#include "core/tables/ioctls/own.hpp"
#include "core/tables/structs/proof.hpp"
#include "core/tables/values/netlink.hpp"
#include "core/tables/values/sockets.hpp"

// linux/netfilter/nfnetlink.h, linux/selinux_netlink.h.
namespace troupe {

namespace structs {

using enum Width;

inline constexpr std::array family_fields{Field{"family", u8, kind::value(socket_domains)}};

inline constexpr std::array netfilter_header_fields{Field{"nfgen_family", u8, kind::value(socket_domains)},
                                                    Field{"version", u8, kind::value(netfilter_versions)},
                                                    Field{"res_id", u16, kind::own_number(Own::converted_short)}};

inline constexpr std::array selinux_enforcing_fields{Field{"val", s32, kind::signed_int}};
inline constexpr std::array selinux_policy_fields{Field{"seqno", u32, kind::unsigned_int}};

TROUPE_PROVE_SIZE(netfilter_header_fields, Abi::x86_64, nfgenmsg);
TROUPE_PROVE_FIELD(netfilter_header_fields, Abi::x86_64, nfgenmsg, "res_id", res_id);
TROUPE_PROVE_SIZE(selinux_enforcing_fields, Abi::x86_64, selnl_msg_setenforce);
TROUPE_PROVE_SIZE(selinux_policy_fields, Abi::x86_64, selnl_msg_policyload);

}  // namespace structs

constinit const StructLayout family_layout = layout_of<structs::family_fields>("rtgenmsg");
constinit const StructLayout netfilter_header_layout = layout_of<structs::netfilter_header_fields>("nfgenmsg");
constinit const StructLayout selinux_enforcing_layout = layout_of<structs::selinux_enforcing_fields>("selnl_msg_setenforce");
constinit const StructLayout selinux_policy_layout = layout_of<structs::selinux_policy_fields>("selnl_msg_policyload");

}  // namespace troupe
