#pragma once

#include "troupe/core/event.hpp"
#include "troupe/core/subscription.hpp"

/// Calls by which a program begins to supply pages of its own memory itself (man 2 userfaultfd), so that none of them escapes us.
namespace troupe {

/// The calls that have to stop for this: userfaultfd, and the ioctl of /dev/userfaultfd that does the same.
[[nodiscard]] Subscription calls_for_user_faults();

/// Whether this is one of them. `raw` is as the kernel numbers it.
[[nodiscard]] bool asks_for_user_faults(SyscallId raw, const Arguments& args);

}  // namespace troupe
