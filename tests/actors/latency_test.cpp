#include "actors/latency.hpp"

#include <gtest/gtest.h>

namespace troupe {
namespace {

TEST(Latency, OfNothingIsNothing) { EXPECT_EQ(Latency{}.percentile(0.5), 0U); }

TEST(Latency, KeepsSmallOnesExactly) {
    Latency latency;
    latency.add(5);
    EXPECT_EQ(latency.percentile(0.5), 5U);
}

TEST(Latency, IsRightWithinAnEighth) {
    for (const std::uint64_t ns : {8ULL, 9ULL, 15ULL, 16ULL, 1000ULL, 2047ULL, 2048ULL, 1'234'567ULL, 0xffff'ffff'ffff'ffffULL}) {
        Latency latency;
        latency.add(ns);
        EXPECT_GE(latency.percentile(0.99), ns);
        EXPECT_LE(latency.percentile(0.99) / 9 * 8, ns);
    }
}

TEST(Latency, TellsTheMiddleFromTheTail) {
    Latency latency;
    for (int i = 0; i < 98; ++i) latency.add(100);
    latency.add(100'000);
    latency.add(100'000);
    EXPECT_LT(latency.percentile(0.5), 120U);
    EXPECT_GE(latency.percentile(0.99), 100'000U);
}

TEST(Latency, AddsUp) {
    Latency left;
    Latency right;
    left.add(1);
    right.add(1);
    right.add(7);
    left += right;
    EXPECT_EQ(left.count(), 3U);
    EXPECT_EQ(left.percentile(1), 7U);
}

}  // namespace
}  // namespace troupe
