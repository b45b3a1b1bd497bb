#include "core/tables/nearest_name.hpp"

#include <gtest/gtest.h>

namespace troupe {
namespace {

std::string_view nearest(std::string_view wanted) {
    NearestName search(wanted);
    for (const std::string_view name : {"open", "openat", "openat2", "close", "read", "readv"}) search.offer(name);
    return search.best();
}

TEST(NearestName, LettersMayBeChangedAddedLeftOutOrSwapped) {
    EXPECT_EQ(nearest("opan"), "open");
    EXPECT_EQ(nearest("oppen"), "open");
    EXPECT_EQ(nearest("clse"), "close");
    EXPECT_EQ(nearest("opne"), "open");
    EXPECT_EQ(nearest("opnaet"), "openat");
}

TEST(NearestName, CaseDoesNotMatter) { EXPECT_EQ(nearest("CLOSE"), "close"); }

TEST(NearestName, TheNearestWinsAndOfEquallyNearOnesTheFirst) {
    EXPECT_EQ(nearest("openat3"), "openat");
    EXPECT_EQ(nearest("reav"), "read");
}

TEST(NearestName, WhatIsFarAwayIsNoHelp) {
    EXPECT_EQ(nearest("write"), "");
    EXPECT_EQ(nearest("xy"), "");
    EXPECT_EQ(nearest(""), "");
}

TEST(NearestName, WhatIsVeryLongIsLikeNothing) {
    const std::string wanted(5000, 'o');
    NearestName search(wanted);
    search.offer(wanted);
    EXPECT_EQ(search.best(), "");

    const std::string longest(64, 'o');
    const std::string longer = longest + std::string(21, 'o');
    NearestName near(longest);
    near.offer(longer + "o");
    EXPECT_EQ(near.best(), "");
    near.offer(longer);
    EXPECT_EQ(near.best(), longer);
}

}  // namespace
}  // namespace troupe
