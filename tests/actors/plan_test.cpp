#include "actors/plan.hpp"

#include <gtest/gtest.h>
#include <linux/audit.h>
#include <sys/syscall.h>

#include <atomic>
#include <thread>

namespace troupe {
namespace {

constexpr SyscallId native(std::uint32_t number) { return {Abi::x86_64, number}; }

SyscallSet set_of(std::initializer_list<std::uint32_t> numbers) {
    SyscallSet set = SyscallSet::none();
    for (const std::uint32_t number : numbers) {
        set.insert(native(number));
    }
    return set;
}

ScriptWishes hooks_on(std::initializer_list<std::uint32_t> numbers, Interest interest = {.entry = true, .exit = false}) {
    ScriptWishes wishes{.loaded = true};
    for (const std::uint32_t number : numbers) {
        wishes.hooks.add(native(number), interest);
    }
    return wishes;
}

bool stops(const FilterProgram& program, std::uint32_t number) {
    seccomp_data call{};
    call.nr = static_cast<int>(number);
    call.arch = AUDIT_ARCH_X86_64;
    return evaluate(program, call) != SECCOMP_RET_ALLOW;
}

TEST(Plan, JoinsWhatIsTracedWithWhatHooksWant) {
    const SyscallSet traced = set_of({SYS_read});
    const PlanBoard board(traced, hooks_on({SYS_getppid}), true);
    const auto plan = board.current();
    EXPECT_EQ(plan->lanes.of(native(SYS_read)), Lane::exit);
    EXPECT_EQ(plan->lanes.of(native(SYS_getppid)), Lane::entry);
    EXPECT_EQ(plan->lanes.of(native(SYS_write)), Lane::none);
    EXPECT_TRUE(stops(plan->program, SYS_read));
    EXPECT_TRUE(stops(plan->program, SYS_getppid));
    EXPECT_FALSE(stops(plan->program, SYS_write));
    EXPECT_TRUE(plan->hooks.of(native(SYS_getppid)).entry);
    EXPECT_FALSE(plan->hooks.of(native(SYS_read)).any()) << "no hook is asked about what is only printed";
}

TEST(Plan, WantsNoCallsWhereNothingIsTracedAndNoHookAsks) {
    const SyscallSet nothing = SyscallSet::none();
    const PlanBoard board(nothing, {.loaded = true}, true);
    EXPECT_FALSE(board.current()->wants_calls);
    EXPECT_FALSE(board.current()->filter_suffices);
    EXPECT_TRUE(board.launch_filter().empty()) << "a tracee without syscall stops needs no filter";
}

TEST(Plan, WithoutAScriptCallsThatNoTableKnowsStop) {
    const SyscallSet nothing = SyscallSet::none();
    const PlanBoard board(nothing, {}, true);
    EXPECT_TRUE(board.current()->wants_calls);
    EXPECT_TRUE(stops(board.launch_filter(), 472 + 100));
    EXPECT_FALSE(stops(board.launch_filter(), SYS_read));
}

TEST(Plan, HooksOnOtherEventsDoNotMakeItWantCalls) {
    const SyscallSet nothing = SyscallSet::none();
    Subscription hooks;
    hooks.add(Happening::exit);
    hooks.add(Happening::signal);
    const PlanBoard board(nothing, {.loaded = true, .hooks = hooks}, true);
    EXPECT_FALSE(board.current()->wants_calls);
    EXPECT_TRUE(board.current()->hooks.wants(Happening::signal));
}

TEST(Plan, WantsCallsWhereEitherAsks) {
    const SyscallSet nothing = SyscallSet::none();
    const SyscallSet something = set_of({SYS_read});
    EXPECT_TRUE(PlanBoard(something, {}, true).current()->wants_calls);
    EXPECT_TRUE(PlanBoard(nothing, hooks_on({SYS_read}), true).current()->wants_calls);
    EXPECT_TRUE(PlanBoard(nothing, hooks_on({SYS_read}, {.entry = false, .exit = true}), true).current()->wants_calls);
}

RulePlan rules_of(const std::string& text) { return RulePlan({parse_inject(text)->rule}); }

TEST(Plan, RulesWantCallsThatNobodyPrints) {
    const SyscallSet nothing = SyscallSet::none();
    const PlanBoard board(nothing, {}, true, rules_of("getppid,read:retval=1:delay_exit=1"));
    EXPECT_TRUE(board.current()->wants_calls);
    EXPECT_TRUE(board.current()->filter_suffices);
}

TEST(Plan, ARuleStopsItsCallOnceUnlessItHasToDoWithTheExit) {
    const SyscallSet nothing = SyscallSet::none();
    EXPECT_EQ(PlanBoard(nothing, {}, true, rules_of("getppid:retval=1")).current()->lanes.of(native(SYS_getppid)), Lane::entry);
    EXPECT_EQ(PlanBoard(nothing, {}, true, rules_of("getppid:delay_exit=1")).current()->lanes.of(native(SYS_getppid)), Lane::exit);
}

TEST(Plan, AFixedErrorIsTheKernelsUnlessSomebodyLooks) {
    const SyscallSet nothing = SyscallSet::none();
    const SyscallSet traced = set_of({SYS_getppid});
    const std::string rule = "getppid,chdir:error=EIO";
    PlanBoard board(nothing, {}, true, rules_of(rule));
    EXPECT_EQ(board.current()->lanes.of(native(SYS_getppid)), Lane::error);
    EXPECT_TRUE(board.current()->filter_suffices);
    EXPECT_EQ(PlanBoard(traced, {}, true, rules_of(rule)).current()->lanes.of(native(SYS_getppid)), Lane::exit);
    EXPECT_EQ(PlanBoard(traced, {}, true, rules_of(rule)).current()->lanes.of(native(SYS_chdir)), Lane::error);
    EXPECT_EQ(PlanBoard(nothing, hooks_on({SYS_getppid}), true, rules_of(rule)).current()->lanes.of(native(SYS_getppid)), Lane::entry);
    board.publish(hooks_on({SYS_getppid}));
    EXPECT_FALSE(board.current()->filter_suffices) << "the kernel does not tell a hook that comes late";
}

TEST(Plan, WhatALaunchCallsIsNeverFailedByTheKernel) {
    const SyscallSet nothing = SyscallSet::none();
    const PlanBoard board(nothing, {}, true, rules_of("all:error=EIO"));
    for (const std::uint32_t number : {SYS_execve, SYS_write, SYS_close_range, SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_setgroups,
                                       SYS_setregid, SYS_setreuid, SYS_sched_setaffinity, SYS_exit_group}) {
        EXPECT_EQ(board.current()->lanes.of(native(number)), Lane::entry) << number;
    }
    EXPECT_EQ(board.current()->lanes.of(native(SYS_chdir)), Lane::error);
}

TEST(PlanBoard, LaunchesWithTheFirstPlansFilterWhichSuffices) {
    const SyscallSet traced = set_of({SYS_read});
    const PlanBoard board(traced, hooks_on({SYS_getppid}), true);
    EXPECT_TRUE(board.current()->filter_suffices);
    EXPECT_TRUE(stops(board.launch_filter(), SYS_read));
    EXPECT_TRUE(stops(board.launch_filter(), SYS_getppid));
    EXPECT_FALSE(stops(board.launch_filter(), SYS_write));
    EXPECT_EQ(board.revision(), 1U);
    EXPECT_EQ(board.current()->revision, 1U);
}

TEST(PlanBoard, WithoutAFilterNothingSuffices) {
    const SyscallSet traced = set_of({SYS_read});
    PlanBoard board(traced, {}, false);
    EXPECT_TRUE(board.launch_filter().empty());
    EXPECT_FALSE(board.current()->filter_suffices);
    EXPECT_TRUE(board.current()->wants_calls);
    board.publish({});
    EXPECT_FALSE(board.current()->filter_suffices);
}

TEST(PlanBoard, AHookThatStartsLateAsksForMoreThanTheFilterStops) {
    const SyscallSet traced = set_of({SYS_read});
    PlanBoard board(traced, hooks_on({SYS_getppid}), true);
    const auto before = board.current();
    board.publish(hooks_on({SYS_getppid, SYS_write}));
    EXPECT_EQ(board.revision(), 2U);
    EXPECT_EQ(board.current()->revision, 2U);
    EXPECT_FALSE(board.current()->filter_suffices);
    EXPECT_TRUE(stops(board.current()->program, SYS_write));
    EXPECT_FALSE(stops(board.launch_filter(), SYS_write)) << "the kernel keeps what it was given";
    EXPECT_TRUE(before->filter_suffices) << "a plan is a value";
    EXPECT_FALSE(stops(before->program, SYS_write));
}

TEST(PlanBoard, AHookOnWhatStopsAnywayLeavesTheFilterSufficient) {
    const SyscallSet traced = set_of({SYS_read, SYS_write});
    PlanBoard board(traced, {}, true);
    board.publish(hooks_on({SYS_write}));
    EXPECT_EQ(board.revision(), 2U);
    EXPECT_TRUE(board.current()->filter_suffices);
    EXPECT_TRUE(board.current()->hooks.of(native(SYS_write)).entry);
}

TEST(PlanBoard, ALaterPlanThatWantsLessIsStoppedByTheFilterEnough) {
    const SyscallSet nothing = SyscallSet::none();
    PlanBoard board(nothing, hooks_on({SYS_getppid, SYS_write}), true);
    board.publish(hooks_on({SYS_getppid}));
    EXPECT_TRUE(board.current()->filter_suffices);
    board.publish(hooks_on({SYS_getppid, SYS_write}));
    EXPECT_TRUE(board.current()->filter_suffices);
    board.publish(hooks_on({SYS_read}));
    EXPECT_FALSE(board.current()->filter_suffices);
    EXPECT_EQ(board.revision(), 4U);
}

TEST(PlanBoard, WhereNothingWasWantedAtFirstLaterHooksFindNoFilter) {
    const SyscallSet nothing = SyscallSet::none();
    PlanBoard board(nothing, {}, true);
    board.publish(hooks_on({SYS_getppid}));
    EXPECT_TRUE(board.current()->wants_calls);
    EXPECT_FALSE(board.current()->filter_suffices);
}

TEST(PlanBoard, WhoSeesARevisionGetsThatPlanOrALaterOne) {
    const SyscallSet traced = set_of({SYS_read});
    PlanBoard board(traced, {}, true);
    constexpr std::uint64_t last = 200;
    std::atomic<bool> behind{false};
    std::thread reader([&] {
        for (std::uint64_t seen = 0; seen < last;) {
            seen = board.revision();
            if (board.current()->revision < seen) {
                behind = true;
            }
        }
    });
    for (std::uint64_t revision = 2; revision <= last; ++revision) {
        board.publish(hooks_on({SYS_write}));
    }
    reader.join();
    EXPECT_FALSE(behind);
}

}  // namespace
}  // namespace troupe
