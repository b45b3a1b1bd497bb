#include "core/format/line_leader.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <time.h>

namespace troupe {
namespace {

constexpr std::uint64_t second = 1'000'000'000;
using Clock = LineColumns::Clock;

Head at(std::uint64_t realtime, std::uint64_t monotonic = 1) { return {.time = {realtime, monotonic}}; }

class LineLeaderTest : public testing::Test {
 protected:
    void SetUp() override {
        ::setenv("TZ", "UTC", 1);
        ::tzset();
    }
    static std::string leader_of(LineColumns columns, const Head& head) {
        std::string text;
        LineLeader(columns).append(head, text);
        return text;
    }
};

TEST_F(LineLeaderTest, IsEmptyWhereNothingIsWanted) { EXPECT_EQ(leader_of({}, at(5 * second)), ""); }

TEST_F(LineLeaderTest, TellsTheTimeOfDayOrTheSecondsSince1970AsExactlyAsWanted) {
    const std::uint64_t moment = 1'795'779'622 * second + 12'345'678;
    EXPECT_EQ(leader_of({.clock = Clock::time_of_day}, at(moment)), "11:40:22 ");
    EXPECT_EQ(leader_of({.clock = Clock::time_of_day, .clock_precision = Precision::milliseconds}, at(moment)), "11:40:22.012 ");
    EXPECT_EQ(leader_of({.clock = Clock::unix_time, .clock_precision = Precision::microseconds}, at(moment)), "1795779622.012345 ");
    EXPECT_EQ(leader_of({.clock = Clock::unix_time, .clock_precision = Precision::nanoseconds}, at(moment)), "1795779622.012345678 ");
}

TEST_F(LineLeaderTest, TellsTheTimeSinceTheLastLine) {
    LineLeader leader({.since_last = Precision::microseconds});
    std::string text;
    leader.append(at(0, 7 * second), text);
    leader.append(at(0, 8 * second + 250'000'999), text);
    leader.append(at(0, 8 * second), text);
    EXPECT_EQ(text, "     0.000000      1.250000      0.000000 ") << "one that was noted earlier and written later counts as no time";
}

TEST_F(LineLeaderTest, HasAllColumnsInTheirOrder) {
    Head head = at(1'795'779'622 * second, 5 * second);
    head.number = 110;
    head.instruction_pointer = 0x7fa64d7d64f7;
    const LineColumns all{.clock = Clock::time_of_day, .since_last = Precision::seconds, .number = true, .instruction_pointer = true};
    EXPECT_EQ(leader_of(all, head), "11:40:22 (+     0) [ 110] [00007fa64d7d64f7] ");
}

TEST_F(LineLeaderTest, PointersHaveTheWidthOfTheTraceesAndOfTheDeadAreUnknown) {
    Head head{.instruction_pointer = 0xf7f1f5e9, .has_wide_addresses = false};
    EXPECT_EQ(leader_of({.instruction_pointer = true}, head), "[f7f1f5e9] ");
    head.instruction_pointer.reset();
    EXPECT_EQ(leader_of({.instruction_pointer = true}, head), "[????????] ");
    head.has_wide_addresses = true;
    EXPECT_EQ(leader_of({.instruction_pointer = true}, head), "[????????????????] ");
    head.instruction_pointer = 0;
    EXPECT_EQ(leader_of({.instruction_pointer = true}, head), "[0000000000000000] ");
}

TEST_F(LineLeaderTest, TellsTheTimeSpentOnlyWhereItIsWanted) {
    std::string text;
    LineLeader({}).append_spent({0, 1}, {0, second}, text);
    EXPECT_EQ(text, "");
    LineLeader({.spent = Precision::microseconds}).append_spent({0, second}, {0, 3 * second + 4'999}, text);
    EXPECT_EQ(text, " <2.000004>");
}

}  // namespace
}  // namespace troupe
