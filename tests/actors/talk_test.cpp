#include "actors/talk.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace troupe {
namespace {

constexpr std::uint64_t microsecond = 1'000;
constexpr std::uint64_t millisecond = 1'000'000;

class TalkTest : public testing::Test {
 protected:
    /// So many calls, one every `interval` ns; whether the last of them made it talk much.
    bool hear(unsigned calls, std::uint64_t interval) {
        bool much = false;
        for (unsigned i = 0; i < calls; ++i) {
            now_ += interval;
            much = talk_.hear(now_, crowd_);
        }
        return much;
    }
    unsigned busy(std::size_t worker) { return loads_.loads()[worker].talkative; }

    LoadBoard loads_{{0, 1}};
    Crowd crowd_;
    Talk talk_;
    std::uint64_t now_ = 1'000 * millisecond;
};

TEST_F(TalkTest, EightCallsThatFollowSoonAreMuch) {
    EXPECT_FALSE(hear(1, 10 * millisecond));
    EXPECT_FALSE(hear(7, 10 * microsecond));
    EXPECT_TRUE(hear(1, 10 * microsecond));
    EXPECT_FALSE(hear(1, 2 * millisecond)) << "one late call counts against it";
    EXPECT_TRUE(hear(4, 10 * microsecond)) << "but does not undo all";
    EXPECT_FALSE(hear(100, 2 * millisecond));
}

TEST_F(TalkTest, InACrowdNobodyCanComeAsSoon) {
    std::vector<Talk> others(100);
    const auto all_call = [&](unsigned rounds) {
        bool much = false;
        for (unsigned i = 0; i < rounds; ++i) {
            now_ += 3 * millisecond;
            for (Talk& other : others) {
                (void)other.hear(now_, crowd_);
            }
            much = talk_.hear(now_, crowd_);
        }
        return much;
    };
    EXPECT_TRUE(all_call(20)) << "every 3 ms, as all hundred of them do";
    others.resize(10);
    EXPECT_FALSE(all_call(20)) << "but that is not often among ten";
}

TEST_F(TalkTest, CountsWithOneWorkerAndNowhereWhileItRests) {
    talk_.count_at(0, loads_);
    EXPECT_EQ(busy(0), 1U);
    talk_.count_at(1, loads_);
    EXPECT_EQ(busy(0), 0U);
    EXPECT_EQ(busy(1), 1U);
    talk_.rest(loads_);
    talk_.rest(loads_);
    EXPECT_EQ(busy(1), 0U);
    EXPECT_EQ(loads_.at(1), 1U) << "it lives there all the same";
    talk_.wake(loads_);
    talk_.wake(loads_);
    EXPECT_EQ(busy(1), 1U);
    talk_.rest(loads_);
    talk_.count_at(0, loads_);
    EXPECT_EQ(busy(0), 1U);
    EXPECT_EQ(busy(1), 0U);
    talk_.rest(loads_);
    talk_.fall_quiet(loads_);
    EXPECT_FALSE(talk_.is_talkative());
    EXPECT_EQ(busy(0), 0U);
    EXPECT_EQ(loads_.at(0), 0U);
}

TEST_F(TalkTest, WhoCountsNowhereDoesNotRestEither) {
    talk_.rest(loads_);
    talk_.wake(loads_);
    talk_.fall_quiet(loads_);
    talk_.count_at(0, loads_);
    EXPECT_EQ(busy(0), 1U);
}

TEST_F(TalkTest, FallsQuietAfterALongSilence) {
    hear(9, microsecond);
    EXPECT_FALSE(talk_.is_silent(now_ + 50 * millisecond, crowd_));
    EXPECT_TRUE(talk_.is_silent(now_ + 51 * millisecond, crowd_));
    EXPECT_FALSE(talk_.is_silent(now_ - 1, crowd_)) << "another thread's clock may have been read before";
    talk_.fall_quiet(loads_);
    EXPECT_FALSE(hear(1, microsecond)) << "it has to prove itself anew";
}

TEST_F(TalkTest, WhoWasMovedIsAskedAboutLessOften) {
    const auto calls_until_due = [this] {
        unsigned calls = 1;
        while (!talk_.is_due()) {
            ++calls;
        }
        return calls;
    };
    EXPECT_EQ(calls_until_due(), 128U);
    EXPECT_EQ(calls_until_due(), 128U);
    talk_.was_moved();
    EXPECT_EQ(calls_until_due(), 256U);
    for (int i = 0; i < 10; ++i) {
        talk_.was_moved();
    }
    EXPECT_EQ(calls_until_due(), 2048U);
}

}  // namespace
}  // namespace troupe
