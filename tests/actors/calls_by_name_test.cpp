#include "actors/calls_by_name.hpp"

#include <gtest/gtest.h>

namespace troupe::tests {
namespace {

constexpr SyscallId ioctl_64{Abi::x86_64, 16};
constexpr SyscallId ioctl_32{Abi::i386, 54};

TEST(CallsByName, AreThoseOfEveryAbi) {
    Subscription calls;
    add_calls(calls, "ioctl", {.entry = true, .exit = false});
    EXPECT_EQ(calls.of(ioctl_64), (Interest{.entry = true, .exit = false}));
    EXPECT_EQ(calls.of(ioctl_32), (Interest{.entry = true, .exit = false}));
    EXPECT_FALSE(calls.of({Abi::x86_64, 17}).any());
}

TEST(CallsByName, WithAPredicateAreWantedWhereItHolds) {
    Subscription calls;
    add_calls(calls, "ioctl", {.entry = true, .exit = true}, {{equals(1, 0xaa00)}});
    EXPECT_FALSE(calls.of(ioctl_64).any());
    EXPECT_TRUE(calls.of(ioctl_64, {3, 0xaa00}).exit);
    EXPECT_FALSE(calls.of(ioctl_64, {3, 0x7'0000'aa00}).any());
    EXPECT_TRUE(calls.of(ioctl_32, {3, 0xaa00}).exit);
}

TEST(CallsByName, OfAnIntNoMoreThanItsBitsCount) {
    const ArgumentPredicate is_five = equals(0, 5, bits_of_int);
    EXPECT_TRUE(is_five.holds(0x7'0000'0005));
    EXPECT_FALSE(is_five.holds(0x7'0000'0006));
    EXPECT_FALSE(equals(0, 5).holds(0x7'0000'0005));
}

}  // namespace
}  // namespace troupe::tests
