// What rules and hooks decide, on its way to the tracee.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/actors/worker/scenario.hpp"

namespace troupe {
namespace {

using namespace tests;

class Decisions : public testing::Test {
 protected:
    void begin(bool exit, Setting setting = {.hooks = true}) {
        scene_.emplace(setting);
        scene_->hooks.wanted.add(getppid_call, {.entry = true, .exit = exit});
        scene_->hooks.wanted.add(Happening::signal);
        scene_->hooks.on_decide = [this](EventView& view) {
            const bool at_signal = std::holds_alternative<SignalStop>(view.event());
            const bool at_exit = std::holds_alternative<SyscallExit>(view.event());
            if (const auto* seen = std::get_if<SyscallExit>(&view.event())) {
                seen_ = *seen;
            }
            return at_signal ? at_signal_ : at_exit ? at_exit_ : at_entry_;
        };
        scene_->begin();
    }

    std::optional<Scenario> scene_;
    Decision at_entry_;
    Decision at_exit_;
    Decision at_signal_;
    SyscallExit seen_;
};

TEST_F(Decisions, AnErrorTakesThePlaceOfTheCall) {
    at_entry_.error = EPERM;
    begin(true);
    EXPECT_EQ(scene_->see(entry(1)), "replace 1 -1, call 1");
    EXPECT_EQ(scene_->see(tests::exit_of(1, -EPERM)), "call 1");
    EXPECT_TRUE(seen_.injected);
}

TEST_F(Decisions, AnotherCallIsMadeAndItsResultIsReplacedBeforeHooksSeeIt) {
    at_entry_ = {.retval = 55, .wants_exit = true, .instead = SYS_getpid};
    begin(true);
    EXPECT_EQ(scene_->see(entry(1)), "instead 1 39, call 1");
    EXPECT_EQ(scene_->see(tests::exit_of(1, 4711)), "result 1 55, call 1");
    EXPECT_EQ(seen_.result, 55);
}

TEST_F(Decisions, ArgumentsOfAHookAreTheCallsUntilItsExit) {
    at_entry_.arguments = {{1, 0x55}};
    begin(true);
    EXPECT_EQ(scene_->see(entry(1)), "set 1 2=0x55, call 1");
    EXPECT_EQ(scene_->see(tests::exit_of(1)), "set 1 2=0x0, call 1");
    EXPECT_EQ(seen_.made_with[1], 0x55U);
}

TEST_F(Decisions, ArgumentsOfAHookAreGivenBackWhereNothingElseWantsTheExit) {
    at_entry_.arguments = {{1, 0x55}};
    begin(false, {.traced = SyscallSet::none(), .filter = true, .hooks = true});
    EXPECT_EQ(scene_->see(filtered(1)), "set 1 2=0x55, call 1");
    EXPECT_EQ(scene_->see(tests::exit_of(1)), "set 1 2=0x0, cont 1");
}

TEST_F(Decisions, ATraceeThatIsDetachedAtItsCallHasItsArguments) {
    at_entry_.arguments = {{1, 0x55}};
    at_entry_.detach = true;
    begin(true);
    EXPECT_EQ(scene_->see(entry(1)), "set 1 2=0x55, set 1 2=0x0, detach 1");
}

TEST_F(Decisions, ATraceeIsDetachedAtItsExitOrWithItsSignal) {
    at_exit_.detach = true;
    begin(true);
    (void)scene_->see(entry(1));
    EXPECT_EQ(scene_->see(tests::exit_of(1)), "detach 1");
    at_exit_.detach = false;
    at_signal_ = {.signal = SIGUSR2, .detach = true};
    begin(true);
    EXPECT_EQ(scene_->see(signals(1, SIGUSR1)), "detach 1 with 12");
}

TEST_F(Decisions, ASignalAtACallIsSentToTheThread) {
    at_entry_.signal = SIGUSR1;
    begin(false);
    EXPECT_EQ(scene_->see(entry(1)), "tkill 1 10, call 1");
}

TEST_F(Decisions, ASignalOfOursHasTheOriginOfTheKernel) {
    at_entry_.signal = SIGUSR1;
    begin(false);
    (void)scene_->see(entry(1));
    EXPECT_EQ(scene_->see(signals(1, SIGUSR1, SI_TKILL, ::getpid())), "set_signal_info 1, call 1 with 10");
    EXPECT_EQ(scene_->kernel.signal_of(task(1)).si_code, SI_KERNEL);
}

TEST_F(Decisions, ASignalOfOursIsKnownInAPidNamespaceThatWeAreNotIn) {
    at_entry_.signal = SIGUSR1;
    begin(false);
    (void)scene_->see(entry(1));
    EXPECT_EQ(scene_->see(signals(1, SIGUSR1, SI_TKILL, 0)), "set_signal_info 1, call 1 with 10");
    EXPECT_EQ(scene_->see(signals(1, SIGUSR1, SI_TKILL, 0)), "call 1 with 10") << "the next one is not ours";
}

TEST_F(Decisions, ASignalOfAnotherProcessKeepsItsOrigin) {
    at_entry_.signal = SIGUSR1;
    begin(false);
    (void)scene_->see(entry(1));
    EXPECT_EQ(scene_->see(signals(1, SIGUSR1, SI_TKILL, ::getpid() + 1)), "call 1 with 10");
    EXPECT_EQ(scene_->see(signals(1, SIGUSR1, SI_USER, ::getpid())), "call 1 with 10");
    EXPECT_EQ(scene_->see(signals(1, SIGUSR2, SI_TKILL, ::getpid())), "call 1 with 12");
}

TEST_F(Decisions, AtASignalAnotherOneIsDelivered) {
    at_signal_.signal = SIGUSR2;
    begin(false);
    EXPECT_EQ(scene_->see(signals(1, SIGTERM)), "call 1 with 12");
}

TEST_F(Decisions, AtASignalNoneIsDelivered) {
    at_signal_.signal = 0;
    begin(false);
    EXPECT_EQ(scene_->see(signals(1, SIGTERM)), "call 1");
}

TEST_F(Decisions, ADelayHoldsTheTraceeAtTheEntryAndThenLetsTheCallBeMade) {
    at_entry_.delay = std::chrono::nanoseconds(1);
    begin(false);
    EXPECT_EQ(scene_->see(entry(1)), "");
    EXPECT_EQ(scene_->said(), "wake");
    EXPECT_EQ(scene_->order(orders::HoldsOver{}), "call 1");
}

TEST_F(Decisions, ADelayThatIsNotOverHolds) {
    at_entry_.delay = std::chrono::hours(1);
    begin(false);
    EXPECT_EQ(scene_->see(entry(1)), "");
    EXPECT_EQ(scene_->order(orders::HoldsOver{}), "");
    EXPECT_TRUE(scene_->kernel.is_stopped(task(1)));
}

TEST_F(Decisions, ADelayOfNothingHoldsNothing) {
    at_entry_.delay = std::chrono::nanoseconds(0);
    begin(false);
    EXPECT_EQ(scene_->see(entry(1)), "call 1");
}

TEST_F(Decisions, AKillReachesTheTraceeBeforeItGoesOn) {
    at_entry_.kill = true;
    begin(false);
    EXPECT_EQ(scene_->see(entry(1)), "kill 1, call 1");
}

TEST_F(Decisions, AScriptThatIsOverKillsWhatWeLaunched) {
    begin(false);
    scene_->hooks.on_decide = [](EventView&) -> FakeHooks::Answer { return tl::unexpected(ScriptStop{.message = "no"}); };
    EXPECT_EQ(scene_->see(entry(1)), "kill 1, call 1");
}

TEST_F(Decisions, AScriptThatIsOverLeavesWhatWeAttachedTo) {
    begin(false, {.attach = true, .hooks = true});
    (void)scene_->see(event(1));
    scene_->hooks.on_decide = [](EventView&) -> FakeHooks::Answer { return tl::unexpected(ScriptStop{.message = "no"}); };
    EXPECT_EQ(scene_->see(entry(1)), "call 1");
}

TEST_F(Decisions, OnlyAnEntryIsWantedThenTheExitIsNotReported) {
    begin(false, {.traced = SyscallSet::none(), .filter = true, .hooks = true});
    EXPECT_EQ(scene_->see(filtered(1)), "cont 1");
}

TEST_F(Decisions, TheExitIsWantedAsWellThenItIsWaitedFor) {
    begin(true, {.traced = SyscallSet::none(), .filter = true, .hooks = true});
    EXPECT_EQ(scene_->see(filtered(1)), "call 1");
    EXPECT_EQ(scene_->see(tests::exit_of(1)), "cont 1");
}

/// The tracee is killed by SIGSYS: by a filter of its own where that saw a number that we replaced.
class KilledBySigsys : public Decisions {
 protected:
    void begin_with_error() {
        at_entry_.error = EPERM;
        begin(false);
        EXPECT_EQ(scene_->see(entry(1)), "replace 1 -1, call 1");
        (void)scene_->said();
    }
    [[nodiscard]] bool is_explained() {
        (void)scene_->see(killed(1, SIGSYS));
        return scene_->said().find("a seccomp filter of its own") != std::string::npos;
    }
};

TEST_F(KilledBySigsys, InTheCallThatWasReplacedIsExplained) {
    begin_with_error();
    EXPECT_TRUE(is_explained());
}

TEST_F(KilledBySigsys, BehindItsExitIsExplained) {
    begin_with_error();
    (void)scene_->see(tests::exit_of(1, -EPERM));
    EXPECT_TRUE(is_explained()) << "the kernel kills when the exit was reported";
}

TEST_F(KilledBySigsys, InALaterCallIsNot) {
    begin_with_error();
    (void)scene_->see(tests::exit_of(1, -EPERM));
    (void)scene_->see(entry(1, SYS_getuid));
    EXPECT_FALSE(is_explained());
}

TEST_F(KilledBySigsys, ByASignalThatWasSentIsNot) {
    begin_with_error();
    (void)scene_->see(tests::exit_of(1, -EPERM));
    (void)scene_->see(signals(1, SIGSYS));
    EXPECT_FALSE(is_explained());
}

TEST_F(KilledBySigsys, WhereAnotherCallWasMadeInsteadIsNot) {
    at_entry_ = {.retval = 1, .wants_exit = true, .instead = SYS_getpid};
    begin(false);
    (void)scene_->see(entry(1));
    (void)scene_->said();
    EXPECT_FALSE(is_explained());
}

/// A command that is there, and sleeps: its CPUs and its memory are real, its stops are made up.
TEST(CallsAboutCpus, AreAnsweredByTheKernelWhichKnowsWhatTheTraceeAskedForMeanwhile) {
    const pid_t sleeper = ::fork();
    if (sleeper == 0) {
        for (;;) ::pause();
    }
    Scenario scene({});
    scene.begin();
    FakeReport born = forks(1, 0);
    born.message = static_cast<std::uint64_t>(sleeper);
    (void)scene.see(born);
    const auto of_the_sleeper = [&](FakeReport report) {
        report.tid = sleeper;
        return scene.see(report);
    };
    (void)of_the_sleeper(event(1));
    const auto cpus = affinity::of(sleeper).value();
    int cpu = 0;
    while (!cpus.contains(cpu)) {
        ++cpu;
    }
    ASSERT_TRUE(scene.affinity().keep(TaskId{sleeper, 2}, cpu, false));
    for (const long call : {SYS_sched_getaffinity, SYS_sched_setaffinity, SYS_sched_setscheduler, SYS_sched_setattr}) {
        (void)of_the_sleeper(entry(1, call, {0, 128, 16}));
        EXPECT_EQ(affinity::of(sleeper).value(), cpus);
        (void)of_the_sleeper(tests::exit_of(1, 0));
        EXPECT_EQ(affinity::of(sleeper).value(), CpuSet::only(cpu));
    }
    ::kill(sleeper, SIGKILL);
    ::waitpid(sleeper, nullptr, 0);
}

}  // namespace
}  // namespace troupe
