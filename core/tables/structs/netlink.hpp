#pragma once

#include "troupe/core/kind.hpp"

/// Headers of netlink messages. All are the same on every ABI.
namespace troupe {

extern const StructLayout family_layout, netfilter_header_layout, selinux_enforcing_layout, selinux_policy_layout;

}  // namespace troupe
