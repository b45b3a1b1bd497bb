#include "troupe/actors/engine.hpp"

#include <fmt/format.h>

#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "actors/call_roles.hpp"
#include "actors/child_waits.hpp"
#include "actors/executor.hpp"
#include "actors/filter_calls.hpp"
#include "actors/filter_choice.hpp"
#include "actors/log.hpp"
#include "actors/output/output.hpp"
#include "actors/plan.hpp"
#include "actors/requirements.hpp"
#include "actors/script_effects.hpp"
#include "actors/signal_waits.hpp"
#include "actors/strict_mode.hpp"
#include "actors/supervisor/supervisor.hpp"
#include "actors/user_fault_calls.hpp"
#include "troupe/core/filter.hpp"

namespace troupe {
namespace {

ScriptWishes wishes_of(const Hooks& hooks) { return {true, hooks.subscription(), hooks.observed()}; }

/// Those of which the arguments may say that they are printed.
SyscallSet calls_printed(const Printing& printing) {
    SyscallSet calls = printing.traced;
    if (!printing.files.empty()) {
        calls.keep(calls_that_touch());
    }
    return calls;
}

/// Rules act on calls that are printed; where none is wanted to be, on all.
RulePlan rules_of(const EngineConfig& config) {
    const Printing& printing = config.printing;
    SyscallSet within = printing.traced.empty() ? SyscallSet::all() : printing.traced;
    if (printing.files.empty()) {
        return RulePlan(config.rules, within);
    }
    within.keep(calls_that_touch());
    return RulePlan::by_arguments(config.rules, within);
}

RunResult ended_by(const ScriptStop& stop, const std::string& program_name) {
    if (stop.kind == ScriptStop::Kind::error) {
        say_to_user(program_name, "lua: " + stop.message);
    }
    return {RunResult::How::status, stop.exit_status};
}

/// What scripts look for in the output of `strace -d`, in its words.
void say_what_works(const EngineConfig& config) {
    if (config.log_level > LogLevel::debug) {
        return;
    }
    say_to_user(config.program_name, "PTRACE_GET_SYSCALL_INFO works");
    if (config.command) {
        say_to_user(config.program_name, "PTRACE_O_EXITKILL works");
    }
}

}  // namespace

RunResult run_engine(const EngineConfig& config, std::optional<Urgent> urgent) {
    const Log log(config.program_name, config.log_level);
    ScriptEffects effects(log, config.output.format);

    // The executor speaks to a supervisor that is made after the main chunks told what they want.
    std::unique_ptr<Output> output;  // outlives the supervisor, whose workers have records for it
    const SyscallSet traced = calls_printed(config.printing);
    std::unique_ptr<PlanBoard> plans;
    std::unique_ptr<Supervisor> supervisor;
    std::optional<Executor> executor;
    if (config.hooks != nullptr) {
        executor.emplace(*config.hooks, effects,
                         Executor::Listener{.subscription_changed =
                                                [&](const Hooks& hooks) {
                                                    plans->publish(wishes_of(hooks));
                                                    supervisor->plan_changed();
                                                },
                                            .script_stopped = [&](const ScriptStop& stop) { supervisor->script_stopped(stop); },
                                            .timer_set = [&](std::uint64_t when) { supervisor->timer_set(when); }});
        if (const auto stop = executor->start()) {
            return ended_by(*stop, config.program_name);
        }
    }

    if (const auto met = meet_requirements(); !met) {
        say_to_user(config.program_name, "cannot start: " + met.error().text());
        return {RunResult::How::status, 1};
    }
    say_what_works(config);
    auto opened = Output::open(config.output);
    if (!opened) {
        say_to_user(config.program_name, opened.error().text());
        return {RunResult::How::status, 1};
    }
    output = std::move(*opened);
    effects.start_trace(*output);
    const ScriptWishes wanted = config.hooks != nullptr ? wishes_of(*config.hooks) : ScriptWishes{};
    Subscription ours = config.affinity == AffinityUse::automatic ? calls_about_affinity() : Subscription{};
    ours |= calls_for_user_faults();
    RulePlan rules = rules_of(config);
    const FilterChoice filter = wants_calls(traced, wanted, rules) ? choose_filter(config, log) : FilterChoice{};
    if (filter.ours) {
        ours |= calls_for_strict_mode();
        ours |= calls_about_filters();
        ours |= calls_that_look_for_ends();
        ours |= calls_that_take_signals();
    }
    if (config.output.columns.number && config.filter != FilterUse::on) {
        ours.add_all({.entry = true, .exit = false});  // before signals and exits stands the number of the last call, whichever it was
    }
    plans = std::make_unique<PlanBoard>(traced, wanted, filter.ours, std::move(rules), ours);
    if (plans->rules().reaches_beyond(traced)) {
        log.write(LogLevel::debug, "rules apply to calls that are not printed, too");
    }
    try {
        supervisor = std::make_unique<Supervisor>(config, log, executor ? &*executor : nullptr, *plans, *output, filter.sets_no_new_privs);
    } catch (const std::exception& error) {  // Asio's way to say that it got no descriptor
        say_to_user(config.program_name, std::string("cannot start: ") + error.what());
        return {RunResult::How::status, 1};
    }
    if (executor && executor->next_due() != 0) {
        supervisor->timer_set(executor->next_due());
    }
    const RunResult result = supervisor->run(std::move(urgent));
    effects.finish();
    return result;
}

}  // namespace troupe
