#include "actors/worker/call_rules.hpp"

#include <fmt/format.h>

#include <utility>

#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

constexpr std::int64_t largest_errno = 4095;

/// Of a call that lacks one, which is therefore in the tables.
std::size_t argument_count(SyscallId call) {
    const SyscallRow* row = row_of(call);
    return row == nullptr ? max_args : signature_of(*row, call.abi).count;
}

}  // namespace

void show_result(SyscallInfo& info, std::int64_t value, Abi abi) {
    const std::int64_t seen = abi == Abi::i386 ? static_cast<std::int32_t>(value) : value;
    const bool failed = seen < 0 && seen >= -largest_errno;
    info.error = failed ? static_cast<std::uint32_t>(-seen) : 0;
    info.result = failed ? -1 : value;
}

Decision CallRules::entry(Tracee& tracee, const SyscallEntry& entry) {
    // The command's own execve is not a call of the program: there is no program yet.
    const RulePlan& rules = here_.stage.plans.rules();
    const bool none = rules.empty() || launch_.is_launching(tracee.facts.id.tid);
    const InjectRule* rule = none ? nullptr : rule_for(rules, tracee.counters, entry.call);
    if (rule == nullptr) {
        return {};
    }
    Decision decision = decision_at_entry(*rule, entry);
    CallInProgress& call = tracee.call;
    call.fired = rule;
    if (decision.wants_exit) {
        call.rule = rule;
    }
    call.delayed = rule->delay_enter || rule->delay_exit;
    call.retval_of_rule = rule->retval;
    const auto missing = arguments_missing(*rule, entry.call);
    if (missing.empty() || !here_.stage.plans.first_trouble_of(*rule)) {
        return decision;
    }
    for (const std::uint8_t argument : missing) {
        here_.recorder.message(tracee,
                               fmt::format("Failed to tamper with process {}: requested to tamper with argument #{}, but system call '{}' "
                                           "has only {} arguments",
                                           tracee.facts.id.tid, argument + 1, name_of(entry.call), argument_count(entry.call)));
    }
    return decision;
}

Decision CallRules::exit(Tracee& tracee) {
    CallInProgress& call = tracee.call;
    if (call.rule == nullptr) {
        return {};
    }
    return decision_at_exit(*std::exchange(call.rule, nullptr), call.call, call.args);
}

void CallRules::note_written(Tracee& tracee, const Applied& applied) const {
    tracee.call.arguments_injected = tracee.call.arguments_injected || applied.wrote;
    for (const Poke& bytes : applied.unwritten) {
        here_.recorder.message(tracee, fmt::format("Failed to tamper with process {}: {} has no memory at {:#x} to poke {} bytes into",
                                                   tracee.facts.id.tid, name_of(tracee.call.call), bytes.address, bytes.bytes.size()));
    }
}

}  // namespace troupe
