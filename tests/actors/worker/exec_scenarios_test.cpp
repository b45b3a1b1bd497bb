#include <gtest/gtest.h>

#include "tests/actors/worker/scenario.hpp"

namespace troupe {
namespace {

using namespace tests;

/// Task 1 is a process with the thread 2, which calls execve: it has the tid 1 from then on, and who had it is no more.
class ExecByAThread : public testing::Test {
 protected:
    void begin(const Setting& setting) {
        scene_.emplace(setting);
        scene_->begin();
        scene_->have_thread(2);
        (void)scene_->see(entry(2, SYS_execve));
        (void)scene_->said();
    }
    /// The exec stop, and that the one that is left is followed on.
    void expect_takeover(const std::string& asked = "call 1") {
        EXPECT_EQ(scene_->see(execs(1, 2)), asked);
        EXPECT_EQ(scene_->ledger().vanished, 1U);
        EXPECT_EQ(scene_->registry.size(), 1U);
        EXPECT_EQ(scene_->see(tests::exit_of(1)), "call 1");
        (void)scene_->see(exits(1));
        EXPECT_EQ(scene_->said(), "command ended 0, none left");
        EXPECT_TRUE(scene_->ledger().balanced());
    }

    std::optional<Scenario> scene_;
};

TEST_F(ExecByAThread, WhileTheLeaderRuns) {
    begin({});
    expect_takeover();
}

TEST_F(ExecByAThread, WhileTheLeaderIsInACall) {
    begin({});
    (void)scene_->see(entry(1));
    expect_takeover();
}

TEST_F(ExecByAThread, WhileTheLeaderIsDelayed) {
    begin({.rules = {}, .hooks = true});
    scene_.emplace(Setting{.hooks = true});
    scene_->hooks.wanted.add(getppid_call, {.entry = true, .exit = false});
    scene_->hooks.on_decide = [](EventView&) { return Decision{.delay = std::chrono::hours(1)}; };
    scene_->begin();
    scene_->have_thread(2);
    (void)scene_->see(entry(2, SYS_execve));
    EXPECT_EQ(scene_->see(entry(1)), "") << "it is held";
    (void)scene_->said();
    scene_->kernel.vanish(task(1));
    expect_takeover();
    EXPECT_EQ(scene_->order(orders::HoldsOver{}), "");
}

TEST_F(ExecByAThread, WhileTheLeaderIsInAGroupStop) {
    begin({});
    (void)scene_->see(event(1, SIGSTOP));
    expect_takeover();
}

TEST_F(ExecByAThread, WhenTheLeaderHasEndedBefore) {
    begin({});
    (void)scene_->see(event(1));
    scene_->registry.remove({task(1), 1});
    EXPECT_EQ(scene_->see(execs(1, 2)), "call 1");
    EXPECT_EQ(scene_->registry.size(), 1U);
}

TEST_F(ExecByAThread, WhoseLeaderIsAnotherWorkersIsToldToThatOne) {
    begin({.workers = 2});
    // As if the leader had been handed over.
    scene_->registry.move({task(1), 1}, 1);
    EXPECT_EQ(scene_->see(execs(1, 2)), "call 1");
    EXPECT_EQ(scene_->ledger(0).vanished, 0U) << "the other worker is asked to";
    EXPECT_EQ(scene_->serve(1), "");
    EXPECT_EQ(scene_->registry.size(), 1U);
}

TEST_F(ExecByAThread, ThatWeDoNotKnowIsATraceeOfThatProcess) {
    begin({});
    scene_->exist(7, 7, 0);
    EXPECT_EQ(scene_->see(execs(7, 9)), "call 7");
    EXPECT_EQ(scene_->see(entry(7)), "call 7");
}

TEST_F(ExecByAThread, KeepsItsProcess) {
    Scenario scene(Setting{.hooks = true});
    pid_t process = 0;
    scene.hooks.wanted.add(getppid_call, {.entry = true, .exit = false});
    scene.hooks.on_decide = [&](EventView& view) {
        process = view.task().process;
        return Decision{};
    };
    scene.begin();
    scene.have_thread(2);
    (void)scene.see(entry(2, SYS_execve));
    (void)scene.see(execs(1, 2));
    (void)scene.see(tests::exit_of(1));
    (void)scene.see(entry(1));
    EXPECT_EQ(process, task(1));
}

TEST_F(ExecByAThread, WhereTheMessageCannotBeReadIsTakenForTheLeaders) {
    begin({});
    scene_->kernel.fail("event_message", EIO);
    EXPECT_EQ(scene_->see(execs(1, 1)), "call 1");
}

TEST_F(ExecByAThread, ThatIsKilledInTheStopIsGone) {
    begin({});
    scene_->kernel.kill_silently(task(1));
    EXPECT_EQ(scene_->see(execs(1, 1)), "call 1 fails");
    EXPECT_EQ(scene_->see(killed(1)), "");
    EXPECT_EQ(scene_->said(), "command ended 9");
}

}  // namespace
}  // namespace troupe
