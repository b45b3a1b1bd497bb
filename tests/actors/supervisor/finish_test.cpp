#include "actors/supervisor/finish.hpp"

#include <gtest/gtest.h>

#include "tests/actors/supervisor/desk_with_peers.hpp"

namespace troupe::tests {
namespace {

class FinishTest : public testing::Test {
 protected:
    /// As if a worker had said that its last tracee is gone.
    void all_gone() {
        any_left = false;
        finish.look_whether_over();
        office.run_what_is_posted();
    }
    [[nodiscard]] bool is_over() const { return office.context.stopped(); }

    DeskWithPeers office;
    bool any_left = true;
    Finish finish{office.desk, [this] { return any_left; }};
};

TEST_F(FinishTest, ARunIsOverWhenItsLastTraceeIsGone) {
    finish.look_whether_over();
    EXPECT_TRUE(finish.is_running());
    EXPECT_EQ(office.workers.sent(), "");
    finish.command_ended({.killed = false, .core_dumped = false, .code = 3});
    all_gone();
    EXPECT_FALSE(finish.is_running());
    EXPECT_TRUE(is_over());
    EXPECT_EQ(finish.result().how, RunResult::How::status);
    EXPECT_EQ(finish.result().code, 3);
}

TEST_F(FinishTest, ACommandThatWasKilledIsTheSignalOfTheRun) {
    finish.command_ended({.killed = true, .core_dumped = false, .code = 9});
    all_gone();
    EXPECT_EQ(finish.result().how, RunResult::How::signal);
    EXPECT_EQ(finish.result().code, 9);
}

TEST_F(FinishTest, WithoutAScriptWorkersAreToldToEndAtOnce) {
    any_left = false;
    finish.look_whether_over();
    EXPECT_EQ(office.workers.sent(), "0: end, 1: end");
}

TEST_F(FinishTest, AScriptThatLeavesEndsTheRunWithItsStatus) {
    finish.script_stopped({.kind = ScriptStop::Kind::exit, .exit_status = 5});
    EXPECT_EQ(office.workers.sent(), "0: end, 1: end");
    EXPECT_FALSE(is_over());
    finish.command_ended({.killed = true, .core_dumped = false, .code = 9});  // by us
    all_gone();
    EXPECT_TRUE(is_over());
    EXPECT_EQ(finish.result().how, RunResult::How::status);
    EXPECT_EQ(finish.result().code, 5);
}

TEST_F(FinishTest, AScriptStopsARunOnce) {
    finish.script_stopped({.kind = ScriptStop::Kind::exit, .exit_status = 5});
    (void)office.workers.sent();
    finish.script_stopped({.kind = ScriptStop::Kind::exit, .exit_status = 6});
    EXPECT_EQ(office.workers.sent(), "");
}

TEST_F(FinishTest, WhenEnoughHasBeenTracedEverythingIsDetachedAndTheStatusIs0) {
    finish.limit_reached();
    EXPECT_EQ(office.workers.sent(), "0: end, 1: end");
    finish.all_stopped();
    finish.all_stopped();
    EXPECT_EQ(office.workers.sent(), "0: detach all, 1: detach all");
    finish.command_ended({.killed = false, .core_dumped = false, .code = 3});
    finish.limit_reached();
    all_gone();
    EXPECT_TRUE(is_over());
    EXPECT_EQ(finish.result().how, RunResult::How::status);
    EXPECT_EQ(finish.result().code, 0);
}

TEST_F(FinishTest, WithNothingToTraceTheRunEndsWithoutAtExit) {
    office.have_script();
    finish.nothing_to_trace(1);
    all_gone();
    EXPECT_TRUE(is_over());
    EXPECT_EQ(office.hooks.finished, 0U);
    EXPECT_EQ(finish.result().code, 1);
}

TEST_F(FinishTest, WhatWeAttachedToIsDetachedWhenEachWorkerHasStoppedAll) {
    office.config.attach = {1};
    finish.script_stopped({.kind = ScriptStop::Kind::exit, .exit_status = 0});
    EXPECT_EQ(office.workers.sent(), "0: end, 1: end");
    finish.all_stopped();
    EXPECT_EQ(office.workers.sent(), "");
    finish.all_stopped();
    EXPECT_EQ(office.workers.sent(), "0: detach all, 1: detach all");
}

TEST_F(FinishTest, ThoseThatDoNotStopAreNotWaitedForForEver) {
    office.config.attach = {1};
    finish.script_stopped({.kind = ScriptStop::Kind::exit, .exit_status = 0});
    (void)office.workers.sent();
    office.context.run_one();  // the patience with them is over
    EXPECT_EQ(office.workers.sent(), "0: detach all, 1: detach all");
}

TEST_F(FinishTest, AtExitRunsBeforeTraceesEnd) {
    office.have_script();
    std::string sent_before;
    office.hooks.on_finish = [&](Ending why) {
        EXPECT_EQ(why, Ending::all_gone);
        sent_before = office.workers.sent();
        return std::nullopt;
    };
    any_left = false;
    finish.look_whether_over();
    auto work = boost::asio::make_work_guard(office.context);
    office.context.run();  // until it is over
    EXPECT_EQ(office.hooks.finished, 1U);
    EXPECT_EQ(sent_before, "");
    EXPECT_TRUE(is_over());
}

}  // namespace
}  // namespace troupe::tests
