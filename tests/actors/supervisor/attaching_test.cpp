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

    /// What is said to the user from `begin_listening` on.
    static void begin_listening() { testing::internal::CaptureStderr(); }
    std::string heard() {
        office.desk.output.flush();
        return testing::internal::GetCapturedStderr();
    }

    DeskWithPeers office;
    std::optional<bool> done;
    Attaching attaching{office.desk, [this](bool any) { done = any; }};
};

TEST_F(AttachingTest, OneFollowsTheOtherAndWorkersTakeTurns) {
    begin_listening();
    attaching.begin();
    EXPECT_EQ(office.workers.sent(), "0: attach to 2000000001");
    EXPECT_TRUE(attaching.is_waiting());
    attaching.answered({{{first, 0}}}, true);
    EXPECT_EQ(office.workers.sent(), "1: attach to 2000000002");
    attaching.answered({{{second, 0}}}, true);
    EXPECT_EQ(office.workers.sent(), "0: attach to 2000000003");
    EXPECT_FALSE(done.has_value());
    attaching.answered({{{third, 0}}}, true);
    EXPECT_FALSE(attaching.is_waiting());
    EXPECT_EQ(done, true);
    EXPECT_EQ(heard(), "");
}

TEST_F(AttachingTest, WhatCannotBeAttachedToIsSaidAtOnceAndTheOthersAreTraced) {
    begin_listening();
    attaching.begin();
    attaching.answered({{{first, ESRCH}}}, true);
    attaching.answered({{{second, 0}}}, true);
    attaching.answered({{{third, ESRCH}}}, true);
    EXPECT_EQ(done, true);
    EXPECT_EQ(heard(),
              "troupe: attach: ptrace(PTRACE_SEIZE, 2000000001): No such process\n"
              "troupe: attach: ptrace(PTRACE_SEIZE, 2000000003): No such process\n");
}

TEST_F(AttachingTest, WithoutAnyThereIsNothingToTrace) {
    attaching.begin();
    for (const pid_t pid : {first, second, third}) {
        attaching.answered({{{pid, ESRCH}}}, true);
    }
    EXPECT_EQ(done, false);
}

TEST_F(AttachingTest, WhatIsNamedTwiceIsRefusedTheSecondTime) {
    office.config.attach = {first, first};
    begin_listening();
    attaching.begin();
    (void)office.registry.add(first, 0, true);
    attaching.answered({{{first, 0}}}, true);
    EXPECT_EQ(done, true);
    EXPECT_EQ(office.workers.sent(), "0: attach to 2000000001");
    EXPECT_TRUE(heard().starts_with("troupe: attach: ptrace(PTRACE_SEIZE, 2000000001): Operation not permitted\n"));
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
    (void)office.registry.add(first, 0, true);
    attaching.begin();
    EXPECT_EQ(office.workers.sent(), "0: attach to 2000000002");
}

TEST_F(AttachingTest, NobodyIsAskedAnyMoreWhenTheRunEnds) {
    attaching.begin();
    (void)office.workers.sent();
    attaching.answered({{}}, false);
    EXPECT_EQ(office.workers.sent(), "");
    EXPECT_TRUE(done.has_value());
}

}  // namespace
}  // namespace troupe::tests
