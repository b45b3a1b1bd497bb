#include "actors/worker/call_path.hpp"

#include <asm/unistd.h>

#include <cerrno>
#include <limits>
#include <utility>

#include "actors/child_waits.hpp"
#include "actors/signal_waits.hpp"
#include "actors/user_fault_calls.hpp"
#include "actors/worker/answers.hpp"
#include "actors/worker/meant_call.hpp"
#include "actors/worker/seen_arguments.hpp"
#include "troupe/core/clock.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

using At = Moment::At;

/// For a thread that was woken to stop with a signal. The end of its process comes in between, so it is long enough for busy machines.
constexpr std::chrono::nanoseconds time_to_die = std::chrono::milliseconds(100);

/// What restart_syscall resumes, by name: the call before it, whatever that was, as long as it was traced. It has static storage.
std::string_view resumed_by(SyscallId call, const CallInProgress& last) {
    const std::uint32_t restart = call.abi == Abi::i386 ? 0 : __NR_restart_syscall;
    const bool is_told = call.number == restart && (last.shown.qualifiers & qualifier::trace) != 0;
    const SyscallRow* row = is_told ? row_of(last.call) : nullptr;
    return row == nullptr ? std::string_view{} : row->name;
}

std::int64_t sign_extended(std::int64_t result, Abi abi) { return abi == Abi::i386 ? static_cast<std::int32_t>(result) : result; }

/// A result that a rule puts in. What does not fit in 32 bits is shown whole: a 64-bit program that calls by `int $0x80` gets it whole, and
/// that a 32-bit one gets its lower half has been said (core/expression/inject_values.cpp).
std::int64_t shown_retval(std::int64_t value, Abi abi) {
    const bool fits = value >= std::numeric_limits<std::int32_t>::min() && value <= std::numeric_limits<std::uint32_t>::max();
    return fits ? sign_extended(value, abi) : value;
}

void note(CallInProgress& call, const Decision& decision) {
    if (!decision.notes.empty()) {
        std::vector<std::string>& notes = call.more().notes;
        notes.insert(notes.end(), decision.notes.begin(), decision.notes.end());
    }
}

/// What of a decision at the entry is to be known until the exit.
void note(CallInProgress& call, const Applied& applied) {
    call.injected = applied.replaced_call;
    call.void_number = applied.replaced_call && !applied.result_at_exit;
    call.result_at_exit = applied.result_at_exit;
    call.delayed = call.delayed || applied.delay;
    if (!applied.own_arguments.empty()) {
        call.more().own_arguments = applied.own_arguments;
        call.arguments_injected = true;
    }
}

CallRegisters registers_of(const SyscallInfo& made, const SyscallEntry& meant, CallRole role) {
    if (meant.call != made.call) {
        return CallRegisters::in_memory;
    }
    return role == CallRole::spawn ? CallRegisters::inherited : CallRegisters::its_own;
}

/// What hooks set is put back, once. A program that was executed has registers of its own.
Decision give_back_arguments(CallInProgress& call, const SyscallInfo& info) {
    const bool is_replaced = call.role == CallRole::execve && info.at == SyscallInfo::At::exit && info.error == 0;
    call.wanted.by_arguments = false;
    return is_replaced ? Decision{} : Decision{.arguments = std::move(call.more().own_arguments)};
}

}  // namespace

void CallPath::Served::take(const std::optional<Applied>& applied) {
    gone = gone || !applied;
    if (applied && applied->delay) {
        delay = applied->delay;
    }
}

Onward CallPath::entry(Tracee& tracee, Stop& stop, const SyscallInfo& seen, bool by_filter) {
    SyscallInfo info = seen;
    const CallRole role = role_of(info.call);
    tracee.instruction_pointer = info.instruction_pointer;
    const bool filtered = tracee.has_filter || (by_filter && !tracee.facts.attached && !here_.stage.plans.launch_filter().empty());
    const auto next = lifecycle::step(tracee.state, lifecycle::EntryStop{.by_filter = by_filter, .execve = role == CallRole::execve});
    tracee.state = next.state;
    here_.refresh_plan();
    if (role == CallRole::waits_for_child && looks_for_ends(info.call, info.args)) {
        parts_.lifetimes.reap_children_of(tracee);
    }
    const bool is_new = next.report == lifecycle::Report::entry;
    if (is_new) {
        end_call_about_cpus(tracee);  // one without an exit
        tracee.call.close();
        tracee.call.void_number = false;
    }
    Served served{.wanted = tracee.call.wanted};
    if (is_new && here_.plan().wants_calls && is_wanted(info)) {
        served = begin(tracee, stop.stopped, info, role);
        parts_.residence.note_call(tracee, role);
    }
    if (role == CallRole::spawn) {
        note_spawn(tracee, info, filtered);
    }
    if (role == CallRole::user_faults && asks_for_user_faults(info.call, info.args)) {
        here_.stage.registry.user_faults().expect();
    }
    if (is_new && role == CallRole::about_cpus) {
        begin_call_about_cpus(here_.stage.affinity, tracee, info);
        tracee.call.call = info.call;
        served.wanted.by_affinity = true;
    }
    if (role == CallRole::waits_for_signal && is_about_to_be_killed(tracee.facts.id.tid)) {
        served.delay = std::max(served.delay.value_or(time_to_die), time_to_die);
    }
    if (role == CallRole::seccomp || tracee.is_strict) {
        const Decision decision = strict_mode_answer(here_.tasks, tracee, info, filtered, here_.stage.own_filters);
        served.take(here_.act(tracee, stop.stopped, decision, {At::entry, info.call.abi}));
    }
    const bool is_its_own = by_filter && parts_.filters.is_stopped_by_its_own(tracee, stop.stopped, seen);
    if (is_its_own && !tracee.call.injected) {
        served.take(here_.act(tracee, stop.stopped, {.error = ENOSYS}, {At::entry, info.call.abi}));
    }
    if (role == CallRole::seccomp && filtered && !is_its_own) {
        begin_filter_call(tracee, stop.stopped, info, served);
    }
    if (by_filter && !is_its_own && parts_.untraced.begin(here_.kernel, stop.stopped, info, tracee.memory)) {
        served.wanted.by_clone = true;
    }
    if (tracee.makes_unseen_thread && !served.wanted.any()) {  // no exit tells whether it did
        here_.stage.registry.user_faults().expect();
    }
    tracee.call.wanted = served.wanted;
    tracee.state = lifecycle::step(tracee.state, lifecycle::ExitDecided{served.wanted.any()}).state;
    return onward(tracee, stop, served);
}

/// Also where no call is wanted any more, so that it was not begun as others are.
void CallPath::begin_filter_call(Tracee& tracee, const Stopped& stopped, const SyscallInfo& info, Served& served) {
    const FilterWatch::Begun begun = parts_.filters.entry(tracee, info);
    if (!begun.wants_exit) {
        return;
    }
    tracee.call.call = info.call;
    tracee.call.args = info.args;
    served.wanted.by_filters = true;
    served.waits_for_others = begun.waits;
    served.take(here_.act(tracee, stopped, begun.decision, {At::entry, info.call.abi}));
}

/// Where there is no filter in the kernel, the same program decides here.
bool CallPath::is_wanted(const SyscallInfo& info) const {
    return evaluate(here_.plan().program, as_filters_see(info)) != SECCOMP_RET_ALLOW;
}

/// `info` becomes the call that hooks make of it: what is asked about it afterwards is about what the kernel will see.
CallPath::Served CallPath::begin(Tracee& tracee, const Stopped& stopped, SyscallInfo& info, CallRole role) {
    CallInProgress& call = tracee.call;
    const SyscallEntry entry = meant_call(info, tracee.memory);
    const std::string_view interrupted = resumed_by(entry.call, call);
    std::destroy_at(&call);
    ::new (&call) CallInProgress{.call = entry.call,
                                 .shown = {.args = entry.args, .qualifiers = here_.recorder.qualifiers(entry.call)},
                                 .args = entry.args,
                                 .interrupted = interrupted,
                                 .stack_pointer = entry.stack_pointer,
                                 .role = role,
                                 .registers = registers_of(info, entry, role)};
    Served served;
    served.wanted.by_observer = parts_.observers.entry(tracee, entry);
    const Interest hooks = here_.interest_in(tracee, entry, here_.plan().hooks);
    served.wanted.by_hook = hooks.exit;
    if (hooks.exit) {
        call.began = call.began != 0 ? call.began : monotonic_ns();
        call.line_waits = hooks.whole_line;
        if (role == CallRole::execve && (call.extras == nullptr || !call.extras->seen)) {
            call.more().seen = seen_arguments(tracee);
        }
    }
    const bool passes = filter_.passes(tracee, entry);
    if (!passes) {
        call.shown.qualifiers &= ~qualifier::trace;
    }
    Decision decision = passes ? decide_by_rules(tracee, stopped, entry, served) : Decision{};
    if (hooks.entry) {
        decision = ask_hooks(tracee, entry, std::move(decision));
        served.leaves = decision.detach;
    }
    for (const NewArgument& one : decision.arguments) {
        call.args.at(one.argument) = info.args.at(one.argument) = one.value;
    }
    served.wanted.by_decision = decision.wants_exit;
    served.wanted.printed = (call.shown.qualifiers & qualifier::trace) != 0;
    if (served.wanted.printed) {
        print_entry(tracee, stopped);
    }
    const auto applied = here_.act(tracee, stopped, decision, {At::entry, call.call.abi});
    served.take(applied);
    if (applied) {
        note(call, *applied);
        served.wanted.by_arguments = !applied->own_arguments.empty();
    }
    return served;
}

/// The bytes that a rule pokes are written on the way.
Decision CallPath::decide_by_rules(Tracee& tracee, const Stopped& stopped, const SyscallEntry& entry, Served& served) {
    CallInProgress& call = tracee.call;
    Decision decision = rules_.entry(tracee, entry);
    if (!decision.pokes.empty()) {
        const Decision pokes{.pokes = std::exchange(decision.pokes, {})};
        const auto applied = here_.act(tracee, stopped, pokes, {At::entry, call.call.abi});
        served.take(applied);
        rules_.note_written(tracee, applied.value_or(Applied{}));
    }
    return decision;
}

/// After rules, whose decisions theirs go over.
Decision CallPath::ask_hooks(Tracee& tracee, const SyscallEntry& entry, Decision decision) {
    CallInProgress& call = tracee.call;
    const Decision asked = here_.ask(entry, tracee, call.shown.qualifiers, decision);
    for (const NewArgument& one : asked.arguments) {
        call.shown.args.at(one.argument) = one.value;
    }
    if (asked.shown) {
        call.shown = *asked.shown;
    }
    note(call, asked);
    call.tampered_by_hook = asked.replaces_call() || !asked.arguments.empty() || asked.signal || asked.delay || !asked.pokes.empty();
    if (asked.replaces_call()) {
        call.retval_of_rule.reset();
    }
    return merge(std::move(decision), asked);
}

void CallPath::print_entry(Tracee& tracee, const Stopped& stopped) {
    const Abi abi = tracee.call.call.abi;
    if (abi != tracee.abi) {
        tracee.abi = abi;
        here_.recorder.personality(tracee);
    }
    if (!here_.counter.replaces_trace()) {
        note_stack(tracee, stopped);
        here_.recorder.entry(tracee);
    }
    here_.counter.begin(tracee);
}

/// As it is at the entry: afterwards another program may be there, other files may be mapped, or nothing is left. The command that we start
/// makes its execve in code of ours, which is no part of the program: there, where that begins.
void CallPath::note_stack(Tracee& tracee, const Stopped& stopped) {
    if (!here_.stage.config.printing.stack.wanted) {
        return;
    }
    CallInProgress& call = tracee.call;
    call.stack_at_exit = call.role == CallRole::execve && parts_.launch.is_launching(tracee.facts.id.tid);
    if (!call.stack_at_exit) {
        call.more().stack = here_.stack_of(tracee, stopped);
    }
}

Onward CallPath::exit(Tracee& tracee, Stop& stop, const SyscallInfo& info) {
    const lifecycle::Step next = lifecycle::step(tracee.state, lifecycle::ExitStop{});
    tracee.state = next.state;
    tracee.instruction_pointer = info.instruction_pointer;
    if (parts_.untraced.any()) {
        parts_.untraced.end(here_.kernel, stop.stopped, tracee.memory);
    }
    parts_.residence.note_exit(tracee);
    if (std::exchange(tracee.makes_unseen_thread, false) && info.error == 0) {
        here_.stage.registry.user_faults().expect();  // it may ask for them without our seeing it
    }
    if (std::exchange(tracee.makes_unfollowed, false) && info.error == 0 && info.result > 0) {
        parts_.own_children.note(here_.tasks, static_cast<pid_t>(info.result));
    }
    end_call_about_cpus(tracee);
    Served served;
    if (next.report == lifecycle::Report::exit) {
        served = end(tracee, stop.stopped, info);
    }
    if (info.error != 0 && parts_.launch.is_launching(tracee.facts.id.tid)) {
        tracee.state = lifecycle::step(tracee.state, lifecycle::LaunchFailed{}).state;
    }
    tracee.call.close();
    return onward(tracee, stop, served);
}

void CallPath::end_call_about_cpus(Tracee& tracee) {
    if (std::exchange(tracee.call.wanted.by_affinity, false)) {
        here_.stage.affinity.end_call(tracee.facts.id);
    }
}

CallPath::Served CallPath::end(Tracee& tracee, const Stopped& stopped, SyscallInfo info) {
    CallInProgress& call = tracee.call;
    Served served;
    here_.counter.stop_clock(tracee);
    apply_ours_at_exit(tracee, stopped, info, served);
    call.shown.result = sign_extended(info.result, call.call.abi);
    call.shown.error = info.error;
    if (call.retval_of_rule && !call.wanted.by_hook) {
        call.shown.result = shown_retval(*call.retval_of_rule, call.call.abi);
        call.shown.error = 0;
    }
    if (call.wanted.by_hook) {
        const Decision decision = here_.ask(exit_of(call, info.error), tracee, call.shown.qualifiers);
        if (decision.shown) {
            call.shown = *decision.shown;
        }
        note(call, decision);
        served.leaves = decision.detach;
        served.take(here_.act(tracee, stopped, decision, {At::exit, call.call.abi}));
    }
    if (call.wanted.by_observer) {
        parts_.observers.exit(tracee, info.error);
    }
    if (call.wanted.printed && is_within_limit(call)) {
        here_.counter.count(tracee);
        if (!here_.counter.replaces_trace()) {
            if (call.stack_at_exit && info.error == 0) {
                call.more().stack = here_.stack_of(tracee, stopped);
            }
            here_.recorder.exit(tracee);
        }
    }
    return served;
}

/// Only calls that are shown count, and behind the last none is.
bool CallPath::is_within_limit(const CallInProgress& call) const {
    const Stage& stage = here_.stage;
    if (!stage.config.stop_after.any() ||
        !stage.config.output.endings.contain(status_of(call), static_cast<std::uint32_t>(call.shown.error))) {
        return true;
    }
    const CallLimit::Count count = stage.limit.count();
    if (count == CallLimit::Count::the_last) {
        stage.tell(notices::LimitReached{});
    }
    return count != CallLimit::Count::too_late;
}

/// What we, and rules, have to do at the exit; hooks and the printer see it.
void CallPath::apply_ours_at_exit(Tracee& tracee, const Stopped& stopped, SyscallInfo& info, Served& served) {
    CallInProgress& call = tracee.call;
    const Moment moment{At::exit, call.call.abi};
    if (call.wanted.by_filters) {
        const Decision answer = parts_.filters.exit(tracee, stopped, info);
        served.take(here_.act(tracee, stopped, answer, moment));
        if (answer.retval) {
            show_result(info, *answer.retval, call.call.abi);
        }
    }
    if (call.wanted.by_arguments) {
        served.take(here_.act(tracee, stopped, give_back_arguments(call, info), moment));
    }
    const auto result = std::exchange(call.result_at_exit, std::nullopt);
    if (!result && call.rule == nullptr) {
        return;
    }
    Decision decision = rules_.exit(tracee);
    decision.retval = result;
    const auto applied = here_.act(tracee, stopped, decision, moment);
    served.take(applied);
    rules_.note_written(tracee, applied.value_or(Applied{}));
    if (result) {
        show_result(info, *result, call.call.abi);
    }
}

/// A child that is not traced would take our CPU for its own.
void CallPath::note_spawn(Tracee& tracee, const SyscallInfo& info, bool filtered) {
    const bool unseen = !here_.stage.config.follow || (!filtered && makes_untraced_child(info, tracee.memory));
    tracee.makes_unseen_thread = unseen && makes_sibling(info, tracee.memory);
    tracee.makes_unfollowed = !here_.stage.config.follow;
    if (unseen && tracee.talk.is_talkative()) {
        parts_.residence.note_untraced_child(tracee);
    }
}

/// A delay keeps the tracee in its stop; the worker goes on with the others. What may take it out of that: the time is over; it dies, or
/// its process calls execve, which are reported as ever; we end, and detach it.
Onward CallPath::onward(Tracee& tracee, Stop& stop, const Served& served) {
    if (served.gone) {
        return Onward::gone;
    }
    if (served.leaves) {
        return Onward::leaves;
    }
    if (!served.delay || served.delay->count() == 0) {
        if (!served.waits_for_others) {
            return Onward::resume;
        }
        parts_.held.hold(tracee.facts.id, std::move(stop), HeldTracees::Why::filters);
        return Onward::held;
    }
    const std::uint64_t until = monotonic_ns() + static_cast<std::uint64_t>(served.delay->count());
    parts_.held.hold(tracee.facts.id, std::move(stop), HeldTracees::Why::delay, until);
    here_.stage.tell(notices::WakeAt{until, here_.index});
    return Onward::held;
}

void CallPath::finish_for_detach(Tracee& tracee, const Stop& stop) {
    CallInProgress& call = tracee.call;
    const auto result = std::exchange(call.result_at_exit, std::nullopt);
    Decision decision;
    Moment moment{At::other, call.call.abi};
    if (std::holds_alternative<lifecycle::Inside>(tracee.state) && (result || call.wanted.by_arguments)) {
        const auto info = here_.kernel.syscall_info(stop.stopped);
        const bool at_exit = info && info->at == SyscallInfo::At::exit;
        moment.at = at_exit ? At::exit : At::entry;
        if (info && info->at != SyscallInfo::At::none) {
            decision = call.wanted.by_arguments ? give_back_arguments(call, *info) : Decision{};
            decision.retval = result;
        }
    }
    (void)here_.act(tracee, stop.stopped, decision, moment);
}

}  // namespace troupe
