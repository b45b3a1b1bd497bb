// What rules do to calls, without Lua: they are asked first, and a hook's decision goes over theirs, kind by kind.
//
// Bytes are poked before a hook is asked and before anything is printed, so that both see what the kernel will. A delay keeps the tracee in
// its stop, and the right to act on it with the tracee; the worker goes on with the others. What may take a tracee out of a delay: its time
// is over; it dies, which is reported as ever, or its process calls execve, which is the same; we end, and let it go.
#include <fmt/format.h>
#include <signal.h>

#include <utility>

#include "actors/worker/worker.hpp"
#include "troupe/core/clock.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

constexpr std::int64_t largest_errno = 4095;

/// As PTRACE_GET_SYSCALL_INFO tells the result `value` of a call of `abi`.
void show_result(SyscallInfo& info, std::int64_t value, Abi abi) {
    const std::int64_t seen = abi == Abi::i386 ? static_cast<std::int32_t>(value) : value;
    const bool failed = seen < 0 && seen >= -largest_errno;
    info.error = failed ? static_cast<std::uint32_t>(-seen) : 0;
    info.result = failed ? -1 : value;
}

}  // namespace

Decision Worker::tamper_at_entry(Tracee& tracee, const SyscallEntry& entry) {
    // The command's own execve is not a call of the program: there is no program yet.
    const bool launching = launch_report_ && stage_.registry.is_command(tracee.facts.id.tid);
    const RulePlan& rules = stage_.plans.rules();
    const InjectRule* rule = rules.empty() || launching ? nullptr : rule_for(rules, tracee.counters, entry.call);
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
    for (const std::uint8_t argument : arguments_missing(*rule, entry.call)) {
        stage_.notices.trouble(
            fmt::format("Failed to tamper with process {}: {} has no argument {}", tracee.facts.id.tid, name_of(entry.call), argument + 1));
    }
    poke_for_rule(tracee, std::exchange(decision.pokes, {}));
    return decision;
}

void Worker::poke_for_rule(Tracee& tracee, const std::vector<Poke>& pokes) {
    for (const Poke& bytes : pokes) {
        if (tracee.memory.write(bytes.address, bytes.bytes) != Written::fault) {
            tracee.call.arguments_injected = true;
            continue;
        }
        stage_.notices.trouble(fmt::format("Failed to tamper with process {}: {} has no memory at {:#x} to poke {} bytes into",
                                           tracee.facts.id.tid, name_of(tracee.call.call), bytes.address, bytes.bytes.size()));
    }
}

void Worker::tamper_at_exit(Tracee& tracee, const Stopped& stopped, SyscallInfo& info) {
    CallInProgress& call = tracee.call;
    if (const auto result = std::exchange(call.result_at_exit, std::nullopt)) {
        if (auto done = set_result(stopped, *result); !done) {
            complain(done.error());
        }
        show_result(info, *result, call.call.abi);
    }
    if (call.rule == nullptr) {
        return;
    }
    const Decision decision = decision_at_exit(*std::exchange(call.rule, nullptr), call.call, call.args);
    poke_for_rule(tracee, decision.pokes);
    apply(tracee, stopped, {});
    call.delay = decision.delay;
}

/// Before a tracee is let go for ever: what its call was to have of us at its exit.
void Worker::settle_call(Tracee& tracee, const Stopped& stopped) {
    const CallInProgress& call = tracee.call;
    const auto result = std::exchange(tracee.call.result_at_exit, std::nullopt);
    if (!std::holds_alternative<lifecycle::Inside>(tracee.state) || (!result && !is_about_affinity(call.role))) {
        return;
    }
    const auto info = syscall_info(stopped);
    if (!info || info->at == SyscallInfo::At::none) {
        return;
    }
    if (!result) {
        if (info->at == SyscallInfo::At::exit && info->error == 0 && !call.injected) {
            answer_affinity(tracee, info->result);
        }
        return;
    }
    const auto done = info->at == SyscallInfo::At::exit ? set_result(stopped, *result) : replace_call(stopped, *result);
    if (!done) {
        complain(done.error());
    }
}

void Worker::go_on_after_delay(Tracee& tracee, Stopped stopped) {
    const auto delay = std::exchange(tracee.call.delay, std::nullopt);
    if (!delay || delay->count() == 0) {
        go_on(tracee, std::move(stopped));
        return;
    }
    const std::uint64_t until = monotonic_ns() + static_cast<std::uint64_t>(delay->count());
    tracee.hold.emplace(Hold{std::move(stopped), until});
    holds_.emplace(until, tracee.facts.id);
    stage_.notices.wake_at(until, index_);
}

void Worker::carry_out(const HoldsOver&) {
    const std::uint64_t now = monotonic_ns();
    while (!holds_.empty() && holds_.begin()->first <= now) {
        const auto [until, task] = *holds_.begin();
        holds_.erase(holds_.begin());
        Tracee* tracee = roster_.find(task.tid);
        if (tracee == nullptr || tracee->facts.id != task || !tracee->hold || tracee->hold->until != until) {
            continue;  // it died meanwhile
        }
        end_hold(*tracee);
    }
}

void Worker::end_hold(Tracee& tracee) { go_on(tracee, std::exchange(tracee.hold, std::nullopt).value().stopped); }

void Worker::let_go_of_held(Tracee& tracee) { let_go(tracee, std::exchange(tracee.hold, std::nullopt).value().stopped, 0); }

/// A filter of the tracee's own sees the number -1 where no call is made.
void Worker::explain_end(const Tracee& tracee, const Dying& how) const {
    if (how.killed && how.code == SIGSYS && tracee.call.injected && !tracee.call.result_at_exit) {
        stage_.notices.trouble(
            fmt::format("Process {} was killed by a seccomp filter of its own, which saw the number -1 in the place of {}; "
                        "let a call be made that it allows: syscall=getpid",
                        tracee.facts.id.tid, name_of(tracee.call.call)));
    }
}

}  // namespace troupe
