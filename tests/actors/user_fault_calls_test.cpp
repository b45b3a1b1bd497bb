#include "actors/user_fault_calls.hpp"

#include <gtest/gtest.h>
#include <sys/syscall.h>

namespace troupe {
namespace {

constexpr std::uint64_t new_descriptor = 0xaa00;

TEST(UserFaultCalls, AreUserfaultfdAndTheIoctlThatMakesOne) {
    EXPECT_TRUE(asks_for_user_faults({Abi::x86_64, SYS_userfaultfd}, {}));
    EXPECT_TRUE(asks_for_user_faults({Abi::x86_64, SYS_ioctl}, {3, new_descriptor, 0}));
    EXPECT_TRUE(asks_for_user_faults({Abi::x86_64, SYS_ioctl}, {3, 0xffff'ffff'0000'0000 | new_descriptor, 0})) << "an int to the kernel";
    EXPECT_FALSE(asks_for_user_faults({Abi::x86_64, SYS_ioctl}, {3, 0xaa01, 0}));
    EXPECT_FALSE(asks_for_user_faults({Abi::x86_64, SYS_read}, {3, new_descriptor, 0}));
}

TEST(UserFaultCalls, AreKnownInEveryAbi) {
    EXPECT_TRUE(asks_for_user_faults({Abi::i386, 374}, {}));
    EXPECT_TRUE(asks_for_user_faults({Abi::i386, 54}, {3, new_descriptor, 0}));
    EXPECT_TRUE(asks_for_user_faults({Abi::x32, 323}, {}));
    EXPECT_TRUE(asks_for_user_faults({Abi::x32, 514}, {3, new_descriptor, 0}));
}

}  // namespace
}  // namespace troupe
