#include "troupe/core/per_call.hpp"

#include <gtest/gtest.h>

namespace troupe {
namespace {

constexpr SyscallId first{Abi::x86_64, 0};
constexpr SyscallId last_of_i386{Abi::i386, call_numbers - 1};

TEST(PerCall, BeginsWithTheValueOfNothing) {
    const PerCall<int> numbers;
    EXPECT_EQ(numbers[first], 0);
    EXPECT_EQ(numbers[last_of_i386], 0);
}

TEST(PerCall, HasAPlaceForEachCallOfEachAbi) {
    PerCall<int> numbers;
    numbers[first] = 1;
    numbers[last_of_i386] = 2;
    EXPECT_EQ(numbers[first], 1);
    EXPECT_EQ(numbers.of(Abi::i386).back(), 2);
    EXPECT_EQ((numbers[{Abi::x32, 0}]), 0);
}

TEST(PerCall, OfBoolHasBits) {
    PerCall<bool> set;
    EXPECT_TRUE(set == PerCall<bool>{});
    set[last_of_i386] = true;
    EXPECT_TRUE(set[last_of_i386]);
    EXPECT_FALSE(set[first]);
    EXPECT_EQ(set.of(Abi::i386).count(), 1U);
    EXPECT_FALSE(set == PerCall<bool>{});
}

TEST(PerCall, EndsBehindTheTables) {
    EXPECT_TRUE(has_small_number(last_of_i386));
    EXPECT_FALSE(has_small_number({Abi::i386, call_numbers}));
}

}  // namespace
}  // namespace troupe
