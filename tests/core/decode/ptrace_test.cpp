#include <gtest/gtest.h>
#include <linux/audit.h>
#include <linux/ptrace.h>
#include <sys/uio.h>

#include <array>
#include <csignal>
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
    DecodedCall peek_of_i386("ptrace", Abi::i386);
    EXPECT_EQ(peek_of_i386.args({3, 7, 84, 0}).fails(3), "ptrace(PTRACE_PEEKUSER, 7, 8*RAX+4, NULL) = -1 ESRCH (No such process)");
    DecodedCall note("ptrace");
    EXPECT_EQ(note.args({0x4204, 7, 10, 0}).fails(3), "ptrace(PTRACE_GETREGSET, 7, NT_PSTATUS, NULL) = -1 ESRCH (No such process)");
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
              "instruction_pointer=0x1111, stack_pointer=0x2222, entry={nr=__NR_execve, args=[0x10, 0, 0, 0, 0, 0]}}) = 88");
}

/// PTRACE_GET_SYSCALL_INFO into `size` bytes, of which there are `told`.
std::string asked(const ptrace_syscall_info& info, std::uint64_t size, std::int64_t told) {
    DecodedCall call("ptrace");
    call.memory.put_object(0x1000, info);
    return call.args({0x420e, 7, size, 0x1000}).returns(told);
}

TEST(Ptrace, NamesCallsOfTheArchitectureThatMakesThem) {
    ptrace_syscall_info info{};
    info.op = PTRACE_SYSCALL_INFO_ENTRY;
    info.arch = AUDIT_ARCH_I386;
    info.entry.nr = 20;
    const auto line = [](const std::string& number) {
        return "ptrace(PTRACE_GET_SYSCALL_INFO, 7, 88, {op=PTRACE_SYSCALL_INFO_ENTRY, arch=" + number + ", args=[0, 0, 0, 0, 0, 0]}}) = 80";
    };
    const std::string places = ", instruction_pointer=NULL, stack_pointer=NULL, entry={nr=";
    EXPECT_EQ(asked(info, 88, 80), line("AUDIT_ARCH_I386" + places + "20 /* getpid */"));
    info.arch = AUDIT_ARCH_ARM;
    EXPECT_EQ(asked(info, 88, 80), line("AUDIT_ARCH_ARM" + places + "20"));
    info.arch = AUDIT_ARCH_X86_64;
    EXPECT_EQ(asked(info, 88, 80), line("AUDIT_ARCH_X86_64" + places + "__NR_writev"));
    info.entry.nr = 0x40000014;
    EXPECT_EQ(asked(info, 88, 80), line("AUDIT_ARCH_X86_64" + places + "1073741844 /* writev#64 */"));
    info.entry.nr = 5000;
    EXPECT_EQ(asked(info, 88, 80), line("AUDIT_ARCH_X86_64" + places + "5000"));
}

TEST(Ptrace, TellsOfACallAsMuchAsThereIs) {
    ptrace_syscall_info info{};
    info.op = PTRACE_SYSCALL_INFO_EXIT;
    info.arch = AUDIT_ARCH_X86_64;
    info.exit.rval = -5;
    info.exit.is_error = 1;
    const std::string begin = "{op=PTRACE_SYSCALL_INFO_EXIT, arch=AUDIT_ARCH_X86_64";
    const std::string places = ", instruction_pointer=NULL, stack_pointer=NULL";
    EXPECT_EQ(asked(info, 88, 33), "ptrace(PTRACE_GET_SYSCALL_INFO, 7, 88, " + begin + places + ", exit={rval=-EIO, is_error=1}}) = 33");
    EXPECT_EQ(asked(info, 30, 33), "ptrace(PTRACE_GET_SYSCALL_INFO, 7, 30, " + begin + places + "}) = 33");
    EXPECT_EQ(asked(info, 88, 10), "ptrace(PTRACE_GET_SYSCALL_INFO, 7, 88, " + begin + "}) = 10");
    EXPECT_EQ(asked(info, 0, 33), "ptrace(PTRACE_GET_SYSCALL_INFO, 7, 0, 0x1000) = 33");
    info.exit.is_error = 0;
    EXPECT_EQ(asked(info, 88, 33), "ptrace(PTRACE_GET_SYSCALL_INFO, 7, 88, " + begin + places + ", exit={rval=-5, is_error=0}}) = 33");
}

TEST(Ptrace, ReadsRegistersThroughAVector) {
    const std::array<std::uint64_t, 2> registers{0x15, 0x14};
    const auto written = [&](std::uint64_t request, std::uint64_t set, std::uint64_t base, std::uint64_t length) {
        DecodedCall call("ptrace");
        call.memory.put_object(0x1000, iovec{reinterpret_cast<void*>(base), length});
        call.memory.put_object(0x2000, registers);
        return call.args({request, 7, set, 0x1000}).fails(3);
    };
    const auto line = [](const std::string& arguments) { return "ptrace(PTRACE_" + arguments + ") = -1 ESRCH (No such process)"; };
    EXPECT_EQ(written(0x4205, 1, 0x2000, 16), line("SETREGSET, 7, NT_PRSTATUS, {iov_base={r15=0x15, r14=0x14}, iov_len=16}"));
    EXPECT_EQ(written(0x4205, 1, 0x2000, 12), line("SETREGSET, 7, NT_PRSTATUS, {iov_base=0x2000, iov_len=12}"));
    EXPECT_EQ(written(0x4205, 1, 0x2000, 24), line("SETREGSET, 7, NT_PRSTATUS, {iov_base=0x2000, iov_len=24}"));
    EXPECT_EQ(written(0x4205, 2, 0x2000, 8), line("SETREGSET, 7, NT_FPREGSET, {iov_base={cwd=0x15, swd=0, ftw=0, fop=0}, iov_len=8}"));
    EXPECT_EQ(written(0x4205, 0x202, 0x2000, 16), line("SETREGSET, 7, NT_X86_XSTATE, {iov_base=0x2000, iov_len=16}"));
    EXPECT_EQ(written(0x4204, 1, 0x2000, 16), line("GETREGSET, 7, NT_PRSTATUS, {iov_base=0x2000, iov_len=16}"));
    EXPECT_EQ(written(0x4205, 1, 0, 16), line("SETREGSET, 7, NT_PRSTATUS, {iov_base=NULL, iov_len=16}"));
}

TEST(Ptrace, TellsHowManyBytesOfRegistersThereAre) {
    DecodedCall call("ptrace");
    std::array<std::uint64_t, 40> registers{};
    registers[26] = 5;
    call.memory.put_object(0x2000, registers);
    call.memory.put_object(0x1000, iovec{reinterpret_cast<void*>(0x2000), 600});
    call.args({0x4204, 7, 1, 0x1000}).entry();
    call.memory.put_object(0x1000, iovec{reinterpret_cast<void*>(0x2000), 216});
    const std::string text = call.returns(0);
    EXPECT_TRUE(text.ends_with("fs=0, gs=0x5}, iov_len=600 => 216}) = 0")) << text;
}

TEST(Ptrace, ReadsFloatingPointRegisters) {
    DecodedCall call("ptrace");
    std::array<std::uint32_t, 128> registers{};
    registers[0] = 0x2037f;
    registers[8] = 7;
    registers[127] = 9;
    call.memory.put_object(0x1000, registers);
    const std::string text = call.args({14, 7, 0, 0x1000}).returns(0);
    EXPECT_TRUE(
        text.starts_with("ptrace(PTRACE_GETFPREGS, 7, {cwd=0x37f, swd=0x2, ftw=0, fop=0, rip=0, rdp=0, mxcsr=0, mxcr_mask=0, "
                         "st_space=[0x7, 0, 0"))
        << text;
    EXPECT_NE(text.find(", 0, ...], padding=["), std::string::npos) << text;
    EXPECT_TRUE(text.ends_with(", 0, 0x9]}) = 0")) << text;
}

TEST(Ptrace, TellsOfFiltersAndOfSignalsThatWait) {
    DecodedCall filter("ptrace");
    filter.memory.put_object(0x1000, std::array<std::uint64_t, 2>{5, 2});
    EXPECT_EQ(filter.args({0x420d, 7, 16, 0x1000}).fails(22),
              "ptrace(PTRACE_SECCOMP_GET_METADATA, 7, 16, {filter_off=5}) = -1 EINVAL (Invalid argument)");
    DecodedCall told("ptrace");
    told.memory.put_object(0x1000, std::array<std::uint64_t, 2>{5, 2});
    EXPECT_EQ(told.args({0x420d, 7, 16, 0x1000}).returns(16),
              "ptrace(PTRACE_SECCOMP_GET_METADATA, 7, 16, {filter_off=5, flags=SECCOMP_FILTER_FLAG_LOG}) = 16");
    DecodedCall signals("ptrace");
    std::array<siginfo_t, 2> waiting{};
    waiting[0].si_signo = SIGUSR1;
    waiting[0].si_pid = 42;
    waiting[1].si_signo = SIGUSR2;
    signals.memory.put_object(0x2000, waiting);
    signals.memory.put_object(0x1000, std::array<std::uint32_t, 4>{0, 0, 1, 2});
    EXPECT_EQ(signals.args({0x4209, 7, 0x1000, 0x2000}).returns(2),
              "ptrace(PTRACE_PEEKSIGINFO, 7, {off=0, flags=PTRACE_PEEKSIGINFO_SHARED, nr=2}, "
              "[{si_signo=SIGUSR1, si_code=SI_USER, si_pid=42, si_uid=0}, {si_signo=SIGUSR2, si_code=SI_USER, si_pid=0, si_uid=0}]) = 2");
}

}  // namespace
}  // namespace troupe::tests
