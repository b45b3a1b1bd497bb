// Tracees that go to another worker.
#include <gtest/gtest.h>

#include "tests/actors/worker/scenario.hpp"

namespace troupe {
namespace {

using namespace tests;

/// Task 2 makes calls until it is talkative, and is bound for worker 1 then.
class Transferred : public testing::Test {
 protected:
    void begin(Setting setting = {}) {
        setting.workers = 2;
        scene_.emplace(setting);
        scene_->begin();
        if (setting.attach) {
            (void)scene_->see(event(1));
        }
        scene_->have_child(2);
    }
    /// As many calls as that takes on a machine that is busy with other things, without the last exit.
    void become_talkative() {
        for (int calls = 0; calls < 100'000; ++calls) {
            EXPECT_EQ(scene_->see(entry(2)), "call 2");
            if (scene_->load(1) != 0) {
                return;
            }
            (void)scene_->see(tests::exit_of(2));
        }
        FAIL() << "it makes calls in a row, and is not talkative";
    }
    void park() {
        become_talkative();
        EXPECT_EQ(scene_->see(tests::exit_of(2)), "park 2");
        EXPECT_EQ(scene_->ledger(0).moved, 1U);
    }
    void arrive() {
        EXPECT_EQ(scene_->serve(1), "seize 2, interrupt 2");
        EXPECT_EQ(scene_->see(event(2), 1), "unpark 2, call 2");
    }

    std::optional<Scenario> scene_;
};

TEST_F(Transferred, ItIsParkedAtTheExitOfACallAndTakenInThere) {
    begin();
    park();
    arrive();
    EXPECT_EQ(scene_->see(entry(2), 1), "call 2");
    EXPECT_EQ(scene_->see(killed(2), 1), "");
    EXPECT_EQ(scene_->registry.size(), 1U);
}

TEST_F(Transferred, OneThatCannotBeParkedStays) {
    begin();
    become_talkative();
    scene_->kernel.can_park = false;
    EXPECT_EQ(scene_->see(tests::exit_of(2)), "call 2");
    EXPECT_EQ(scene_->ledger(0).moved, 0U);
}

TEST_F(Transferred, OneWithAFilterOfItsOwnStays) {
    begin();
    become_talkative();
    scene_->tasks.statuses[task(2)].filters = 1;
    EXPECT_EQ(scene_->see(tests::exit_of(2)), "call 2");
}

TEST_F(Transferred, OneThatCannotSleepInAnyCallStays) {
    begin({.parking = cannot_park});
    become_talkative();
    EXPECT_EQ(scene_->see(tests::exit_of(2)), "call 2");
    EXPECT_EQ(scene_->ledger(0).moved, 0U);
}

TEST_F(Transferred, FiltersOfAProcessThatWasThereNeedNotBeOursWhereTheyAreAsMany) {
    begin({.attach = true, .filters_before_us = 1});
    become_talkative();
    scene_->tasks.statuses[task(2)].filters = 1;
    EXPECT_EQ(scene_->see(tests::exit_of(2)), "call 2");
}

TEST_F(Transferred, OneThatRunsInItsParentsMemoryStays) {
    Scenario scene(Setting{.workers = 2});
    scene.begin();
    scene.exist(2, 2, 1);
    (void)scene.see(vforks(1, 2));
    (void)scene.see(event(2));
    for (int calls = 0; calls < 20; ++calls) {
        EXPECT_EQ(scene.see(entry(2)), "call 2");
        EXPECT_EQ(scene.see(tests::exit_of(2)), "call 2");
    }
}

TEST_F(Transferred, OneThatIsKilledWhileItIsParkedHereEndsHere) {
    begin();
    become_talkative();
    scene_->kernel.fail("park", ESRCH);
    EXPECT_EQ(scene_->see(tests::exit_of(2)), "park 2 fails");
    EXPECT_EQ(scene_->see(killed(2)), "");
    EXPECT_EQ(scene_->ledger(0).reaped, 1U);
    EXPECT_EQ(scene_->serve(1), "");
}

TEST_F(Transferred, WhereParkingIsRefusedHalfWayWhatWasDoneIsTakenBack) {
    begin();
    become_talkative();
    scene_->kernel.fail("park", EIO);
    EXPECT_EQ(scene_->see(tests::exit_of(2)), "park 2 fails, unpark 2, call 2");
    EXPECT_EQ(scene_->serve(1), "");
    EXPECT_EQ(scene_->see(killed(2)), "");
    EXPECT_EQ(scene_->registry.size(), 1U);
}

TEST_F(Transferred, OneThatIsKilledOnItsWayEndsAsItsProcessDid) {
    begin();
    park();
    scene_->kernel.fail("seize", ESRCH);
    scene_->tasks.endings[task(2)] = SIGKILL;
    EXPECT_EQ(scene_->serve(1), "seize 2");
    EXPECT_EQ(scene_->ledger(1).reaped, 1U);
    EXPECT_EQ(scene_->registry.size(), 1U);
    EXPECT_EQ(scene_->recent_ends.of(task(2))->code, SIGKILL);
}

TEST_F(Transferred, OneThatCannotBeSeizedYetIsTriedAgain) {
    begin();
    park();
    scene_->kernel.fail("seize", EPERM, 100);
    (void)scene_->serve(1);
    EXPECT_TRUE(scene_->needs_recheck(1));
    scene_->kernel.fail("seize", 0, 0);
    EXPECT_EQ(scene_->order(orders::LookForTracees{}, 1), "seize 2, interrupt 2");
    EXPECT_FALSE(scene_->needs_recheck(1));
    EXPECT_EQ(scene_->see(event(2), 1), "unpark 2, call 2");
}

TEST_F(Transferred, NoEndIsMadeUpForOneThatWasDroppedMeanwhile) {
    begin();
    park();
    scene_->kernel.fail("seize", EPERM, 100);
    (void)scene_->serve(1);
    scene_->kernel.fail("seize", 0, 0);
    (void)scene_->order(orders::LeaderVanished{{task(2), 2}}, 1);  // another thread's execve took its tid
    scene_->kernel.untraced.insert(task(2));
    EXPECT_EQ(scene_->order(orders::LookForTracees{}, 1), "");
    EXPECT_FALSE(scene_->recent_ends.of(task(2)).has_value());
}

TEST_F(Transferred, ARecycledTidIsNotTakenForTheOneThatIsTriedAgain) {
    begin();
    park();
    scene_->kernel.fail("seize", EPERM, 100);
    (void)scene_->serve(1);
    scene_->kernel.fail("seize", 0, 0);
    (void)scene_->order(orders::LeaderVanished{{task(2), 2}}, 1);
    scene_->exist(2, 2, 1);
    EXPECT_EQ(scene_->see(event(2), 1), "") << "an early child";
    EXPECT_EQ(scene_->order(orders::LookForTracees{}, 1), "call 2") << "and not seized";
}

TEST_F(Transferred, OneWhoseTidAnotherThreadsExecveTookIsNotSeized) {
    begin();
    park();
    scene_->registry.remove({task(2), 2});
    EXPECT_EQ(scene_->serve(1), "");
    EXPECT_EQ(scene_->ledger(1).vanished, 1U);
}

TEST_F(Transferred, OneThatIsDelayedAtTheExitGoesOnlyAtTheNext) {
    Setting setting{.hooks = true};
    setting.workers = 2;
    scene_.emplace(setting);
    bool delays = false;
    scene_->hooks.wanted.add(getppid_call, {.entry = false, .exit = true});
    scene_->hooks.on_decide = [&](EventView&) { return delays ? Decision{.delay = std::chrono::nanoseconds(1)} : Decision{}; };
    scene_->begin();
    scene_->have_child(2);
    become_talkative();
    delays = true;
    EXPECT_EQ(scene_->see(tests::exit_of(2)), "");
    delays = false;
    EXPECT_EQ(scene_->order(orders::HoldsOver{}), "call 2");
    EXPECT_EQ(scene_->see(entry(2)), "call 2");
    EXPECT_EQ(scene_->see(tests::exit_of(2)), "park 2");
}

TEST_F(Transferred, OneThatDiesWhileItIsBoundElsewhereIsCountedThereNoMore) {
    begin();
    become_talkative();
    EXPECT_EQ(scene_->see(killed(2)), "");
    EXPECT_EQ(scene_->registry.size(), 1U);
    EXPECT_EQ(scene_->serve(1), "");
}

TEST_F(Transferred, OneThatIsBoundElsewhereStaysWhenWeEnd) {
    begin({.attach = true});
    become_talkative();
    (void)scene_->order(orders::End{});
    (void)scene_->order(orders::DetachAll{});
    EXPECT_EQ(scene_->see(tests::exit_of(2)), "detach 2");
}

TEST_F(Transferred, OneThatArrivesWhenWeEndIsGivenBackWhatItHadAndLeft) {
    begin({.attach = true});
    park();
    (void)scene_->order(orders::End{}, 1);
    EXPECT_EQ(scene_->kernel.asked(), "");
    (void)scene_->order(orders::DetachAll{}, 1);
    EXPECT_EQ(scene_->see(event(2), 1), "unpark 2, detach 2");
}

TEST_F(Transferred, OneThatWeLaunchedAndThatArrivesWhenWeEndIsKilled) {
    begin();
    park();
    scene_->send(orders::End{}, 0);
    EXPECT_EQ(scene_->serve(0), "kill 1");
    EXPECT_EQ(scene_->serve(1), "seize 2, interrupt 2");
    EXPECT_EQ(scene_->order(orders::End{}, 1), "kill 2");
}

TEST_F(Transferred, OneThatIsKilledBeforeItsFirstStopThereEndsThere) {
    begin();
    park();
    EXPECT_EQ(scene_->serve(1), "seize 2, interrupt 2");
    EXPECT_EQ(scene_->see(killed(2), 1), "");
    EXPECT_EQ(scene_->ledger(1).reaped, 1U);
    EXPECT_EQ(scene_->registry.size(), 1U);
}

TEST_F(Transferred, OneThatIsKilledAtItsFirstStopThereIsGone) {
    begin();
    park();
    EXPECT_EQ(scene_->serve(1), "seize 2, interrupt 2");
    scene_->kernel.kill_silently(task(2));
    EXPECT_EQ(scene_->see(event(2), 1), "unpark 2 fails, call 2 fails");
    EXPECT_EQ(scene_->see(killed(2), 1), "");
    EXPECT_EQ(scene_->registry.size(), 1U);
}

TEST_F(Transferred, AnExecByAThreadTakesTheTidOfOneThatIsOnItsWay) {
    begin();
    scene_->exist(3, 2, 0);
    (void)scene_->see(clones(2, 3));
    (void)scene_->see(event(3));
    park();  // the leader, 2
    (void)scene_->see(entry(3, SYS_execve));
    EXPECT_EQ(scene_->see(execs(2, 3)), "call 2");
    EXPECT_EQ(scene_->serve(1), "") << "neither seized nor given an end";
    EXPECT_EQ(scene_->ledger(1).vanished, 1U);
    EXPECT_EQ(scene_->registry.size(), 2U);
}

TEST_F(Transferred, AnExecByAThreadTakesTheTidOfOneThatHasArrived) {
    begin();
    scene_->exist(3, 2, 0);
    (void)scene_->see(clones(2, 3));
    (void)scene_->see(event(3));
    park();
    arrive();
    (void)scene_->see(entry(3, SYS_execve));
    EXPECT_EQ(scene_->see(execs(2, 3)), "call 2");
    EXPECT_EQ(scene_->serve(1), "");
    EXPECT_EQ(scene_->ledger(1).vanished, 1U);
}

}  // namespace
}  // namespace troupe
