#pragma once

#include "actors/roster.hpp"
#include "actors/worker/orders.hpp"
#include "actors/worker/worker_context.hpp"
#include "troupe/core/filter.hpp"

namespace troupe {

/// A call as filters look at it; where its instruction is, we do not say.
[[nodiscard]] seccomp_data as_filters_see(const SyscallInfo& info);

/// Filters that programs put on themselves, over ours. The kernel takes the most severe answer of all of them, so theirs may answer a call
/// before ours can stop it: where that can happen to a call that is wanted, and where it cannot be known, all calls of such a tracee are
/// watched. Worker only.
class FilterWatch {
 public:
    FilterWatch(WorkerContext& here, Roster& roster) : here_(here), roster_(roster) {}

    struct Begun {
        Decision decision;
        bool wants_exit = false;
        bool waits = false;  ///< for a `ProcessIsWatched`: it is to be held until then
    };
    /// At the entry of a call that may be about filters, of a tracee that has ours.
    [[nodiscard]] Begun entry(Tracee& tracee, const SyscallInfo& info);
    /// At its exit.
    [[nodiscard]] Decision exit(Tracee& tracee, const Stopped& stopped, const SyscallInfo& info);
    /// The stop of a filter comes from one of its own (SECCOMP_RET_TRACE), which without a tracer makes a call fail with ENOSYS.
    [[nodiscard]] bool is_stopped_by_its_own(const Tracee& tracee, const Stopped& stopped, const SyscallInfo& info) const;
    /// Those of this worker.
    void watch_process(const orders::WatchProcess& order);

 private:
    void tell_workers(const Tracee& caller);
    void look(Tracee& tracee, const Stopped& stopped);

    WorkerContext& here_;
    Roster& roster_;
};

}  // namespace troupe
