// Requests that the kernel refuses for another reason than that the tracee is gone: it goes on all the same, and the error is said.
#include <gtest/gtest.h>

#include "tests/actors/worker/stops.hpp"

namespace troupe {
namespace {

using namespace tests;

class RefusedAt : public testing::TestWithParam<NamedStop> {
 protected:
    RefusedAt() {
        scene_.begin();
        scene_.have_child(2);
        for (const FakeReport& report : GetParam().before) {
            (void)scene_.see(report);
        }
    }
    /// The last thing that was asked.
    static std::string last(const std::string& asked) {
        return asked.substr(asked.rfind(", ") == std::string::npos ? 0 : asked.rfind(", ") + 2);
    }

    Scenario scene_{Setting{}};
};

TEST_P(RefusedAt, AQuestionAboutTheStopLeavesNoTraceeStopped) {
    for (const char* question : {"syscall_info", "event_message", "signal_info", "set_signal_info"}) {
        scene_.kernel.fail(question, EIO);
    }
    EXPECT_EQ(last(scene_.see(GetParam().stop)), GetParam().onward);
    EXPECT_FALSE(scene_.kernel.is_stopped(task(2)));
}

TEST_P(RefusedAt, AResumptionIsTriedWithoutASignal) {
    scene_.kernel.fail("resume", EIO);
    const std::string without_signal = std::string(GetParam().onward).substr(0, 6);
    EXPECT_EQ(last(scene_.see(GetParam().stop)).substr(0, 6), without_signal);
    EXPECT_FALSE(scene_.kernel.is_stopped(task(2)));
    EXPECT_EQ(scene_.registry.size(), GetParam().stop.message != 0 && GetParam().stop.reason.kind != StopReason::Kind::exec ? 3U : 2U);
}

TEST_P(RefusedAt, ATraceeThatCannotBeResumedAtAllIsDetached) {
    scene_.kernel.fail("resume", EIO, 2);
    EXPECT_EQ(last(scene_.see(GetParam().stop)), "detach 2");
    EXPECT_FALSE(scene_.kernel.is_stopped(task(2)));
    EXPECT_EQ(scene_.ledger().detached, 1U);
}

TEST_P(RefusedAt, OneThatCannotEvenBeDetachedIsWaitedForNoMore) {
    scene_.kernel.fail("resume", EIO, 2);
    scene_.kernel.fail("detach", EIO, 2);
    (void)scene_.see(GetParam().stop);
    EXPECT_EQ(scene_.ledger().detached, 1U);
}

INSTANTIATE_TEST_SUITE_P(Stops, RefusedAt, testing::ValuesIn(all_stops()), NameOfStop{});

class Refused : public testing::Test {
 protected:
    void begin(Decision decision) {
        scene_.hooks.wanted.add(getppid_call, {.entry = true, .exit = false});
        scene_.hooks.on_decide = [decision](EventView&) { return decision; };
        scene_.begin();
    }
    Scenario scene_{Setting{.hooks = true}};
};

TEST_F(Refused, AReplacementOfACallLetsTheCallBeMade) {
    begin({.error = 5});
    scene_.kernel.fail("replace", EIO);
    EXPECT_EQ(scene_.see(entry(1)), "replace 1 -5 fails, call 1");
    EXPECT_EQ(scene_.see(tests::exit_of(1, 3)), "call 1");
    EXPECT_EQ(scene_.trace().find("INJECTED"), std::string::npos) << "what was not done is not claimed";
}

TEST_F(Refused, AnotherCallThatCannotBeMadeLeavesItsResultAlone) {
    begin({.retval = 5, .wants_exit = true, .instead = SYS_getpid});
    scene_.kernel.fail("instead", EIO);
    EXPECT_EQ(scene_.see(entry(1)), "instead 1 39 fails, call 1");
    EXPECT_EQ(scene_.see(tests::exit_of(1, 3)), "call 1");
}

TEST_F(Refused, AResultThatCannotBeSetIsSaid) {
    begin({.retval = 5, .wants_exit = true, .instead = SYS_getpid});
    EXPECT_EQ(scene_.see(entry(1)), "instead 1 39, call 1");
    scene_.kernel.fail("result", EIO);
    EXPECT_EQ(scene_.see(tests::exit_of(1, 3)), "result 1 5 fails, call 1");
}

TEST_F(Refused, ASignalThatIsNoneIsNotDeliveredAndTheTraceeGoesOn) {
    scene_.hooks.wanted.add(Happening::signal);
    begin({.signal = 100});
    scene_.kernel.fail("resume", EIO);
    EXPECT_EQ(scene_.see(signals(1, SIGTERM)), "call 1 with 100 fails, call 1");
}

TEST_F(Refused, AnInterruptionIsSaidAndNothingElse) {
    begin({});
    scene_.have_child(2);
    scene_.kernel.fail("interrupt", EIO, 2);
    EXPECT_EQ(scene_.order(orders::End{}), "kill 2, kill 1");
}

TEST_F(Refused, ALaunchIsTheEndOfTheRun) {
    Scenario scene(Setting{.traced = SyscallSet::none()});
    scene.kernel.fail("launch", EAGAIN);
    scene.begin_without_tracees();
    EXPECT_EQ(scene.order(orders::LaunchCommand{}), "launch 1");
    EXPECT_EQ(scene.said(), "launch: 5000001#0: Resource temporarily unavailable, command ended 1, none left");
}

TEST_F(Refused, AnAttachIsToldWithItsErrno) {
    Scenario scene(Setting{.attach = true});
    scene.begin_without_tracees();
    scene.kernel.fail("seize", EPERM);
    EXPECT_EQ(scene.order(orders::AttachTo{task(1), {task(1)}}), "seize 1");
    EXPECT_EQ(scene.registry.size(), 0U);
    EXPECT_EQ(scene.said(), "attached 1");
}

}  // namespace
}  // namespace troupe
