#include <algorithm>

#include "troupe/core/check.hpp"
#include "troupe/core/rule_plan.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {

namespace {

Interest interest_of(const InjectRule& rule) {
    return {.entry = true, .exit = rule.delay_exit || !rule.poke_exit.empty() || (rule.replaces_call() && rule.instead != nullptr)};
}

}  // namespace

RulePlan::RulePlan(std::vector<InjectRule> rules, const SyscallSet& within) : rules_(std::move(rules)) {
    TROUPE_CHECK(rules_.size() < no_rule, "more rules than a command line has room for");
    for (const Abi abi : all_abis) {
        std::vector<std::uint16_t>& numbers = by_number_[index_of(abi)];
        numbers.assign(rules_.empty() ? 0 : syscall_limit(abi), no_rule);
        for (std::uint32_t number = 0; number < numbers.size(); ++number) {
            if (row_of({abi, number}) == nullptr || !within.contains({abi, number})) continue;
            for (std::size_t i = 0; i < rules_.size(); ++i) {
                if (rules_[i].calls.contains({abi, number})) numbers[number] = static_cast<std::uint16_t>(i);
            }
        }
    }
}

RulePlan RulePlan::by_arguments(std::vector<InjectRule> rules, const SyscallSet& within) {
    RulePlan plan(std::move(rules), within);
    plan.by_arguments_ = true;
    return plan;
}

const InjectRule* RulePlan::of(SyscallId call) const {
    const std::vector<std::uint16_t>& numbers = by_number_[index_of(call.abi)];
    if (call.number >= numbers.size() || numbers[call.number] == no_rule) return nullptr;
    return &rules_[numbers[call.number]];
}

void RulePlan::add_to(Subscription& wanted, FixedErrors& fixed) const {
    for (const Abi abi : all_abis) {
        for (std::uint32_t number = 0; number < by_number_[index_of(abi)].size(); ++number) {
            const SyscallId call{abi, number};
            const InjectRule* rule = of(call);
            if (rule == nullptr) continue;
            if (const auto error = rule->fixed_error(); error && !by_arguments_) {
                fixed[call] = static_cast<std::uint16_t>(*error);
            } else {
                wanted.add(call, interest_of(*rule));
            }
        }
    }
}

bool RulePlan::reaches_beyond(const SyscallSet& calls) const {
    for (const Abi abi : all_abis) {
        for (std::uint32_t number = 0; number < by_number_[index_of(abi)].size(); ++number) {
            if (of({abi, number}) != nullptr && !calls.contains({abi, number})) return true;
        }
    }
    return false;
}

}  // namespace troupe
