#include <gtest/gtest.h>

#include "tests/support/decoded_call.hpp"
#include "troupe/core/decode.hpp"

namespace troupe::tests {
namespace {

TEST(Result, IsDecimalForCountsAndNumbers) {
    EXPECT_EQ(DecodedCall("getpid").returns(4711), "getpid() = 4711");
    EXPECT_EQ(DecodedCall("dup").args({3}).returns(4), "dup(3) = 4");
}

TEST(Result, IsHexadecimalForAddresses) {
    EXPECT_EQ(DecodedCall("brk").args({0}).returns(0x55e8cb5be000), "brk(NULL) = 0x55e8cb5be000");
    EXPECT_EQ(DecodedCall("brk", Abi::i386).args({0}).returns(static_cast<std::int32_t>(0xf7f00000)), "brk(NULL) = 0xf7f00000");
}

TEST(Result, IsOctalForUmask) { EXPECT_EQ(DecodedCall("umask").args({022}).returns(022), "umask(022) = 022"); }

TEST(Result, IsAQuestionMarkWhereTheCallDoesNotReturn) { EXPECT_EQ(DecodedCall("exit_group").args({3}).returns(0), "exit_group(3) = ?"); }

TEST(Result, NamesTheErrorAndSaysWhatItMeans) {
    EXPECT_EQ(DecodedCall("close").args({9}).fails(9), "close(9) = -1 EBADF (Bad file descriptor)");
}

TEST(Result, OfAnUnknownErrorIsItsNumber) {
    EXPECT_EQ(DecodedCall("getppid").fails(600), "getppid() = -1 (errno 600)");
    EXPECT_EQ(DecodedCall("getppid").fails(134), "getppid() = -1 (errno 134)");
}

TEST(Result, OfARestartIsNotFinal) {
    EXPECT_EQ(DecodedCall("getppid").fails(512), "getppid() = ? ERESTARTSYS (To be restarted if SA_RESTART is set)");
    EXPECT_EQ(DecodedCall("getppid").fails(513), "getppid() = ? ERESTARTNOINTR (To be restarted)");
    EXPECT_EQ(DecodedCall("getppid").fails(514), "getppid() = ? ERESTARTNOHAND (To be restarted if no handler)");
    EXPECT_EQ(DecodedCall("getppid").fails(516), "getppid() = ? ERESTART_RESTARTBLOCK (Interrupted by signal)");
    EXPECT_EQ(DecodedCall("getppid").fails(515), "getppid() = -1 ENOIOCTLCMD (Unknown error 515)");
}

TEST(Result, IsMarkedWhereItWasInjected) {
    EXPECT_EQ(DecodedCall("getppid").injected().fails(1), "getppid() = -1 EPERM (Operation not permitted) (INJECTED)");
    EXPECT_EQ(DecodedCall("fcntl").args({3, 1}).injected().returns(1), "fcntl(3, F_GETFD) = 0x1 (flags FD_CLOEXEC) (INJECTED)");
}

TEST(Result, ThatIsNegativeIsAWordUnlessItIsAPidOrADescriptor) {
    EXPECT_EQ(DecodedCall("sched_yield").injected().returns(-5), "sched_yield() = 18446744073709551611 (INJECTED)");
    EXPECT_EQ(DecodedCall("sched_yield", Abi::i386).injected().returns(-5), "sched_yield() = 4294967291 (INJECTED)");
    EXPECT_EQ(DecodedCall("getppid").injected().returns(-5), "getppid() = -5 (INJECTED)");
    EXPECT_EQ(DecodedCall("dup").args({3}).injected().returns(-5), "dup(3) = -5 (INJECTED)");
}

TEST(Result, SaysWhatElseWasDone) {
    EXPECT_EQ(DecodedCall("getppid").poked().returns(1), "getppid() = 1 (INJECTED: args)");
    EXPECT_EQ(DecodedCall("getppid").poked().injected().returns(1), "getppid() = 1 (INJECTED: args, retval)");
    EXPECT_EQ(DecodedCall("getppid").delayed().returns(1), "getppid() = 1 (DELAYED)");
    EXPECT_EQ(DecodedCall("getppid").injected().delayed().fails(1), "getppid() = -1 EPERM (Operation not permitted) (INJECTED) (DELAYED)");
    EXPECT_EQ(DecodedCall("fcntl").args({3, 1}).poked().delayed().returns(1),
              "fcntl(3, F_GETFD) = 0x1 (flags FD_CLOEXEC) (INJECTED: args) (DELAYED)");
}

TEST(Result, OfACommandIsNamed) {
    EXPECT_EQ(DecodedCall("fcntl").args({3, 3}).returns(0x8002), "fcntl(3, F_GETFL) = 0x8002 (flags O_RDWR|O_LARGEFILE)");
    EXPECT_EQ(DecodedCall("fcntl").args({3, 1}).returns(0), "fcntl(3, F_GETFD) = 0");
    EXPECT_EQ(DecodedCall("fcntl").args({3, 1025}).returns(2), "fcntl(3, F_GETLEASE) = 0x2 (F_UNLCK)");
    EXPECT_EQ(DecodedCall("fcntl").args({3, 11}).returns(10), "fcntl(3, F_GETSIG) = 10 (SIGUSR1)");
    EXPECT_EQ(DecodedCall("fcntl").args({3, 1034}).returns(1), "fcntl(3, F_GET_SEALS) = 0x1 (seals F_SEAL_SEAL)");
    EXPECT_EQ(DecodedCall("prctl").args({3}).returns(1), "prctl(PR_GET_DUMPABLE) = 1 (SUID_DUMP_USER)");
}

TEST(Result, ThatIsAConstantIsNamed) {
    EXPECT_EQ(DecodedCall("personality").args({0xffffffff}).returns(0x40000),
              "personality(0xffffffff) = 0x40000 (PER_LINUX|ADDR_NO_RANDOMIZE)");
    EXPECT_EQ(DecodedCall("sched_getscheduler").args({0}).returns(0), "sched_getscheduler(0) = 0 (SCHED_OTHER)");
    EXPECT_EQ(DecodedCall("sched_getscheduler").args({0}).returns(1073741827), "sched_getscheduler(0) = 1073741827");
}

TEST(Result, OfACallWithoutARowIsANumber) {
    EXPECT_EQ(DecodedCall(1500, Abi::x86_64).args({1, 2, 3, 4, 5, 6}).fails(38),
              "syscall_0x5dc(0x1, 0x2, 0x3, 0x4, 0x5, 0x6) = -1 ENOSYS (Function not implemented)");
    EXPECT_EQ(DecodedCall(1500, Abi::x86_64).args({0}).returns(-7), "syscall_0x5dc(0, 0, 0, 0, 0, 0) = -7");
}

TEST(Result, IsHexadecimalLikeTheArgumentsWhereTheyAreRaw) {
    EXPECT_EQ(DecodedCall("lseek").qualifiers(qualifier::trace | qualifier::raw).args({3, 5, 0}).returns(5), "lseek(0x3, 0x5, 0) = 0x5");
}

}  // namespace
}  // namespace troupe::tests
