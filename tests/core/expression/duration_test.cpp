#include "troupe/core/duration.hpp"

#include <gtest/gtest.h>

namespace troupe {
namespace {

using namespace std::chrono_literals;

TEST(Duration, IsInMicrosecondsUnlessItSaysOtherwise) {
    EXPECT_EQ(parse_duration("250"), 250us);
    EXPECT_EQ(parse_duration("250us"), 250us);
    EXPECT_EQ(parse_duration("3s"), 3s);
    EXPECT_EQ(parse_duration("20ms"), 20ms);
    EXPECT_EQ(parse_duration("7ns"), 7ns);
    EXPECT_EQ(parse_duration("0"), 0ns);
}

TEST(Duration, StandsBehindBlanksAndASign) {
    EXPECT_EQ(parse_duration("+250"), 250us);
    EXPECT_EQ(parse_duration(" \t3s"), 3s);
    EXPECT_EQ(parse_duration("-0ms"), 0ns);
}

TEST(Duration, MayHaveAFractionOrAnExponent) {
    EXPECT_EQ(parse_duration("1.5ms"), 1500us);
    EXPECT_EQ(parse_duration(".5s"), 500ms);
    EXPECT_EQ(parse_duration("5.ms"), 5ms);
    EXPECT_EQ(parse_duration("1e3"), 1ms);
    EXPECT_EQ(parse_duration("0.25"), 250ns);
    EXPECT_EQ(parse_duration("0.6ns"), 1ns);
}

TEST(Duration, LongerThanACenturyIsACentury) {
    EXPECT_EQ(*parse_duration("9999999999999s"), *parse_duration("1e12s"));
    EXPECT_GT(*parse_duration("9999999999999s"), 24h * 365 * 100);
    EXPECT_GT(std::chrono::steady_clock::now() + *parse_duration("9999999999999s"), std::chrono::steady_clock::now());
}

TEST(Duration, IsRefusedWithThePlaceWhereItGoesWrong) {
    for (const char* text : {"", "ms", "-1", "- 1", "++1", "inf", "nan", "one"}) {
        const auto duration = parse_duration(text);
        ASSERT_FALSE(duration) << text;
        EXPECT_EQ(duration.error().column, 0U) << text;
    }
    EXPECT_EQ(parse_duration("1m").error().column, 1U);
    EXPECT_EQ(parse_duration("1m").error().text(), "unknown unit 'm' of a duration (s, ms, us or ns)");
    EXPECT_EQ(parse_duration("1.5 ms").error().column, 3U);
    EXPECT_EQ(parse_duration("0x10").error().column, 1U);
    EXPECT_FALSE(parse_duration("1e999"));
    EXPECT_FALSE(parse_duration("9223372036854775808ns"));
    EXPECT_TRUE(parse_duration("9223372036854775807ns"));
}

}  // namespace
}  // namespace troupe
