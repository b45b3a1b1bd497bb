#include "actors/worker/held_tracees.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/actors/worker/fake_kernel.hpp"

namespace troupe {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::FakeKernel;
using tests::FakeTasks;
using Why = HeldTracees::Why;

class HeldTraceesTest : public testing::Test {
 protected:
    Stop stop(int number, int signal = 0) {
        kernel_.report({.tid = tests::task(number)});
        return {std::move(std::get<StopReport>(kernel_.wait(-1, Wait::look)).stopped), signal};
    }
    static TaskId id(int number, std::uint32_t serial = 1) { return {tests::task(number), serial}; }

    FakeTasks tasks_;
    FakeKernel kernel_{tasks_};
    HeldTracees held_;
};

TEST_F(HeldTraceesTest, GivesAStopBackOnceWithItsSignal) {
    held_.hold(id(1), stop(1, SIGTERM), Why::departure);
    EXPECT_TRUE(held_.holds(id(1)));
    auto back = held_.release(id(1));
    ASSERT_TRUE(back.has_value());
    EXPECT_EQ(back->stopped.tid(), tests::task(1));
    EXPECT_EQ(back->signal, SIGTERM);
    back->stopped.gone();
    EXPECT_FALSE(held_.holds(id(1)));
    EXPECT_FALSE(held_.release(id(1)).has_value());
}

TEST_F(HeldTraceesTest, AnotherTraceeWithTheSameTidIsNotMeant) {
    held_.hold(id(1, 1), stop(1), Why::delay, 5);
    EXPECT_FALSE(held_.holds(id(1, 2)));
    EXPECT_FALSE(held_.release(id(1, 2)).has_value());
    EXPECT_TRUE(held_.holds(id(1, 1)));
}

TEST_F(HeldTraceesTest, DelaysAreOverInTheirOrderAndStayHeldUntilTheyAreReleased) {
    held_.hold(id(1), stop(1), Why::delay, 30);
    held_.hold(id(2), stop(2), Why::delay, 10);
    held_.hold(id(3), stop(3), Why::delay, 20);
    EXPECT_THAT(held_.due(9), IsEmpty());
    EXPECT_THAT(held_.due(10), ElementsAre(id(2)));
    EXPECT_THAT(held_.due(29), ElementsAre(id(2), id(3)));
    EXPECT_THAT(held_.due(30), ElementsAre(id(2), id(3), id(1)));
    held_.release(id(2))->stopped.gone();
    EXPECT_THAT(held_.due(30), ElementsAre(id(3), id(1)));
}

TEST_F(HeldTraceesTest, OnlyDelaysHaveATime) {
    held_.hold(id(1), stop(1), Why::parent);
    held_.hold(id(2), stop(2), Why::departure);
    EXPECT_THAT(held_.due(~std::uint64_t{0}), IsEmpty());
}

TEST_F(HeldTraceesTest, CountsByReason) {
    held_.hold(id(1), stop(1), Why::parent);
    held_.hold(id(2), stop(2), Why::departure);
    held_.hold(id(3), stop(3), Why::departure);
    EXPECT_EQ(held_.count(Why::departure), 2U);
    EXPECT_EQ(held_.count(Why::parent), 1U);
    EXPECT_EQ(held_.count(Why::delay), 0U);
    EXPECT_THAT(held_.held_for(Why::departure), ElementsAre(id(2), id(3)));
    held_.forget(id(3));
    EXPECT_EQ(held_.count(Why::departure), 1U);
}

TEST_F(HeldTraceesTest, ForgettingTheDeadAsksNothingOfTheKernel) {
    held_.hold(id(1), stop(1), Why::delay, 5);
    held_.forget(id(1));
    held_.forget(id(1));
    EXPECT_THAT(held_.due(5), IsEmpty());
    EXPECT_EQ(kernel_.asked(), "");
}

using HeldTraceesDeathTest = HeldTraceesTest;

TEST_F(HeldTraceesDeathTest, ATraceeIsHeldOnce) {
    held_.hold(id(1), stop(1), Why::delay, 5);
    FakeKernel other(tasks_);
    other.report({.tid = tests::task(1)});
    EXPECT_DEATH(
        {
            Stop second{std::move(std::get<StopReport>(other.wait(-1, Wait::look)).stopped)};
            held_.hold(id(1), std::move(second), Why::parent);
        },
        "a tracee is in one stop at a time");
}

TEST_F(HeldTraceesDeathTest, AStopThatIsDroppedIsABugOfOurs) {
    EXPECT_DEATH({ const Stop dropped = stop(1); }, "a stop is given up by resuming or detaching its tracee");
}

TEST_F(HeldTraceesDeathTest, AStopThatIsOverwrittenIsABugOfOurs) {
    EXPECT_DEATH(
        {
            Stop first = stop(1);
            first = stop(2);
        },
        "a stop is given up by resuming or detaching its tracee");
}

}  // namespace
}  // namespace troupe
