#include "troupe/core/argument_reading.hpp"

#include <gtest/gtest.h>

#include "core/tables/tag_traits.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

Reading reading(std::string_view call, std::size_t argument, Abi abi = Abi::x86_64) {
    const SyscallRow* row = row_of({abi, number_of(call, abi).value()});
    return reading_of(signature_of(*row, abi).arguments[argument], abi);
}

TEST(ArgumentReading, FollowsTheKernelsTypeOfTheArgument) {
    EXPECT_EQ(reading("getpriority", 0), Reading::signed_32);
    EXPECT_EQ(reading("getpriority", 1), Reading::signed_32) << "whatever it is the number of";
    EXPECT_EQ(reading("waitid", 1), Reading::signed_32);
    EXPECT_EQ(reading("clock_gettime", 0), Reading::signed_32) << "clocks of processes are negative";
    EXPECT_EQ(reading("lseek", 2), Reading::unsigned_32);
    EXPECT_EQ(reading("kill", 1), Reading::signed_32);
    EXPECT_EQ(reading("setuid", 0), Reading::unsigned_32);
    EXPECT_EQ(reading("lseek", 1), Reading::signed_word);
    EXPECT_EQ(reading("munmap", 1), Reading::word);
    EXPECT_EQ(reading("open", 0), Reading::text);
    EXPECT_EQ(reading("open", 1), Reading::flags);
    EXPECT_EQ(reading("read", 1), Reading::word);
    EXPECT_EQ(reading("stat", 1), Reading::word);
}

const Argument& argument(std::string_view call, std::size_t index) {
    return signature_of(*row_of({Abi::x86_64, number_of(call, Abi::x86_64).value()}), Abi::x86_64).arguments[index];
}

TEST(ArgumentReading, OfSomeTheRegisterSaysAll) {
    EXPECT_TRUE(stands_for_itself(argument("openat", 0)));
    EXPECT_TRUE(stands_for_itself(argument("openat", 1))) << "a string is read by its address";
    EXPECT_TRUE(stands_for_itself(argument("openat", 2)));
    EXPECT_TRUE(stands_for_itself(argument("lseek", 2)));
    EXPECT_FALSE(stands_for_itself(argument("fcntl", 2))) << "the command decides";
    EXPECT_FALSE(stands_for_itself(argument("kill", 1))) << "a signal has a name";
    EXPECT_FALSE(stands_for_itself(argument("connect", 1)));
    EXPECT_FALSE(stands_for_itself(argument("getcwd", 0))) << "the kernel writes it";
}

TEST(ArgumentReading, PointersAreKnown) {
    EXPECT_TRUE(points_at_memory(argument("connect", 1)));
    EXPECT_TRUE(points_at_memory(argument("getcwd", 0)));
    EXPECT_FALSE(points_at_memory(argument("openat", 1)));
    EXPECT_FALSE(points_at_memory(argument("fcntl", 2)));
}

TEST(ArgumentReading, OfA64BitValueOnI386IsInTwoRegisters) {
    EXPECT_EQ(reading("pread64", 3, Abi::i386), Reading::signed_low_high);
    EXPECT_EQ(reading("fanotify_mark", 2, Abi::i386), Reading::low_high);
    EXPECT_EQ(reading("_llseek", 1, Abi::i386), Reading::high_low);
}

TEST(Tags, ThatAreTwoRegistersAreWideNumbers) {
    for (const TagTraits& traits : tag_traits) {
        if (traits.registers != Registers::one) {
            EXPECT_EQ(bytes_of(traits.width, Abi::i386), 8u) << static_cast<int>(traits.tag);
            EXPECT_EQ(traits.holds, Holds::number) << static_cast<int>(traits.tag);
        }
    }
}

}  // namespace
}  // namespace troupe
