// Without -f: children are not followed, whatever they are made with.
#include <gtest/gtest.h>
#include <sched.h>
#include <unistd.h>

#include "tests/actors/worker/scenario.hpp"

namespace troupe {
namespace {

using namespace tests;

class Unfollowed : public testing::Test {
 protected:
    Unfollowed() { scene_.begin(); }
    /// Task 1 clones; what came of it is `result`.
    void clone(std::int64_t result) {
        EXPECT_EQ(scene_.see(entry(1, SYS_clone, {CLONE_PARENT | SIGCHLD})), "call 1");
        EXPECT_EQ(scene_.see(tests::exit_of(1, result)), "call 1");
    }
    /// The kernel has an end to report, which no worker has taken.
    bool has_end(int number) { return std::holds_alternative<EndReport>(scene_.kernel.wait(task(number), Wait::look_for_end)); }

    Scenario scene_{Setting{.follow = false}};
};

TEST_F(Unfollowed, AChildThatTheKernelAttachesToUsIsDetachedWithoutAWord) {
    EXPECT_EQ(scene_.see(event(2)), "detach 2");
    EXPECT_EQ(scene_.see(signals(3, SIGUSR1)), "detach 3 with 10");
    EXPECT_FALSE(scene_.registry.contains(task(2)));
    EXPECT_EQ(scene_.trace().find("attached"), std::string::npos);
    (void)scene_.see(exits(1));
    EXPECT_TRUE(scene_.ledger().balanced());
    EXPECT_EQ(scene_.said(), "command ended 0, none left");
}

TEST_F(Unfollowed, AChildOfOursIsReapedWhenItHasEnded) {
    scene_.exist(2, 2, 0);
    scene_.tasks.statuses[task(2)].parent = ::getpid();
    clone(task(2));
    (void)scene_.order(orders::LookForTracees{});
    scene_.kernel.report(entry(1));
    scene_.kernel.report(exits(2));
    scene_.send(orders::LookForTracees{}, 0);
    (void)scene_.serve();
    EXPECT_FALSE(has_end(2));
}

TEST_F(Unfollowed, AChildOfTheTraceeIsNotOurs) {
    scene_.exist(2, 2, 1);
    clone(task(2));
    scene_.kernel.report(entry(1));
    scene_.kernel.report(exits(2));
    scene_.send(orders::LookForTracees{}, 0);
    (void)scene_.serve();
    EXPECT_TRUE(has_end(2));
}

}  // namespace
}  // namespace troupe
