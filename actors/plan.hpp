#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <set>

#include "troupe/core/filter.hpp"
#include "troupe/core/rule_plan.hpp"
#include "troupe/core/syscall_set.hpp"
#include "troupe/core/thread_roles.hpp"

namespace troupe {

/// What scripts want of calls.
struct ScriptWishes {
    /// There is one. Then `-e trace=none` prints no call at all unless calls stop anyway, so that a script that asks nothing of calls
    /// costs the tracees nothing; without a script it prints those whose number no table knows, as strace does.
    bool loaded = false;
    Subscription hooks;     ///< to decide about
    Subscription observed;  ///< to be told of
};

/// What is asked of every call at this moment: the wishes of scripts, the rules and the trace set, compiled. A value; never
/// changed.
struct Plan {
    std::uint64_t revision = 0;
    Subscription hooks;
    Subscription observed;
    Lanes asked;  ///< without the calls that have to stop for our own sake
    Lanes lanes;
    FilterProgram program;         ///< `lanes` for the kernel, and for `evaluate` where there is no filter
    bool wants_calls = false;      ///< false: tracees run without syscall stops
    bool filter_suffices = false;  ///< the filter of launched tracees stops everything that is wanted
};

/// Whether tracees have to stop for calls at all.
[[nodiscard]] bool wants_calls(const SyscallSet& traced, const ScriptWishes& scripts, const RulePlan& rules);

/// Where the current plan hangs.
class PlanBoard {
 public:
    /// The trace set and the rules never change. `filter`: launched tracees get one. `ours`: calls that have to stop for our own sake
    /// where any does.
    PlanBoard(const SyscallSet& traced, const ScriptWishes& scripts, bool filter, RulePlan rules = {}, Subscription ours = {});

    [[nodiscard]] const RulePlan& rules() const { return rules_; }

    /// True when it is asked for the first time about this rule: what is wrong with a rule as such is said once. Any thread.
    [[nodiscard]] bool first_trouble_of(const InjectRule& rule);

    /// A new plan for what the scripts want now. One thread at a time.
    void publish(const ScriptWishes& scripts);

    [[nodiscard]] std::uint64_t revision() const { return revision_.load(std::memory_order_acquire); }
    [[nodiscard]] std::shared_ptr<const Plan> current() const;
    /// What launched tracees are started with; empty: without a filter.
    [[nodiscard]] const FilterProgram& launch_filter() const { return launch_filter_; }

 private:
    [[nodiscard]] std::shared_ptr<const Plan> make(const ScriptWishes& scripts, std::uint64_t revision) const;

    // Immutable
    const SyscallSet& traced_;
    RulePlan rules_;
    const Subscription ours_;
    Lanes launch_lanes_;
    FilterProgram launch_filter_;

    // Any thread: atomic
    std::atomic<std::uint64_t> revision_{0};
    // Any thread: under the lock
    mutable Mutex mutex_;
    std::shared_ptr<const Plan> current_ TROUPE_GUARDED_BY(mutex_);
    std::set<const InjectRule*> in_trouble_ TROUPE_GUARDED_BY(mutex_);
};

}  // namespace troupe
