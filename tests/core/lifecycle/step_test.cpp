#include <gtest/gtest.h>
#include <signal.h>

#include <initializer_list>

#include "troupe/core/lifecycle.hpp"

namespace troupe::lifecycle {
namespace {

constexpr EntryStop by_stops{.by_filter = false, .execve = false};
constexpr EntryStop by_filter{.by_filter = true, .execve = false};

/// A tracee in a made-up life.
class Life {
 public:
    explicit Life(State state) : state_(state) {}

    Report see(const Occurrence& occurrence) {
        const Step next = step(state_, occurrence);
        state_ = next.state;
        return next.report;
    }
    void watch_exit() { EXPECT_EQ(see(ExitDecided{.wanted = true}), Report::nothing); }
    [[nodiscard]] Resume resume(Watching watching) const { return resume_of(state_, watching); }
    template <typename T>
    [[nodiscard]] bool is() const {
        return std::holds_alternative<T>(state_);
    }

 private:
    State state_;
};

TEST(Step, ACallIsReportedAtItsEntryAndAtAWatchedExit) {
    Life life(Outside{});
    EXPECT_EQ(life.see(by_filter), Report::entry);
    life.watch_exit();
    EXPECT_EQ(life.resume(Watching::by_filter), Resume::to_next_call);
    EXPECT_EQ(life.see(ExitStop{}), Report::exit);
    EXPECT_EQ(life.resume(Watching::by_filter), Resume::freely);
}

TEST(Step, AnExitThatNobodyWatchesIsNotReported) {
    Life life(Outside{});
    EXPECT_EQ(life.see(by_stops), Report::entry);
    EXPECT_EQ(life.see(ExitStop{}), Report::nothing);
    EXPECT_TRUE(life.is<Outside>());
}

TEST(Step, AFilteredCallWithoutAWatchedExitRunsFreely) {
    Life life(Outside{});
    EXPECT_EQ(life.see(by_filter), Report::entry);
    EXPECT_EQ(life.resume(Watching::by_filter), Resume::freely);
    EXPECT_EQ(life.see(by_filter), Report::entry) << "the next call, the exit of the first was not seen";
}

TEST(Step, ACallThatStopsForSyscallAndForTheFilterIsOneCall) {
    Life life(Outside{});
    EXPECT_EQ(life.see(by_stops), Report::entry);
    EXPECT_EQ(life.see(by_filter), Report::nothing);
    EXPECT_EQ(life.see(ExitStop{}), Report::nothing);
    EXPECT_EQ(life.see(by_stops), Report::entry);
}

TEST(Step, WhenAFilterTakesOverInTheMiddleOfACallTheNextCallIsNotLost) {
    Life life(Outside{});
    EXPECT_EQ(life.see(by_stops), Report::entry);
    EXPECT_EQ(life.resume(Watching::by_filter), Resume::to_next_call)
        << "to its exit, or its filter stop would be taken for the next call's";
    EXPECT_EQ(life.see(by_filter), Report::nothing);
    EXPECT_EQ(life.resume(Watching::by_filter), Resume::to_next_call);
    EXPECT_EQ(life.see(ExitStop{}), Report::nothing);
    EXPECT_EQ(life.resume(Watching::by_filter), Resume::freely);
    EXPECT_EQ(life.see(by_filter), Report::entry);
    EXPECT_EQ(life.see(by_filter), Report::entry);
}

TEST(Step, WhatACommandDoesBeforeItsExecveIsNotReported) {
    Life life(Launching{});
    EXPECT_EQ(life.see(by_stops), Report::nothing);
    EXPECT_EQ(life.see(ExitStop{}), Report::nothing);
    EXPECT_EQ(life.see(EntryStop{.by_filter = false, .execve = true}), Report::entry);
}

TEST(Step, AnExecveThatNobodyWantedEndsTheLaunch) {
    Life life(Launching{});
    EXPECT_EQ(life.see(ExecStop{}), Report::nothing);
    EXPECT_TRUE(life.is<Outside>());
}

TEST(Step, ExecHappensInsideACallAndLeavesItOpen) {
    Life life(Outside{});
    EXPECT_EQ(life.see(by_filter), Report::entry);
    life.watch_exit();
    EXPECT_EQ(life.see(ExecStop{}), Report::nothing);
    EXPECT_EQ(life.resume(Watching::by_filter), Resume::to_next_call);
    EXPECT_EQ(life.see(ExitStop{}), Report::exit);
}

TEST(Step, ADecisionAboutAnExitOutsideOfACallChangesNothing) {
    Life life(Outside{});
    life.watch_exit();
    EXPECT_TRUE(life.is<Outside>());
}

TEST(Step, TheLastDecisionAboutAnExitHolds) {
    Life life(Outside{});
    EXPECT_EQ(life.see(by_filter), Report::entry);
    life.watch_exit();
    EXPECT_EQ(life.see(ExitDecided{.wanted = false}), Report::nothing);
    EXPECT_EQ(life.resume(Watching::by_filter), Resume::freely);
}

TEST(Step, ALaunchThatFailedAndAHandOverAreStatesOfTheirOwn) {
    Life command(Outside{});
    EXPECT_EQ(command.see(LaunchFailed{}), Report::nothing);
    EXPECT_TRUE(command.is<Launching>());
    Life moved(Outside{});
    EXPECT_EQ(moved.see(by_filter), Report::entry);
    EXPECT_EQ(moved.see(HandedOver{}), Report::nothing);
    EXPECT_TRUE(moved.is<Outside>());
}

TEST(Step, StopSignalsHoldATraceeUntilTheNextEventStop) {
    for (const int signal : {SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU}) {
        Life life(Outside{});
        EXPECT_EQ(life.see(EventStop{signal}), Report::group_stop);
        EXPECT_EQ(life.resume(Watching::every_call), Resume::stay_stopped);
        EXPECT_EQ(life.see(EventStop{SIGTRAP}), Report::nothing);
        EXPECT_EQ(life.resume(Watching::every_call), Resume::to_next_call);
    }
}

TEST(Step, AnInterruptLeavesAFilteredCallOpen) {
    Life life(Outside{});
    EXPECT_EQ(life.see(by_filter), Report::entry);
    life.watch_exit();
    EXPECT_EQ(life.see(EventStop{SIGTRAP}), Report::nothing);
    EXPECT_EQ(life.see(ExitStop{}), Report::exit);
}

TEST(Step, AnExitOutsideACallIsThatOfACallBeforeWeCame) {
    Life life(Outside{});
    EXPECT_EQ(life.see(ExitStop{}), Report::nothing);
    EXPECT_TRUE(life.is<Outside>());
}

TEST(Step, NothingWatchedMeansNoStops) {
    EXPECT_EQ(resume_of(Outside{}, Watching::nothing), Resume::freely);
    EXPECT_EQ(resume_of(Launching{}, Watching::nothing), Resume::freely);
    EXPECT_EQ(resume_of(Halted{}, Watching::nothing), Resume::stay_stopped);
    EXPECT_EQ(resume_of(Outside{}, Watching::every_call), Resume::to_next_call);
}

}  // namespace
}  // namespace troupe::lifecycle
