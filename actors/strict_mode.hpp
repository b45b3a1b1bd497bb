#pragma once

#include "troupe/core/event.hpp"
#include "troupe/core/subscription.hpp"

/// seccomp's strict mode (man 2 seccomp, SECCOMP_SET_MODE_STRICT). The kernel refuses it to a thread that has a filter, and a launched
/// tracee has ours. So we tell it that the mode is on, watch all of its calls from then on, and end it where the kernel would.
namespace troupe {

/// The calls that have to stop for this.
[[nodiscard]] Subscription calls_for_strict_mode();

/// prctl(PR_SET_SECCOMP, SECCOMP_MODE_STRICT) or seccomp(SECCOMP_SET_MODE_STRICT, 0, NULL).
[[nodiscard]] bool asks_for_strict_mode(SyscallId raw, const Arguments& args);

/// read, write, exit and sigreturn.
[[nodiscard]] bool is_allowed_in_strict_mode(SyscallId raw);

}  // namespace troupe
