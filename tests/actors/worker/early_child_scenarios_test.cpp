#include <gtest/gtest.h>

#include "tests/actors/worker/scenario.hpp"

namespace troupe {
namespace {

using namespace tests;

/// Facts of tasks as a hook is shown them: process and parent by task number.
class EarlyChild : public testing::Test {
 protected:
    EarlyChild() {
        scene_.hooks.wanted.add(getppid_call, {.entry = true, .exit = false});
        scene_.hooks.wanted.add(Happening::spawn);
        scene_.hooks.wanted.add(Happening::exit);
        scene_.hooks.on_decide = [this](EventView& view) {
            const TaskFacts& facts = view.task();
            seen_.push_back(fmt::format("{} {}: process {} parent {}",
                                        std::holds_alternative<SyscallEntry>(view.event()) ? "call"
                                        : std::holds_alternative<Spawn>(view.event())      ? "spawn"
                                                                                           : "exit",
                                        facts.id.tid - first_tid, facts.process - first_tid,
                                        facts.parent == 0 ? 0 : facts.parent - first_tid));
            return Decision{};
        };
        scene_.begin();
        scene_.exist(2, 2, 1);
    }
    std::string seen() {
        std::string all;
        for (const std::string& one : std::exchange(seen_, {})) {
            all += (all.empty() ? "" : ", ") + one;
        }
        return all;
    }

    Scenario scene_{Setting{.hooks = true}};
    std::vector<std::string> seen_;
};

TEST_F(EarlyChild, IsHeldUntilItsParentsEventAndGoesOnAfterIt) {
    EXPECT_EQ(scene_.see(event(2)), "");
    EXPECT_TRUE(scene_.kernel.is_stopped(task(2)));
    EXPECT_TRUE(scene_.needs_recheck());
    EXPECT_EQ(scene_.see(forks(1, 2)), "call 1, call 2");
    EXPECT_EQ(seen(), "spawn 1: process 1 parent 0") << "before any call of the child";
    (void)scene_.see(entry(2));
    EXPECT_EQ(seen(), "call 2: process 2 parent 1");
}

TEST_F(EarlyChild, WhoseParentToldFirstGoesOnAtOnce) {
    EXPECT_EQ(scene_.see(forks(1, 2)), "call 1");
    EXPECT_EQ(scene_.see(event(2)), "call 2");
    (void)scene_.see(entry(2));
    EXPECT_EQ(seen(), "spawn 1: process 1 parent 0, call 2: process 2 parent 1");
}

TEST_F(EarlyChild, WaitsAsLongAsItsParentMayTellOfIt) {
    scene_.exist(1, 1, 0, 'R');
    (void)scene_.see(event(2));
    for (int looks = 0; looks < 100; ++looks) {
        EXPECT_EQ(scene_.order(orders::LookForTracees{}), "interrupt 1") << "no clock decides";
        EXPECT_TRUE(scene_.needs_recheck());
    }
    EXPECT_EQ(scene_.see(forks(1, 2)), "call 1, call 2");
}

TEST_F(EarlyChild, WaitsForAParentThatHasStoppedAndWasNotAskedYet) {
    scene_.exist(1, 1, 0, 't');
    (void)scene_.see(event(2));
    EXPECT_EQ(scene_.order(orders::LookForTracees{}), "");
    EXPECT_TRUE(scene_.kernel.is_stopped(task(2)));
}

TEST_F(EarlyChild, GoesOnWhenTheOneThatMayBeItsParentStopsForSomethingElse) {
    scene_.exist(1, 1, 0, 'R');
    (void)scene_.see(event(2));
    EXPECT_EQ(scene_.order(orders::LookForTracees{}), "interrupt 1");
    EXPECT_EQ(scene_.see(event(1)), "call 1");
    EXPECT_EQ(scene_.order(orders::LookForTracees{}), "call 2");
    EXPECT_FALSE(scene_.needs_recheck());
}

TEST_F(EarlyChild, GoesOnWhereAllThatMayBeItsParentSleep) {
    (void)scene_.see(event(2));
    EXPECT_EQ(scene_.order(orders::LookForTracees{}), "call 2") << "nothing sleeps between a child's start and the event";
}

TEST_F(EarlyChild, GoesOnWhenItsParentWasKilled) {
    scene_.have_child(3);
    scene_.exist(3, 3, 1, 'R');
    scene_.exist(2, 2, 3);
    (void)scene_.see(event(2));
    EXPECT_EQ(scene_.order(orders::LookForTracees{}), "interrupt 3");
    (void)scene_.see(killed(3));
    scene_.exist(2, 2, 0);  // init's
    EXPECT_EQ(scene_.order(orders::LookForTracees{}), "call 2");
    seen();
    (void)scene_.see(entry(2));
    EXPECT_EQ(seen(), "call 2: process 2 parent 0") << "of which process it is, is known all the same";
}

TEST_F(EarlyChild, IsNotHeldUpByATraceeThatCannotBeItsParent) {
    scene_.have_child(3);
    scene_.exist(3, 3, 0, 'R');  // a daemon
    (void)scene_.see(event(2));  // task 1's child
    EXPECT_EQ(scene_.order(orders::LookForTracees{}), "call 2");
}

TEST_F(EarlyChild, MayBeASiblingsChild) {
    scene_.have_child(3);
    scene_.exist(3, 3, 1, 'R');  // CLONE_PARENT: its child is task 1's, like itself
    (void)scene_.see(event(2));
    EXPECT_EQ(scene_.order(orders::LookForTracees{}), "interrupt 3");
    EXPECT_TRUE(scene_.kernel.is_stopped(task(2)));
    EXPECT_EQ(scene_.see(clones(3, 2)), "call 3, call 2");
}

TEST_F(EarlyChild, ThatDiesWhileItIsHeldIsNotMadeASecondTimeByItsParentsEvent) {
    (void)scene_.see(event(2));
    EXPECT_EQ(scene_.see(killed(2)), "");
    EXPECT_EQ(scene_.see(forks(1, 2)), "call 1");
    EXPECT_EQ(scene_.ledger().appeared, 2U);
    EXPECT_EQ(scene_.registry.size(), 1U);
}

TEST_F(EarlyChild, ThatDiesBeforeAnyStopIsNotMadeByItsParentsEvent) {
    (void)scene_.see(killed(2));
    EXPECT_EQ(scene_.see(forks(1, 2)), "call 1");
    EXPECT_EQ(scene_.registry.size(), 1U);
}

TEST_F(EarlyChild, ARecycledTidIsNotTakenForTheOneThatDied) {
    (void)scene_.see(killed(2));
    scene_.exist(2, 2, 1);  // another one has its tid by the time of the event
    EXPECT_EQ(scene_.see(forks(1, 2)), "call 1");
    EXPECT_EQ(scene_.registry.size(), 2U);
    EXPECT_EQ(scene_.see(event(2)), "call 2");
}

TEST_F(EarlyChild, ARecycledTidThatStopsFirstForgetsTheOneThatDied) {
    (void)scene_.see(killed(2));
    scene_.exist(2, 2, 1);
    EXPECT_EQ(scene_.see(event(2)), "");
    EXPECT_EQ(scene_.see(forks(1, 2)), "call 1, call 2");
}

TEST_F(EarlyChild, ALateEventAboutADeadTidDoesNotChangeWhoseChildTheNewOneIs) {
    scene_.have_child(3);
    (void)scene_.see(killed(2));  // task 3's child, whose event is late
    scene_.exist(2, 2, 1);        // task 1's
    (void)scene_.see(forks(1, 2));
    (void)scene_.see(event(2));
    (void)scene_.see(forks(3, 2));
    seen();
    (void)scene_.see(entry(2));
    EXPECT_EQ(seen(), "call 2: process 2 parent 1");
    EXPECT_EQ(scene_.registry.size(), 3U);
}

TEST_F(EarlyChild, ThreadsAreOfTheirParentsProcess) {
    scene_.exist(2, 1, 0);
    EXPECT_EQ(scene_.see(event(2)), "");
    (void)scene_.see(clones(1, 2));
    seen();
    (void)scene_.see(entry(2));
    EXPECT_EQ(seen(), "call 2: process 1 parent 1");
}

TEST_F(EarlyChild, OfAThreadIsItsProcesss) {
    scene_.have_thread(3);
    scene_.exist(2, 2, 1);
    (void)scene_.see(forks(3, 2));
    (void)scene_.see(event(2));
    scene_.exist(4, 2, 0);
    (void)scene_.see(clones(2, 4));
    (void)scene_.see(event(4));
    seen();
    (void)scene_.see(entry(4));
    EXPECT_EQ(seen(), "call 4: process 2 parent 2");
}

TEST_F(EarlyChild, AThreadMadeLikeAForkIsAThread) {
    scene_.exist(2, 1, 0);
    (void)scene_.see(forks(1, 2));  // the event follows the signal, not the flags
    (void)scene_.see(event(2));
    seen();
    (void)scene_.see(entry(2));
    EXPECT_EQ(seen(), "call 2: process 1 parent 1");
}

TEST_F(EarlyChild, OfAVforkIsAProcessOfItsOwn) {
    (void)scene_.see(vforks(1, 2));
    (void)scene_.see(event(2));
    seen();
    (void)scene_.see(entry(2));
    EXPECT_EQ(seen(), "call 2: process 2 parent 1");
}

TEST_F(EarlyChild, TwoThatWaitGoOnEachWithTheEventOfItsOwnParent) {
    scene_.have_child(5);
    scene_.exist(3, 3, 5);
    EXPECT_EQ(scene_.see(event(2)), "");
    EXPECT_EQ(scene_.see(event(3)), "");
    EXPECT_EQ(scene_.see(forks(5, 3)), "call 5, call 3");
    EXPECT_EQ(scene_.see(forks(1, 2)), "call 1, call 2");
}

TEST_F(EarlyChild, WithoutFollowingIsDetached) {
    Scenario alone(Setting{.follow = false});
    alone.begin();
    alone.exist(2, 2, 1);
    EXPECT_EQ(alone.see(event(2)), "detach 2") << "no event of a parent will come";
}

}  // namespace
}  // namespace troupe
