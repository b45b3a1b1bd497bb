#include "actors/supervisor/attaching.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cerrno>

#include "tests/actors/supervisor/desk_with_peers.hpp"
#include "troupe/core/procfs.hpp"

namespace troupe::tests {
namespace {

// No process has one of these: they are above every pid_max.
constexpr pid_t first = 2'000'000'001;
constexpr pid_t second = 2'000'000'002;
constexpr pid_t third = 2'000'000'003;

class AttachingTest : public testing::Test {
 protected:
    AttachingTest() { office.config.attach = {first, second, third}; }

    DeskWithPeers office;
    std::optional<bool> done;
    Attaching attaching{office.desk, [this](bool any) { done = any; }};
};

TEST_F(AttachingTest, WorkersDivideTheProcessesAmongThemselves) {
    attaching.begin();
    EXPECT_EQ(office.workers.sent(), "0: attach to 2000000001 2000000003, 1: attach to 2000000002");
    EXPECT_TRUE(attaching.is_waiting());
    EXPECT_FALSE(done.has_value());
}

TEST_F(AttachingTest, ItIsDoneWhenEachHasAnswered) {
    attaching.begin();
    attaching.answered({{{first, 0}, {third, 0}}}, true);
    EXPECT_TRUE(attaching.is_waiting());
    attaching.answered({{{second, 0}}}, true);
    EXPECT_FALSE(attaching.is_waiting());
    EXPECT_EQ(done, true);
    EXPECT_EQ(office.said(), "");
}

TEST_F(AttachingTest, WhatCannotBeAttachedToIsSaidAndTheOthersAreTraced) {
    attaching.begin();
    attaching.answered({{{first, ESRCH}, {third, 0}}}, true);
    attaching.answered({{{second, 0}}}, true);
    EXPECT_EQ(done, true);
}

TEST_F(AttachingTest, WithoutAnyThereIsNothingToTrace) {
    attaching.begin();
    attaching.answered({{{first, ESRCH}, {third, ESRCH}}}, true);
    attaching.answered({{{second, ESRCH}}}, true);
    EXPECT_EQ(done, false);
}

TEST_F(AttachingTest, WithFollowRoundsGoOnUntilNoThreadIsNew) {
    office.config.follow = true;
    office.config.attach = {::getpid()};
    attaching.begin();
    EXPECT_NE(office.workers.sent(), "");
    attaching.answered({{{::getpid(), 0}}}, true);  // other threads of ours may be found, by sanitizers: each round asks for them
    while (attaching.is_waiting()) {
        notices::Attached answer;
        for (const pid_t tid : procfs::threads_of(::getpid())) {
            answer.outcomes.push_back({tid, 0});
        }
        attaching.answered(answer, true);
    }
    EXPECT_EQ(done, true);
}

TEST_F(AttachingTest, WhatIsATraceeAlreadyIsNotAskedForAgain) {
    (void)office.registry.add(second, 0, true);
    attaching.begin();
    EXPECT_EQ(office.workers.sent(), "0: attach to 2000000001, 1: attach to 2000000003");
}

TEST_F(AttachingTest, NoRoundFollowsWhenTheRunEnds) {
    office.config.follow = true;
    attaching.begin();
    (void)office.workers.sent();
    attaching.answered({{}}, false);
    attaching.answered({{}}, false);
    EXPECT_EQ(office.workers.sent(), "");
    EXPECT_TRUE(done.has_value());
}

}  // namespace
}  // namespace troupe::tests
