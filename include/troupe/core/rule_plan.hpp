#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "troupe/core/decision.hpp"
#include "troupe/core/filter.hpp"
#include "troupe/core/rules.hpp"

namespace troupe {

/// Rules by the calls that they are about: of several for one call, the last holds. A value; never changed.
class RulePlan {
 public:
    RulePlan() = default;
    /// Rules act on calls of `within` only.
    explicit RulePlan(std::vector<InjectRule> rules, const SyscallSet& within = SyscallSet::all());
    /// As well, and of those calls on some only, which their arguments tell: the kernel must not fail any by itself.
    [[nodiscard]] static RulePlan by_arguments(std::vector<InjectRule> rules, const SyscallSet& within);

    [[nodiscard]] bool empty() const { return rules_.empty(); }
    /// nullptr: none. Numbers that no table knows have none.
    [[nodiscard]] const InjectRule* of(SyscallId call) const;

    /// What stops the rules need; calls for which a fixed error is all there is go to `fixed`, and need none.
    void add_to(Subscription& wanted, FixedErrors& fixed) const;
    /// Whether a rule is about a call outside of `calls`.
    [[nodiscard]] bool reaches_beyond(const SyscallSet& calls) const;

 private:
    static constexpr std::uint16_t no_rule = 0xffff;

    std::vector<InjectRule> rules_;
    bool by_arguments_ = false;
    std::array<std::vector<std::uint16_t>, abi_count> by_number_;  // indices of rules_; shorter than the table where the rest have none
};

/// How often one thread has made the calls that rules count. Starts at zero with the thread.
class RuleCounters {
 public:
    /// One call more: the how-many-th it is.
    std::uint64_t count(SyscallId call) { return ++counts_[static_cast<std::uint32_t>(call.abi) << 16 | call.number]; }

 private:
    std::unordered_map<std::uint32_t, std::uint64_t> counts_;  // by ABI and number; only what a rule with `when=` is about
};

/// The rule that applies to this call of this thread; counts it. nullptr: it passes.
[[nodiscard]] const InjectRule* rule_for(const RulePlan& plan, RuleCounters& counters, SyscallId call);

/// What such a rule does before the call.
[[nodiscard]] Decision decision_at_entry(const InjectRule& rule, const SyscallEntry& entry);
/// What it does behind it; `args` are those of the entry.
[[nodiscard]] Decision decision_at_exit(const InjectRule& rule, SyscallId call, const Arguments& args);
/// Arguments (from 0) that it would poke, but that the call does not have.
[[nodiscard]] std::vector<std::uint8_t> arguments_missing(const InjectRule& rule, SyscallId call);

}  // namespace troupe
