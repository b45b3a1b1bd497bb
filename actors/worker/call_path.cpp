// What a worker does at the stops of a system call.
#include <linux/audit.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "actors/strict_mode.hpp"
#include "actors/worker/worker.hpp"
#include "troupe/core/procfs.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

/// The call that is meant: i386 `socketcall` and `ipc` carry others.
SyscallEntry meant(const SyscallInfo& info, Memory& memory) {
    SyscallEntry entry{
        .call = info.call, .args = info.args, .instruction_pointer = info.instruction_pointer, .stack_pointer = info.stack_pointer};
    const auto subcall = subcall_of(info.call, info.args[0]);
    if (!subcall) {
        return entry;
    }
    if (subcall->arguments_in_memory == 0) {
        entry.call = subcall->call;
        std::transform(subcall->order.begin(), subcall->order.end(), entry.args.begin(),
                       [&info](std::uint8_t place) { return info.args[place]; });
        return entry;
    }
    std::array<std::uint32_t, max_args> words{};
    const auto bytes = std::as_writable_bytes(std::span(words)).first(subcall->arguments_in_memory * sizeof(std::uint32_t));
    if (memory.read(info.args[1], bytes) != bytes.size()) {
        return entry;  // nobody knows what is meant
    }
    entry.call = subcall->call;
    entry.args = {};
    std::copy(words.begin(), words.end(), entry.args.begin());
    return entry;
}

/// The name of a call that the kernel makes again by restart_syscall, if it is one; it has static storage.
std::string_view interrupted_by_a_stop(const CallInProgress& last) {
    constexpr std::uint64_t restart_block = 516;  // ERESTART_RESTARTBLOCK, include/linux/errno.h
    const SyscallRow* row = last.shown.error == restart_block ? row_of(last.call) : nullptr;
    return row == nullptr ? std::string_view{} : row->name;
}

std::int64_t sign_extended(std::int64_t result, Abi abi) { return abi == Abi::i386 ? static_cast<std::int32_t>(result) : result; }

}  // namespace

void Worker::on_call(Tracee& tracee, Stopped stopped, bool by_filter) {
    auto info = syscall_info(stopped);
    if (!info) {
        complain(info.error());
        return;
    }
    switch (info->at) {
        case SyscallInfo::At::entry:
        case SyscallInfo::At::seccomp:
            on_entry(tracee, std::move(stopped), *info, by_filter);
            break;
        case SyscallInfo::At::exit:
            on_exit(tracee, std::move(stopped), *info);
            break;
        case SyscallInfo::At::none:
            go_on(tracee, std::move(stopped));
            break;
    }
}

/// Where there is no filter in the kernel, the same program decides here.
bool Worker::wanted_by_program(const SyscallInfo& info) const {
    seccomp_data call{};
    call.nr = static_cast<int>(info.call.abi == Abi::x32 ? info.call.number | x32_bit : info.call.number);
    call.arch = info.call.abi == Abi::i386 ? AUDIT_ARCH_I386 : AUDIT_ARCH_X86_64;
    std::ranges::copy(info.args, std::begin(call.args));
    return evaluate(plan_->program, call) != SECCOMP_RET_ALLOW;
}

void Worker::on_entry(Tracee& tracee, Stopped stopped, const SyscallInfo& info, bool by_filter) {
    const CallRole role = role_of(info.call);
    const lifecycle::Step next =
        lifecycle::step(tracee.state, lifecycle::EntryStop{.by_filter = by_filter, .execve = role == CallRole::execve});
    tracee.state = next.state;
    refresh_plan();
    const bool wanted = next.report == lifecycle::Report::entry && plan_->wants_calls && wanted_by_program(info);
    if (wanted) {
        begin_call(tracee, stopped, meant(info, tracee.memory));
        tracee.call.role = role;
        std::get<lifecycle::Inside>(tracee.state).watched |= is_about_affinity(role);
        heed(tracee);
    }
    if (role == CallRole::spawn && tracee.talk.is_talkative()) {
        const bool filtered = by_filter || tracee.has_filter;
        if (!stage_.config.follow || (!filtered && makes_untraced_child(info, tracee.memory))) {
            fall_quiet(tracee);  // a child that nobody traces takes our CPU for its own
        }
    }
    if (role == CallRole::seccomp || tracee.is_strict) {
        keep_strict_mode(tracee, stopped, info, by_filter || tracee.has_filter);
    }
    if (by_filter && untraced_.begin(stopped, info, tracee.memory)) {
        follow_to_exit(tracee, wanted);
    }
    go_on_after_delay(tracee, std::move(stopped));
}

void Worker::begin_call(Tracee& tracee, const Stopped& stopped, const SyscallEntry& entry) {
    CallInProgress& call = tracee.call;
    call = {.call = entry.call,
            .shown = {.args = entry.args, .qualifiers = recorder_.qualifiers(entry.call)},
            .args = entry.args,
            .interrupted = interrupted_by_a_stop(call),
            .stack_pointer = entry.stack_pointer};
    observe_entry(tracee, entry);
    const Interest interest = plan_->hooks.of(entry.call, entry.args);
    call.for_hook = interest.exit && stage_.executor != nullptr;
    Decision decision = tamper_at_entry(tracee, entry);
    if (interest.entry && stage_.executor != nullptr) {
        const Decision asked = ask(entry, tracee, call.shown.qualifiers, decision);
        decision = merge(std::move(decision), asked);
        if (asked.shown) {
            call.shown = *asked.shown;
        }
        call.tampered_by_hook = asked.replaces_call() || asked.signal || asked.delay || !asked.pokes.empty();
        if (asked.replaces_call()) {
            call.retval_of_rule.reset();
        }
    }
    call.printed = (call.shown.qualifiers & qualifier::trace) != 0;
    if (call.printed) {
        if (entry.call.abi != tracee.abi) {
            tracee.abi = entry.call.abi;
            recorder_.personality(tracee);
        }
        recorder_.entry(tracee);
    }
    apply(tracee, stopped, decision);
    std::get<lifecycle::Inside>(tracee.state).watched = call.printed || call.for_hook || call.for_observer || decision.wants_exit;
}

void Worker::keep_strict_mode(Tracee& tracee, const Stopped& stopped, const SyscallInfo& info, bool filtered) {
    if (tracee.is_strict) {
        if (!is_allowed_in_strict_mode(info.call)) {
            ::kill(stopped.tid(), SIGKILL);
        }
        return;
    }
    if (!filtered || tracee.call.injected || !asks_for_strict_mode(info.call, info.args)) {
        return;
    }
    const auto status = procfs::status_of(stopped.tid());
    if (!status || status->filters != stage_.own_filters + 1) {
        return;  // a filter of its own as well: the kernel refuses, with or without us
    }
    if (auto done = replace_call(stopped, 0); !done) {
        complain(done.error());
    }
    tracee.is_strict = true;
}

/// Also a call that nobody else is interested in (not `begun`).
void Worker::follow_to_exit(Tracee& tracee, bool begun) {
    auto* inside = std::get_if<lifecycle::Inside>(&tracee.state);
    if (inside != nullptr && !inside->watched) {
        inside->watched = true;
        if (!begun) {
            tracee.call = {};
        }
    }
}

void Worker::on_exit(Tracee& tracee, Stopped stopped, const SyscallInfo& info) {
    const lifecycle::Step next = lifecycle::step(tracee.state, lifecycle::ExitStop{});
    tracee.state = next.state;
    if (untraced_.any()) {
        untraced_.end(stopped, tracee.memory);
    }
    tracee.talk.wake(*stage_.loads);
    if (next.report == lifecycle::Report::exit) {
        if (info.error == 0 && !tracee.call.injected) {
            answer_affinity(tracee, info.result);
        }
        end_call(tracee, stopped, info);
    }
    if (launch_report_ && stage_.registry.is_command(tracee.facts.id.tid) && info.error != 0) {
        tracee.state = lifecycle::Launching{};  // its execve failed: what comes now is our own way of saying so
    }
    if (tracee.talk.bound_for && !tracee.call.delay && hand_over(tracee, stopped)) {
        return;
    }
    go_on_after_delay(tracee, std::move(stopped));
}

void Worker::end_call(Tracee& tracee, const Stopped& stopped, SyscallInfo info) {
    CallInProgress& call = tracee.call;
    tamper_at_exit(tracee, stopped, info);
    call.shown.result = sign_extended(info.result, call.call.abi);
    call.shown.error = info.error;
    if (call.retval_of_rule && !call.for_hook) {
        call.shown.result = sign_extended(*call.retval_of_rule, call.call.abi);
        call.shown.error = 0;
    }
    if (call.for_hook) {
        const Decision decision = ask(exit_of(call, info.error), tracee, call.shown.qualifiers);
        if (decision.shown) {
            call.shown = *decision.shown;
        }
        apply(tracee, stopped, decision);
    }
    if (call.for_observer) {
        observe_exit(tracee, info.error);
    }
    if (call.printed) {
        recorder_.exit(tracee);
    }
}

Decision Worker::ask(const Event& event, Tracee& tracee, unsigned qualifiers, const Decision& so_far) {
    ++ledger_.asked;
    EventView view(event, tracee.facts, tracee.memory, so_far, stage_.executor->next_sequence(), qualifiers);
    recorder_.send_off();
    Decision decision = stage_.executor->ask(view);
    if (stage_.executor->script_over() && !tracee.facts.attached) {
        ::kill(tracee.facts.id.tid, SIGKILL);  // before it goes on: not one call more
    }
    return decision;
}

/// Does what was decided, but for resuming.
void Worker::apply(Tracee& tracee, const Stopped& stopped, const Decision& decision) {
    const auto check = [this](const Result<void>& done) {
        if (!done) {
            complain(done.error());
        }
    };
    for (const Poke& bytes : tracee.memory.take_pokes()) {
        check(poke(stopped, bytes.address, bytes.bytes));
    }
    for (const Poke& bytes : decision.pokes) {
        check(poke(stopped, bytes.address, bytes.bytes));
    }
    if (decision.delay) {
        tracee.call.delay = decision.delay;
        tracee.call.delayed = true;
    }
    if (decision.replaces_call()) {
        const std::int64_t result = decision.error ? -static_cast<std::int64_t>(*decision.error) : *decision.retval;
        if (decision.instead) {
            check(call_instead(stopped, {tracee.call.call.abi, *decision.instead}));
            tracee.call.result_at_exit = result;
        } else {
            check(replace_call(stopped, result));
        }
        tracee.call.injected = true;
    }
    if (decision.signal) {
        // At a filter's stop the kernel does not take a signal with the resumption, so it is sent; on_signal gives it the
        // origin that one taken at a syscall stop has, so that both ways look alike.
        tracee.injected_signal = decision.signal;
        ::syscall(SYS_tkill, stopped.tid(), *decision.signal);
    }
}

}  // namespace troupe
