#include "troupe/core/descriptor_set.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>

namespace troupe {
namespace {

DescriptorSet set(std::string_view text) {
    const auto parsed = DescriptorSet::parse(text);
    EXPECT_TRUE(parsed) << text << ": " << parsed.error().text();
    return parsed.value_or(DescriptorSet{});
}

TEST(DescriptorSet, NumbersAreMembers) {
    for (const char* text : {"3,1", "1,3", ",1,3", "1,3,", " 1,3", "!!1,3", "1,3,3"}) {
        EXPECT_TRUE(set(text).contains(1)) << text;
        EXPECT_TRUE(set(text).contains(3)) << text;
        EXPECT_FALSE(set(text).contains(2)) << text;
    }
    EXPECT_TRUE(set("2147483647").contains(std::numeric_limits<int>::max()));
}

TEST(DescriptorSet, AnInvertedSetIsAllTheOthers) {
    EXPECT_FALSE(set("!1,3").contains(3));
    EXPECT_TRUE(set("!1,3").contains(2));
}

TEST(DescriptorSet, AllAndNoneAreSets) {
    EXPECT_TRUE(set("all").contains(7));
    EXPECT_TRUE(set("!none").contains(7));
    EXPECT_FALSE(set("none").contains(7));
    EXPECT_FALSE(set("!all").contains(7));
    EXPECT_FALSE(DescriptorSet{}.contains(0));
}

TEST(DescriptorSet, WhatIsNoDescriptorIsRefusedByName) {
    const std::pair<const char*, const char*> wrong[] = {{"", ""},       {"foo", "foo"}, {"1,x", "x"},     {"-1", "-1"},
                                                         {"0x3", "0x3"}, {"3-5", "3-5"}, {"1,all", "all"}, {"2147483648", "2147483648"}};
    for (const auto& [text, element] : wrong) {
        const auto parsed = DescriptorSet::parse(text);
        ASSERT_FALSE(parsed) << text;
        EXPECT_EQ(parsed.error().text(), "invalid descriptor '" + std::string(element) + "'");
    }
    EXPECT_EQ(DescriptorSet::parse("1,x").error().column, 2U);
}

}  // namespace
}  // namespace troupe
