#include <gtest/gtest.h>

#include <array>
#include <cstdint>

#include "tests/support/decoded_call.hpp"

/// What ptrace is asked for, and what it tells.
namespace troupe::tests {
namespace {

TEST(Ptrace, HasAsManyArgumentsAsARequestTakes) {
    EXPECT_EQ(DecodedCall("ptrace").args({0, 1, 2, 3}).returns(0), "ptrace(PTRACE_TRACEME) = 0");
    EXPECT_EQ(DecodedCall("ptrace").args({16, 7, 2, 3}).returns(0), "ptrace(PTRACE_ATTACH, 7) = 0");
    EXPECT_EQ(DecodedCall("ptrace").args({7, 7, 0, 9}).returns(0), "ptrace(PTRACE_CONT, 7, NULL, SIGKILL) = 0");
    EXPECT_EQ(DecodedCall("ptrace").args({0x100000001, 7, 2, 3}).fails(5),
              "ptrace(0x100000001 /* PTRACE_??? */, 7, 0x2, 0x3) = -1 EIO (Input/output error)");
}

TEST(Ptrace, ReadsRegistersByTheirNames) {
    DecodedCall peek("ptrace");
    peek.memory.put_object(0x1000, std::uint64_t{0x77});
    EXPECT_EQ(peek.args({3, 7, 80, 0x1000}).returns(0), "ptrace(PTRACE_PEEKUSER, 7, 8*RAX, [0x77]) = 0");
    EXPECT_EQ(DecodedCall("ptrace").args({6, 7, 852, 0}).fails(5),
              "ptrace(PTRACE_POKEUSER, 7, offsetof(struct user, u_debugreg)+4, NULL) = -1 EIO (Input/output error)");
    DecodedCall all("ptrace");
    std::array<std::uint64_t, 27> registers{};
    registers[0] = 15;
    registers[26] = 5;
    all.memory.put_object(0x1000, registers);
    const std::string text = all.args({12, 7, 1, 0x1000}).returns(0);
    EXPECT_TRUE(text.starts_with("ptrace(PTRACE_GETREGS, 7, {r15=0xf, r14=0, ")) << text;
    EXPECT_TRUE(text.ends_with("fs=0, gs=0x5}) = 0")) << text;
}

TEST(Ptrace, SetsOptionsAndTellsEvents) {
    EXPECT_EQ(DecodedCall("ptrace").args({0x4200, 7, 0, 0x100001}).returns(0),
              "ptrace(PTRACE_SETOPTIONS, 7, NULL, PTRACE_O_TRACESYSGOOD|PTRACE_O_EXITKILL) = 0");
    DecodedCall event("ptrace");
    event.memory.put_object(0x1000, std::uint64_t{42});
    EXPECT_EQ(event.args({0x4201, 7, 0, 0x1000}).returns(0), "ptrace(PTRACE_GETEVENTMSG, 7, NULL, [42]) = 0");
    EXPECT_EQ(DecodedCall("ptrace").args({0x4204, 7, 1, 0}).fails(14),
              "ptrace(PTRACE_GETREGSET, 7, NT_PRSTATUS, NULL) = -1 EFAULT (Bad address)");
}

TEST(Ptrace, TellsWhichHalfOfACallAThreadIsIn) {
    DecodedCall call("ptrace");
    std::array<std::uint64_t, 11> told{};
    told[0] = (std::uint64_t{0xc000003e} << 32) | 1;
    told[1] = 0x1111;
    told[2] = 0x2222;
    told[3] = 59;
    told[4] = 0x10;
    call.memory.put_object(0x1000, told);
    EXPECT_EQ(call.args({0x420e, 7, 88, 0x1000}).returns(88),
              "ptrace(PTRACE_GET_SYSCALL_INFO, 7, 88, {op=PTRACE_SYSCALL_INFO_ENTRY, arch=AUDIT_ARCH_X86_64, "
              "instruction_pointer=0x1111, stack_pointer=0x2222, entry={nr=59, args=[0x10, 0, 0, 0, 0, 0]}}) = 88");
}

}  // namespace
}  // namespace troupe::tests
