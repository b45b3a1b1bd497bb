// Tracees that die at a stop, while they are held, and while they are on their way to another worker.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include "tests/actors/worker/stops.hpp"

namespace troupe {
namespace {

using namespace tests;

class DeathAt : public testing::TestWithParam<NamedStop> {
 protected:
    DeathAt() {
        scene_.begin();
        scene_.have_child(2);
        for (const FakeReport& report : GetParam().before) {
            (void)scene_.see(report);
        }
    }
    void expect_end() {
        EXPECT_EQ(scene_.see(killed(2)), "");
        EXPECT_EQ(scene_.see(killed(3)), "");
        EXPECT_EQ(scene_.see(exits(1)), "");
        EXPECT_EQ(scene_.registry.size(), 0U);
        EXPECT_TRUE(scene_.ledger().balanced());
    }

    Scenario scene_{Setting{}};
};

TEST_P(DeathAt, WhereTheStopIsServedLikeAnyOther) {
    EXPECT_EQ(scene_.see(GetParam().stop), GetParam().onward);
    EXPECT_FALSE(scene_.kernel.is_stopped(task(2)));
    expect_end();
}

TEST_P(DeathAt, UnderUsIsAnOutcomeAndItsEndIsToldOnce) {
    scene_.kernel.kill_silently(task(2));
    (void)scene_.see(GetParam().stop);
    expect_end();
    EXPECT_EQ(scene_.said(), "command ended 0, none left") << "and nothing of it is an error";
}

TEST_P(DeathAt, WhereOnlyTheResumptionFindsItGone) {
    scene_.kernel.fail("resume", ESRCH);
    EXPECT_EQ(scene_.see(GetParam().stop).find(" fails"), std::string(GetParam().onward).size());
    expect_end();
}

INSTANTIATE_TEST_SUITE_P(Stops, DeathAt, testing::ValuesIn(all_stops()), NameOfStop{});

/// Task 2 is kept in a stop.
class DeathWhileHeld : public testing::Test {
 protected:
    void begin(const Setting& setting) {
        scene_.emplace(setting);
        scene_->hooks.wanted.add(getppid_call, {.entry = true, .exit = true});
        scene_->hooks.on_decide = [](EventView&) { return Decision{.delay = std::chrono::hours(1)}; };
        scene_->begin();
    }
    void expect_held_and_dead() {
        EXPECT_TRUE(scene_->kernel.is_stopped(task(2)));
        EXPECT_EQ(scene_->see(killed(2)), "");
        EXPECT_EQ(scene_->registry.size(), 1U);
        EXPECT_EQ(scene_->ledger().reaped, 1U);
    }

    std::optional<Scenario> scene_;
};

TEST_F(DeathWhileHeld, ForADelayAtAnEntry) {
    begin({.hooks = true});
    scene_->have_child(2);
    EXPECT_EQ(scene_->see(entry(2)), "");
    expect_held_and_dead();
    EXPECT_EQ(scene_->order(orders::HoldsOver{}), "") << "nothing is left to go on";
}

TEST_F(DeathWhileHeld, ForADelayAtAnExit) {
    begin({.hooks = true});
    scene_->hooks.on_decide = [](EventView& view) {
        const bool at_exit = std::holds_alternative<SyscallExit>(view.event());
        return at_exit ? Decision{.delay = std::chrono::hours(1)} : Decision{};
    };
    scene_->have_child(2);
    EXPECT_EQ(scene_->see(entry(2)), "call 2");
    EXPECT_EQ(scene_->see(tests::exit_of(2)), "");
    expect_held_and_dead();
}

TEST_F(DeathWhileHeld, ForItsParentsEvent) {
    begin({});
    scene_->exist(2, 2, 1);
    EXPECT_EQ(scene_->see(event(2)), "");
    expect_held_and_dead();
    EXPECT_EQ(scene_->order(orders::LookForTracees{}), "");
}

TEST_F(DeathWhileHeld, ForADepartureOfAll) {
    begin({.attach = true});
    (void)scene_->see(event(1));
    scene_->have_child(2);
    EXPECT_EQ(scene_->order(orders::End{}), "interrupt 2, interrupt 1");
    EXPECT_EQ(scene_->see(event(2)), "");
    (void)scene_->said();
    expect_held_and_dead();
    EXPECT_EQ(scene_->said(), "");
    EXPECT_EQ(scene_->see(event(1)), "");
    EXPECT_EQ(scene_->said(), "all stopped") << "the dead are not waited for";
    EXPECT_EQ(scene_->order(orders::DetachAll{}), "detach 1");
}

TEST_F(DeathWhileHeld, AndARecycledTidIsNotTakenForIt) {
    begin({.hooks = true});
    scene_->have_child(2);
    EXPECT_EQ(scene_->see(entry(2)), "");
    (void)scene_->see(killed(2));
    scene_->have_child(2);
    EXPECT_EQ(scene_->order(orders::HoldsOver{}), "");
    EXPECT_EQ(scene_->see(entry(2, SYS_getuid)), "call 2");
}

TEST_F(DeathWhileHeld, WhenTheDelayIsOverAndTheResumptionFindsItGone) {
    begin({.hooks = true});
    scene_->hooks.on_decide = [](EventView&) { return Decision{.delay = std::chrono::nanoseconds(1)}; };
    scene_->have_child(2);
    EXPECT_EQ(scene_->see(entry(2)), "");
    scene_->kernel.kill_silently(task(2));
    EXPECT_EQ(scene_->order(orders::HoldsOver{}), "call 2 fails");
    EXPECT_EQ(scene_->see(killed(2)), "");
    EXPECT_EQ(scene_->registry.size(), 1U);
}

/// Children that have ended, and whose ends the worker has not been told of yet.
class EndedChildren : public testing::Test {
 protected:
    EndedChildren() {
        scene_.begin();
        scene_.have_child(2);
        scene_.have_thread(3);
        scene_.have_child(4, 2);
    }
    std::string look(std::uint32_t call, Arguments args) {
        scene_.kernel.report(filtered(1, call, args));
        scene_.kernel.report(exits(2, 7));
        scene_.kernel.report(exits(4));
        return scene_.serve();
    }

    Scenario scene_{Setting{.traced = SyscallSet::none(), .filter = true}};
};

TEST_F(EndedChildren, CanBeCollectedByAParentThatLooksForThem) {
    for (const auto& [call, args] : std::vector<std::pair<std::uint32_t, Arguments>>{{SYS_wait4, {~0ULL, 0, WNOHANG | WUNTRACED, 0}},
                                                                                     {SYS_waitid, {P_ALL, 0, 0, WEXITED | WNOHANG}}}) {
        EXPECT_EQ(look(call, args), "cont 1");
        EXPECT_FALSE(scene_.registry.contains(task(2)));
        EXPECT_TRUE(scene_.registry.contains(task(4))) << "a child of another process";
        (void)scene_.serve();
        EXPECT_FALSE(scene_.registry.contains(task(4)));
        scene_.have_child(2);
        scene_.have_child(4, 2);
    }
}

TEST_F(EndedChildren, CanBeCollectedByAParentThatAsksForThemByDescriptor) {
    (void)look(SYS_waitid, {P_PIDFD, 5, 0, WEXITED});
    EXPECT_FALSE(scene_.registry.contains(task(2)));
}

TEST_F(EndedChildren, AreNotLookedForWhereTheParentWaits) {
    (void)look(SYS_wait4, {~0ULL, 0, WUNTRACED, 0});
    EXPECT_TRUE(scene_.registry.contains(task(2)));
}

TEST_F(EndedChildren, LeaveTheLedgerBalanced) {
    (void)look(SYS_wait4, {~0ULL, 0, WNOHANG, 0});
    (void)scene_.serve();
    (void)scene_.see(exits(3));
    (void)scene_.see(exits(1));
    EXPECT_EQ(scene_.registry.size(), 0U);
    EXPECT_TRUE(scene_.ledger().balanced());
}

}  // namespace
}  // namespace troupe
