#pragma once

#include "actors/tracee.hpp"
#include "troupe/actors/summary_config.hpp"
#include "troupe/core/tasks.hpp"

namespace troupe {

/// Counts the calls that one worker sees the end of, and measures them. Worker only, until its thread has ended.
///
/// What the kernel tells of the CPU time of a process by wait4(2) is that of all its threads, added up at each report: with 64 threads it
/// costs more than the call, and is mostly about others. So a thread's own time on a CPU is read from /proc. It is stopped before and
/// behind the call, and in between runs in the kernel alone. That costs system calls of ours: of calls of one kind, the first are all
/// measured, and then a few that stand for the others.
class CallCounter {
 public:
    CallCounter(const SummaryConfig& config, Tasks& tasks) : config_(config), tasks_(tasks) {}

    /// The last before a tracee goes on into a call that is printed.
    void begin(Tracee& tracee);
    /// The first behind any call.
    void stop_clock(Tracee& tracee);
    /// A call that is printed is over, and `tracee.call.shown` is as it will be shown.
    void count(const Tracee& tracee);

    [[nodiscard]] bool counts() const { return config_.use != SummaryConfig::Use::none; }
    /// Calls are not to be printed.
    [[nodiscard]] bool replaces_trace() const { return config_.replaces_trace(); }
    [[nodiscard]] const Counted& counted() const { return counted_; }

 private:
    [[nodiscard]] std::uint64_t calls_before(const Tracee& tracee) const;
    void add(const CallInProgress& call, CallTotals& totals) const;
    [[nodiscard]] std::uint64_t without_overhead(std::uint64_t time) const;

    const SummaryConfig& config_;
    Tasks& tasks_;
    Counted counted_;
};

}  // namespace troupe
