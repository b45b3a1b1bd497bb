// How attached tracees are left, at every stop that they may be in.
#include <gtest/gtest.h>

#include "tests/actors/worker/stops.hpp"

namespace troupe {
namespace {

using namespace tests;

constexpr auto out_of_reach = std::chrono::hours(1);

class DepartureAt : public testing::TestWithParam<NamedStop> {
 protected:
    DepartureAt() {
        scene_.begin();
        (void)scene_.see(event(1));
        scene_.have_child(2);
        for (const FakeReport& report : GetParam().before) {
            (void)scene_.see(report);
        }
    }
    [[nodiscard]] std::string detached() const {
        return GetParam().stop.reason.kind == StopReason::Kind::signal ? "detach 2 with 15" : "detach 2";
    }
    void expect_over() {
        EXPECT_FALSE(scene_.kernel.is_stopped(task(1)));
        EXPECT_FALSE(scene_.kernel.is_stopped(task(2)));
        EXPECT_EQ(scene_.registry.size(), 0U);
        EXPECT_TRUE(scene_.ledger().balanced());
    }

    Scenario scene_{Setting{.attach = true}};
};

TEST_P(DepartureAt, WaitsUntilTheOthersHaveStopped) {
    EXPECT_EQ(scene_.order(orders::End{}), "interrupt 2, interrupt 1");
    EXPECT_EQ(scene_.see(GetParam().stop), "");
    (void)scene_.said();
    EXPECT_EQ(scene_.see(event(1)), "");
    EXPECT_EQ(scene_.said(), "all stopped");
    const std::string asked = scene_.order(orders::DetachAll{});
    EXPECT_NE(asked.find(detached()), std::string::npos) << asked;
    EXPECT_NE(asked.find("detach 1"), std::string::npos) << asked;
    EXPECT_EQ(scene_.said(), "none left");
    expect_over();
}

TEST_P(DepartureAt, IsAtOnceWhenNothingIsWaitedForAnyMore) {
    (void)scene_.order(orders::End{});
    (void)scene_.order(orders::DetachAll{});
    EXPECT_EQ(scene_.see(GetParam().stop), detached());
    EXPECT_EQ(scene_.see(event(1)), "detach 1");
    expect_over();
}

TEST_P(DepartureAt, OfATraceeThatIsKilledThereLeavesItToItsEnd) {
    (void)scene_.order(orders::End{});
    (void)scene_.order(orders::DetachAll{});
    scene_.kernel.kill_silently(task(2));
    (void)scene_.see(GetParam().stop);
    (void)scene_.see(killed(2));
    EXPECT_EQ(scene_.see(event(1)), "detach 1");
    expect_over();
}

// An exec stop is served before the tracee is left: it has another tid.
std::vector<NamedStop> stops_of_departures() {
    std::vector<NamedStop> stops = all_stops();
    std::erase_if(stops, [](const NamedStop& stop) { return stop.stop.reason.kind == StopReason::Kind::exec; });
    return stops;
}
INSTANTIATE_TEST_SUITE_P(Stops, DepartureAt, testing::ValuesIn(stops_of_departures()), NameOfStop{});

class Departing : public testing::Test {
 protected:
    void begin(const Setting& setting) {
        scene_.emplace(setting);
        scene_->hooks.wanted.add(getppid_call, {.entry = true, .exit = false});
        scene_->hooks.on_decide = [this](EventView&) { return decision_; };
        scene_->begin();
        (void)scene_->see(event(1));
    }
    std::optional<Scenario> scene_;
    Decision decision_;
};

TEST_F(Departing, OneThatIsDelayedWaitsLikeTheOthersAndForItsDelayNoMore) {
    decision_.delay = out_of_reach;
    begin({.attach = true, .hooks = true});
    scene_->have_child(2);
    EXPECT_EQ(scene_->see(entry(2)), "");
    EXPECT_EQ(scene_->order(orders::End{}), "interrupt 1") << "it is stopped already";
    EXPECT_EQ(scene_->see(event(1)), "");
    EXPECT_NE(scene_->said().find("all stopped"), std::string::npos);
    EXPECT_EQ(scene_->order(orders::HoldsOver{}), "");
    EXPECT_EQ(scene_->order(orders::DetachAll{}), "detach 1, detach 2");
}

TEST_F(Departing, AnEarlyChildWaitsForItsParentNoMore) {
    begin({.attach = true});
    scene_->exist(2, 2, 1);
    EXPECT_EQ(scene_->see(event(2)), "");
    EXPECT_EQ(scene_->order(orders::End{}), "interrupt 1");
    EXPECT_EQ(scene_->see(forks(1, 2)), "");
    EXPECT_EQ(scene_->order(orders::DetachAll{}), "detach 1, detach 2");
    EXPECT_EQ(scene_->registry.size(), 0U);
}

TEST_F(Departing, AChildThatIsBornMeanwhileIsDetachedAsWell) {
    begin({.attach = true});
    (void)scene_->order(orders::End{});
    EXPECT_EQ(scene_->see(forks(1, 2)), "");
    EXPECT_EQ(scene_->order(orders::DetachAll{}), "detach 1");
    scene_->exist(2, 2, 1);
    EXPECT_EQ(scene_->see(event(2)), "detach 2");
    EXPECT_EQ(scene_->registry.size(), 0U);
}

TEST_F(Departing, ALateEventOfAParentMakesNoTraceeOfADetachedChild) {
    begin({.attach = true});
    (void)scene_->order(orders::End{});
    (void)scene_->order(orders::DetachAll{});
    scene_->exist(2, 2, 1);
    EXPECT_EQ(scene_->see(event(2)), "detach 2");
    EXPECT_EQ(scene_->see(forks(1, 2)), "detach 1");
    EXPECT_EQ(scene_->registry.size(), 0U);
}

TEST_F(Departing, AnExecIsServedAndThenLeft) {
    begin({.attach = true});
    scene_->have_thread(2);
    (void)scene_->order(orders::End{});
    EXPECT_EQ(scene_->see(execs(1, 2)), "");
    EXPECT_EQ(scene_->said(), "all stopped");
    EXPECT_EQ(scene_->order(orders::DetachAll{}), "detach 1");
    EXPECT_EQ(scene_->registry.size(), 0U);
}

TEST_F(Departing, ACallThatWasReplacedGetsItsResultBeforeItsTraceeIsLeft) {
    decision_ = {.retval = 77, .wants_exit = true, .instead = SYS_getpid};
    begin({.attach = true, .hooks = true});
    EXPECT_EQ(scene_->see(entry(1)), "instead 1 39, call 1");
    (void)scene_->order(orders::End{});
    (void)scene_->order(orders::DetachAll{});
    EXPECT_EQ(scene_->see(tests::exit_of(1, 4711)), "result 1 77, detach 1");
}

TEST_F(Departing, ACallThatWasNotMadeYetIsReplacedBeforeItsTraceeIsLeft) {
    decision_ = {.retval = 77, .wants_exit = true, .instead = SYS_getpid, .delay = out_of_reach};
    begin({.attach = true, .hooks = true});
    EXPECT_EQ(scene_->see(entry(1)), "instead 1 39");
    (void)scene_->order(orders::End{});
    EXPECT_EQ(scene_->order(orders::DetachAll{}), "replace 1 77, detach 1");
}

TEST_F(Departing, WhatWeLaunchedIsKilled) {
    begin({});
    scene_->have_child(2);
    EXPECT_EQ(scene_->order(orders::End{}), "kill 2, kill 1");
    EXPECT_EQ(scene_->see(event(2)), "call 2") << "and whatever it stops for until then is served";
    (void)scene_->see(forks(1, 3));
    EXPECT_EQ(scene_->see(killed(1)), "");
}

TEST_F(Departing, WhatALaunchedTraceeMakesMeanwhileIsKilledAsWell) {
    begin({});
    (void)scene_->order(orders::End{});
    EXPECT_EQ(scene_->see(forks(1, 2)), "kill 2, call 1");
}

TEST_F(Departing, ATraceeThatCannotBeDetachedIsSaidAndNotLost) {
    begin({.attach = true});
    (void)scene_->order(orders::End{});
    (void)scene_->order(orders::DetachAll{});
    scene_->kernel.fail("detach", EIO);
    EXPECT_EQ(scene_->see(signals(1, SIGTERM)), "detach 1 with 15 fails, detach 1");
    EXPECT_EQ(scene_->registry.size(), 0U);
}

TEST_F(Departing, OneWithoutTraceesSaysAtOnceThatAllHaveStopped) {
    begin({.attach = true, .workers = 2});
    EXPECT_EQ(scene_->order(orders::End{}, 1), "");
    EXPECT_EQ(scene_->said(), "all stopped");
}

}  // namespace
}  // namespace troupe
