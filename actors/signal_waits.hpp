#pragma once

#include <sys/types.h>

#include "troupe/core/subscription.hpp"

/// Calls that take a signal from the queue of their process, where untraced the process would be dead.
///
/// A signal that a process neither handles nor ignores kills an untraced process as soon as it is sent, if a thread has not blocked it. Of
/// a traced one it is only queued, and a thread is woken to stop with it (kernel/signal.c, complete_signal). Another thread that asks for
/// the same signal may take it meanwhile, and the process lives on. So it is made to wait: the thread that was woken stops, and dies.
/// Signals that dump core are only queued in both cases.
namespace troupe {

/// rt_sigtimedwait. A signalfd is read by calls that are too frequent to be stopped for this.
[[nodiscard]] const Subscription& calls_that_take_signals();

/// A signal is queued that kills the process of this thread as soon as another thread of it gets to it.
[[nodiscard]] bool is_about_to_be_killed(pid_t tid);

}  // namespace troupe
