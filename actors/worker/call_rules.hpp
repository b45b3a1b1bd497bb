#pragma once

#include <vector>

#include "actors/worker/launch_watch.hpp"
#include "actors/worker/worker_context.hpp"

namespace troupe {

/// What rules say of calls, without Lua: they are asked first, and a hook's decision goes over theirs, kind by kind. Worker only.
///
/// Bytes are poked before a hook is asked and before anything is printed, so that both see what the kernel will.
class CallRules {
 public:
    CallRules(WorkerContext& here, const LaunchWatch& launch) : here_(here), launch_(launch) {}

    /// Counts the call, and notes in it what the rule has to do at its exit.
    [[nodiscard]] Decision entry(Tracee& tracee, const SyscallEntry& entry);
    [[nodiscard]] Decision exit(Tracee& tracee);
    /// After the bytes of a rule were applied.
    void note_written(Tracee& tracee, const Applied& applied) const;

 private:
    WorkerContext& here_;
    const LaunchWatch& launch_;
};

/// As PTRACE_GET_SYSCALL_INFO tells the result `value` of a call of `abi`.
void show_result(SyscallInfo& info, std::int64_t value, Abi abi);

}  // namespace troupe
