#pragma once

#include "troupe/core/abi.hpp"
#include "troupe/core/event.hpp"
#include "troupe/core/subscription.hpp"

/// Calls that look whether a child has ended, and do not wait for it.
///
/// The kernel wakes those who poll a pidfd, and makes a child a zombie, when it ends; but its parent cannot collect it before its tracer
/// has (kernel/exit.c, wait_consider_task). A program that was told by a pidfd, and then asks with WNOHANG, would be answered that nothing
/// has ended. So these calls stop, and ends that the kernel has for us are taken before they are made.
namespace troupe {

/// wait4 and waitid with WNOHANG, and waitid of a pidfd, which may be a non-blocking one.
[[nodiscard]] const Subscription& calls_that_look_for_ends();
[[nodiscard]] bool looks_for_ends(SyscallId call, const Arguments& args);

}  // namespace troupe
