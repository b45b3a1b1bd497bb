#pragma once

#include <sys/types.h>

namespace troupe {

/// A process of ours beside the command's: a doorbell, the guardian. It is a fork of us, and does not stand among the command's kin: it has
/// a session of its own, so that no signal to the command's group or terminal reaches it; all signals are blocked; and it has a name and a
/// command line of its own, so that nothing which looks for ours or for the command's by its words takes it for them.
///
/// As fork(2). 0: we are the companion, and may only make system calls, because another thread may have held any lock.
/// `name`: at most 15 bytes.
[[nodiscard]] pid_t fork_companion(const char* name);

/// By kill(2), or by tkill(2) where a filter on us refuses that. 0, also where it is gone; else an errno.
int signal_companion(pid_t pid, int signal);

}  // namespace troupe
