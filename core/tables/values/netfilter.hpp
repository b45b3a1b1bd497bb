#pragma once

#include "troupe/core/constants.hpp"

/// Types of messages of NETLINK_NETFILTER: the lower byte, by subsystem.
namespace troupe {

extern const ValueSet conntrack_types, expectation_types, queue_types, log_types, accounting_types, conntrack_timeout_types,
    conntrack_helper_types, tables_types, compatibility_types, hook_types, address_set_types, fingerprint_types;

}  // namespace troupe
