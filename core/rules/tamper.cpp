#include <algorithm>

#include "troupe/core/rule_plan.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {

namespace {

std::size_t argument_count(SyscallId call) {
    const SyscallRow* row = row_of(call);
    return row == nullptr ? max_args : signature_of(*row, call.abi).count;
}

std::vector<Poke> pokes_at(const std::vector<ArgumentPoke>& pokes, SyscallId call, const Arguments& args) {
    std::vector<Poke> placed;
    for (const ArgumentPoke& poke : pokes) {
        if (poke.argument < argument_count(call)) placed.push_back({args[poke.argument], poke.bytes});
    }
    return placed;
}

}  // namespace

const InjectRule* rule_for(const RulePlan& plan, RuleCounters& counters, SyscallId call) {
    const InjectRule* rule = plan.of(call);
    if (rule == nullptr || rule->when.always()) return rule;
    return rule->when.includes(counters.count(call)) ? rule : nullptr;
}

Decision decision_at_entry(const InjectRule& rule, const SyscallEntry& entry) {
    Decision decision;
    decision.error = rule.error;
    decision.retval = rule.retval;
    decision.signal = rule.signal;
    if (rule.replaces_call() && rule.instead != nullptr) {
        decision.instead = static_cast<std::uint32_t>(rule.instead->numbers[index_of(entry.call.abi)]);
    }
    decision.delay = rule.delay_enter;
    decision.pokes = pokes_at(rule.poke_enter, entry.call, entry.args);
    decision.wants_exit = decision.instead || rule.delay_exit || !rule.poke_exit.empty();
    return decision;
}

Decision decision_at_exit(const InjectRule& rule, SyscallId call, const Arguments& args) {
    Decision decision;
    decision.delay = rule.delay_exit;
    decision.pokes = pokes_at(rule.poke_exit, call, args);
    return decision;
}

std::vector<std::uint8_t> arguments_missing(const InjectRule& rule, SyscallId call) {
    std::vector<std::uint8_t> missing;
    for (const auto* pokes : {&rule.poke_enter, &rule.poke_exit}) {
        for (const ArgumentPoke& poke : *pokes) {
            const bool known = std::ranges::find(missing, poke.argument) != missing.end();
            if (poke.argument >= argument_count(call) && !known) missing.push_back(poke.argument);
        }
    }
    return missing;
}

}  // namespace troupe
