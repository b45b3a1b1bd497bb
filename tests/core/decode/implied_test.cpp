#include <gtest/gtest.h>
#include <signal.h>
#include <ucontext.h>

#include <array>

#include "tests/support/decoded_call.hpp"

/// What is shown of calls that have no arguments.
namespace troupe::tests {
namespace {

constexpr std::uint64_t hup = 1, last_realtime = std::uint64_t{1} << 63;

TEST(Resumed, NamesTheCallThatWasInterrupted) {
    EXPECT_EQ(DecodedCall("restart_syscall").resumes("poll").returns(0), "restart_syscall(<... resuming interrupted poll ...>) = 0");
}

TEST(Resumed, SaysSystemCallWhereNobodySawIt) {
    EXPECT_EQ(DecodedCall("restart_syscall").entry(), "restart_syscall(<... resuming interrupted system call ...>");
}

TEST(Resumed, HasNoArgumentsWhereTheyAreRaw) {
    EXPECT_EQ(DecodedCall("restart_syscall").qualifiers(qualifier::trace | qualifier::raw).resumes("poll").returns(0),
              "restart_syscall() = 0");
}

TEST(SignalFrame, HasTheMaskInItsContext) {
    DecodedCall call("rt_sigreturn");
    call.memory.put_object(0x1000 + offsetof(ucontext_t, uc_sigmask), hup | last_realtime);
    EXPECT_EQ(call.stack(0x1000).returns(0), "rt_sigreturn({mask=[HUP RT_32]}) = 0");
}

TEST(SignalFrame, IsShownBeforeTheCall) {
    DecodedCall call("rt_sigreturn");
    call.memory.put_object(0x1000 + offsetof(ucontext_t, uc_sigmask), std::uint64_t{0});
    EXPECT_EQ(call.stack(0x1000).entry(), "rt_sigreturn({mask=[]}");
}

TEST(SignalFrame, HasAnAddressInItWhereItCannotBeRead) {
    EXPECT_EQ(DecodedCall("rt_sigreturn").stack(0x1000).returns(0), "rt_sigreturn({mask=0x1128}) = 0");
}

TEST(SignalFrame, HasAnAddressInItWhereNobodyLooksBehindPointers) {
    DecodedCall call("rt_sigreturn");
    call.memory.put_object(0x1000 + offsetof(ucontext_t, uc_sigmask), std::uint64_t{0});
    EXPECT_EQ(call.qualifiers(qualifier::trace | qualifier::abbrev).stack(0x1000).returns(0), "rt_sigreturn({mask=0x1128}) = 0");
}

TEST(SignalFrame, IsNothingWhereTheStackIsUnknownOrArgumentsAreRaw) {
    EXPECT_EQ(DecodedCall("rt_sigreturn").returns(0), "rt_sigreturn() = 0");
    EXPECT_EQ(DecodedCall("rt_sigreturn").qualifiers(qualifier::trace | qualifier::raw).stack(0x1000).returns(0), "rt_sigreturn() = 0");
}

TEST(SignalFrame, HasAShorterContextOnX32) {
    DecodedCall call("rt_sigreturn", Abi::x32);
    call.memory.put_object(0x1000 + 280, hup);
    EXPECT_EQ(call.stack(0x1000).entry(), "rt_sigreturn({mask=[HUP]}");
}

TEST(SignalFrame, BeginsWithTheSignalOnI386) {
    DecodedCall call("rt_sigreturn", Abi::i386);
    call.memory.put_object(0x1000 + 248, hup | last_realtime);
    EXPECT_EQ(call.stack(0x1000).entry(), "rt_sigreturn({mask=[HUP RT_32]}");
}

TEST(SignalFrame, OfTheOldKindHasTheMaskInTwoPlaces) {
    DecodedCall call("sigreturn", Abi::i386);
    call.memory.put_object(0x1000 + 80, std::uint32_t{1});
    call.memory.put_object(0x1000 + 712, std::uint32_t{1} << 31);
    EXPECT_EQ(call.stack(0x1000).entry(), "sigreturn({mask=[HUP RT_32]}");
}

}  // namespace
}  // namespace troupe::tests
