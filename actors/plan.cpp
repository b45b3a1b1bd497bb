#include "actors/plan.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

/// What a command of ours calls under its filter until its execve, and to say that this failed (core/ptrace/launch.cpp): the kernel must
/// not fail these by itself. They stop, and we know that they are not the program's yet.
constexpr std::array<std::string_view, 15> calls_of_a_launch = {
    "setgroups",   "setgroups32",    "setregid", "setregid32", "setreuid", "setreuid32", "rt_sigaction", "sched_setaffinity",
    "close_range", "rt_sigprocmask", "execve",   "execveat",   "write",    "exit_group", "exit"};

bool is_of_a_launch(SyscallId call) {
    const SyscallRow* row = row_of(call);
    return row != nullptr && std::ranges::find(calls_of_a_launch, row->name) != calls_of_a_launch.end();
}

}  // namespace

bool wants_calls(const SyscallSet& traced, const ScriptWishes& scripts, const RulePlan& rules) {
    return !scripts.loaded || scripts.hooks.any_call() || scripts.observed.any_call() || !traced.empty() || !rules.empty();
}

PlanBoard::PlanBoard(const SyscallSet& traced, const ScriptWishes& scripts, bool filter, RulePlan rules, Subscription ours)
    : traced_(traced), rules_(std::move(rules)), ours_(std::move(ours)) {
    auto first = make(scripts, 1);
    if (filter && first->wants_calls) {
        launch_lanes_ = first->lanes;
        launch_filter_ = with_stops_for_untraced_children(first->program);
        first = make(scripts, 1);
    }
    const Lock lock(mutex_);
    current_ = std::move(first);
    revision_.store(1, std::memory_order_release);
}

std::shared_ptr<const Plan> PlanBoard::make(const ScriptWishes& scripts, std::uint64_t revision) const {
    Subscription wanted = scripts.hooks;
    wanted |= scripts.observed;
    traced_.add_to(wanted);
    FixedErrors fixed;
    rules_.add_to(wanted, fixed);
    std::erase_if(fixed, [&wanted](const auto& failing) {
        const bool stops = is_of_a_launch(failing.first);
        if (stops) {
            wanted.add(failing.first, {.entry = true, .exit = false});
        }
        return stops;
    });
    auto plan = std::make_shared<Plan>();
    plan->revision = revision;
    plan->hooks = scripts.hooks;
    plan->observed = scripts.observed;
    plan->asked = Lanes(wanted, fixed);
    wanted |= ours_;
    plan->lanes = Lanes(wanted, fixed);
    plan->program = compile(plan->lanes);
    plan->wants_calls = wants_calls(traced_, scripts, rules_);
    plan->filter_suffices = !launch_filter_.empty() && plan->lanes.within(launch_lanes_);
    return plan;
}

bool PlanBoard::first_trouble_of(const InjectRule& rule) {
    const Lock lock(mutex_);
    return in_trouble_.insert(&rule).second;
}

void PlanBoard::publish(const ScriptWishes& scripts) {
    const std::uint64_t next = revision() + 1;
    auto plan = make(scripts, next);
    const Lock lock(mutex_);
    current_ = std::move(plan);
    revision_.store(next, std::memory_order_release);
}

std::shared_ptr<const Plan> PlanBoard::current() const {
    const Lock lock(mutex_);
    return current_;
}

}  // namespace troupe
