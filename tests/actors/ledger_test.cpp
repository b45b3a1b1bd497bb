#include "actors/ledger.hpp"

#include <gtest/gtest.h>

namespace troupe {
namespace {

TEST(Ledger, IsBalancedWhereEveryTraceeThatCameHasLeftInOneWay) {
    EXPECT_TRUE(Ledger{}.balanced());
    EXPECT_TRUE((Ledger{.appeared = 6, .reaped = 3, .detached = 2, .vanished = 1}.balanced()));
    EXPECT_FALSE((Ledger{.appeared = 6, .reaped = 3, .detached = 2}.balanced()));
    EXPECT_FALSE((Ledger{.appeared = 1, .reaped = 1, .vanished = 1}.balanced()));
}

TEST(Ledger, AddsUpEveryCount) {
    Ledger sum{.stops = 1, .asked = 2, .appeared = 3, .reaped = 4, .detached = 5, .vanished = 6, .moved = 8, .serving = {}, .late = 7};
    sum += Ledger{
        .stops = 10, .asked = 20, .appeared = 30, .reaped = 40, .detached = 50, .vanished = 60, .moved = 80, .serving = {}, .late = 70};
    EXPECT_EQ(sum.stops, 11U);
    EXPECT_EQ(sum.asked, 22U);
    EXPECT_EQ(sum.appeared, 33U);
    EXPECT_EQ(sum.reaped, 44U);
    EXPECT_EQ(sum.detached, 55U);
    EXPECT_EQ(sum.vanished, 66U);
    EXPECT_EQ(sum.moved, 88U);
    EXPECT_EQ(sum.late, 77U);
}

}  // namespace
}  // namespace troupe
