#include "troupe/core/urgent.hpp"

#include <gtest/gtest.h>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include <optional>
#include <thread>
#include <utility>

namespace troupe {
namespace {

int policy() { return ::sched_getscheduler(0); }

/// Of a process that the calling thread starts.
int policy_of_a_child() {
    const pid_t child = ::fork();
    if (child == 0) {
        ::_exit(policy());
    }
    int status = 0;
    EXPECT_EQ(::waitpid(child, &status, 0), child);
    return WEXITSTATUS(status);
}

/// A thread that may not is no worse off; there is nothing to see then.
class UrgentTest : public testing::Test {
 protected:
    void SetUp() override {
        const sched_param first{1};
        if (::sched_setscheduler(0, SCHED_FIFO, &first) != 0) {
            GTEST_SKIP() << "SCHED_FIFO takes CAP_SYS_NICE";
        }
        const sched_param none{0};
        ASSERT_EQ(::sched_setscheduler(0, SCHED_OTHER, &none), 0);
    }
};

TEST_F(UrgentTest, LastsAsLongAsTheObjectAndIsNotInherited) {
    {
        std::optional<Urgent> first;
        first.emplace();
        EXPECT_EQ(policy(), SCHED_FIFO | SCHED_RESET_ON_FORK);
        EXPECT_EQ(policy_of_a_child(), SCHED_OTHER);
        std::jthread([] { EXPECT_EQ(policy(), SCHED_OTHER); }).join();
        const Urgent second(std::move(*first));
        first.reset();
        EXPECT_EQ(policy(), SCHED_FIFO | SCHED_RESET_ON_FORK);
    }
    EXPECT_EQ(policy(), SCHED_OTHER);
}

TEST_F(UrgentTest, APolicyOfTheUsersStays) {
    const sched_param none{0};
    ASSERT_EQ(::sched_setscheduler(0, SCHED_BATCH, &none), 0);
    {
        const Urgent urgent;
        EXPECT_EQ(policy(), SCHED_BATCH);
    }
    EXPECT_EQ(policy(), SCHED_BATCH);
    ASSERT_EQ(::sched_setscheduler(0, SCHED_OTHER, &none), 0);
}

TEST_F(UrgentTest, ForGood) {
    std::jthread([] {
        stay_urgent();
        EXPECT_EQ(policy(), SCHED_FIFO | SCHED_RESET_ON_FORK);
    }).join();
    EXPECT_EQ(policy(), SCHED_OTHER);
}

}  // namespace
}  // namespace troupe
