#include "actors/worker/launch_watch.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace troupe {
namespace {

class LaunchWatchTest : public testing::Test {
 protected:
    LaunchWatchTest() {
        int ends[2];
        EXPECT_EQ(::pipe(ends), 0);
        writer_ = UniqueFd(ends[1]);
        watch_.watch(10, UniqueFd(ends[0]));
    }
    void tell(int code, LaunchStep step) {
        const std::array<int, 2> told{code, static_cast<int>(step)};
        EXPECT_EQ(::write(writer_.get(), told.data(), sizeof told), static_cast<ssize_t>(sizeof told));
        writer_.reset();
    }

    UniqueFd writer_;
    LaunchWatch watch_;
};

TEST_F(LaunchWatchTest, ItIsLaunchingUntilItsExecve) {
    EXPECT_TRUE(watch_.is_launching(10));
    EXPECT_FALSE(watch_.is_launching(11));
    watch_.executed(11);
    EXPECT_TRUE(watch_.is_launching(10));
    watch_.executed(10);
    EXPECT_FALSE(watch_.is_launching(10));
}

TEST_F(LaunchWatchTest, AFailureIsToldOnce) {
    tell(ENOEXEC, LaunchStep::exec);
    const auto failure = watch_.failure_of(10);
    ASSERT_TRUE(failure.has_value());
    EXPECT_EQ(failure->code, ENOEXEC);
    EXPECT_EQ(failure->step, LaunchStep::exec);
    EXPECT_FALSE(watch_.failure_of(10).has_value());
    EXPECT_FALSE(watch_.is_launching(10));
}

TEST_F(LaunchWatchTest, OneThatWasKilledBeforeItsExecveSaysNothing) {
    writer_.reset();
    EXPECT_FALSE(watch_.failure_of(10).has_value());
}

TEST_F(LaunchWatchTest, TheEndOfAnotherTraceeIsNotItsFailure) {
    tell(ENOENT, LaunchStep::exec);
    EXPECT_FALSE(watch_.failure_of(11).has_value());
    EXPECT_TRUE(watch_.failure_of(10).has_value());
}

TEST_F(LaunchWatchTest, AfterItsExecveItsEndIsNoFailure) {
    watch_.executed(10);
    EXPECT_FALSE(watch_.failure_of(10).has_value());
}

}  // namespace
}  // namespace troupe
