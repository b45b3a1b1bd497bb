#pragma once

#include "troupe/core/constants.hpp"

/// Types of messages of NETLINK_AUDIT.
namespace troupe {

extern const ValueSet audit_message_types;

}  // namespace troupe
