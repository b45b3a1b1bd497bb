#pragma once

#include "troupe/core/constants.hpp"

/// nlmsg_flags: what the upper ones mean depends on the type of the message.
namespace troupe {

extern const FlagSet netlink_flags, netlink_get_flags, netlink_new_flags, netlink_delete_flags, netlink_answer_flags;

}  // namespace troupe
