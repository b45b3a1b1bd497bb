#pragma once

#include <sys/types.h>

#include <set>
#include <string>

namespace troupe {

/// `traced by 4711 (gdb)`; empty when it is not traced.
[[nodiscard]] std::string traced_by(pid_t tid);

/// The processes that trace a thread of ours, whichever. If we trace one of those, each waits for the other in a stop, for ever: nothing
/// but SIGKILL reaches a tracee that stopped. To be asked after PTRACE_SEIZE, which stops nothing: of two that seize each other at the
/// same time the last one finds out.
[[nodiscard]] std::set<pid_t> processes_that_trace_us();

}  // namespace troupe
