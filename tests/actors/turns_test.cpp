#include "actors/turns.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace troupe {
namespace {

class TurnsTest : public testing::Test {
 protected:
    void take_part(pid_t from, pid_t to) {
        for (pid_t tid = from; tid <= to; ++tid) {
            turns_.add(tid);
        }
    }
    /// Serves so many stops of those that are `ready`; `first` is who comes where anybody is waited for. Counts what it takes.
    void serve(int stops, const std::set<pid_t>& ready, pid_t first) {
        for (int i = 0; i < stops; ++i) {
            bool served = false;
            while (const auto tid = turns_.next()) {
                ++asked_;
                if (ready.contains(*tid)) {
                    turns_.was_ready();
                    ++served_[*tid];
                    served = true;
                    break;
                }
            }
            if (!served) {
                turns_.waited();
                ++served_[first];
            }
        }
    }

    Turns turns_;
    std::map<pid_t, int> served_;
    int asked_ = 0;
};

TEST_F(TurnsTest, ReadyOnesAreServedOneAfterTheOther) {
    take_part(1, 8);
    serve(800, {1, 2, 3, 4, 5, 6, 7, 8}, 8);
    for (pid_t tid = 1; tid <= 8; ++tid) {
        EXPECT_NEAR(served_[tid], 100, 1) << tid;
    }
}

TEST_F(TurnsTest, HalfIsEnoughToGoOn) {
    take_part(1, 8);
    serve(800, {2, 4, 6, 7}, 6);
    for (const pid_t tid : {2, 4, 6, 7}) {
        EXPECT_NEAR(served_[tid], 200, 1) << tid;
    }
}

TEST_F(TurnsTest, WhereHardlyAnybodyIsReadyHardlyAnybodyIsAsked) {
    take_part(1, 100);
    serve(10'000, {}, 50);
    EXPECT_EQ(served_[50], 10'000);
    EXPECT_LT(asked_, 3'000);
    EXPECT_GT(asked_, 1'000) << "but it is tried again and again";
}

TEST_F(TurnsTest, OneAloneIsWaitedFor) {
    turns_.add(1);
    turns_.add(1);
    EXPECT_EQ(turns_.size(), 1U);
    EXPECT_FALSE(turns_.next().has_value());
}

TEST_F(TurnsTest, WhoLeavesIsNotAskedAndNobodyIsLeftOut) {
    take_part(1, 4);
    EXPECT_EQ(turns_.next(), 1);
    EXPECT_EQ(turns_.next(), 2);
    turns_.remove(1);
    turns_.remove(7);
    EXPECT_EQ(turns_.next(), 3);
    turns_.remove(4);
    turns_.was_ready();
    EXPECT_EQ(turns_.next(), 2);
    EXPECT_EQ(turns_.next(), 3);
}

}  // namespace
}  // namespace troupe
