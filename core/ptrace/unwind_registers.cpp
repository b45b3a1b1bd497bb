#include <sys/ptrace.h>
#include <sys/user.h>

#include <cerrno>

#include "troupe/core/requests.hpp"

namespace troupe {
namespace {

constexpr std::uint64_t code_segment_32 = 0x23;  // __USER32_CS, arch/x86/include/asm/segment.h

}  // namespace

Result<UnwindRegisters> unwind_registers(const Stopped& tracee) {
    user_regs_struct now{};
    if (::ptrace(PTRACE_GETREGS, tracee.tid(), nullptr, &now) != 0) {
        return failure("read registers", errno, TaskId{tracee.tid(), 0});
    }
    if (now.cs == code_segment_32) {
        return UnwindRegisters{.values = {now.rax, now.rcx, now.rdx, now.rbx, now.rsp, now.rbp, now.rsi, now.rdi, now.rip}, .wide = false};
    }
    return UnwindRegisters{.values = {now.rax, now.rdx, now.rcx, now.rbx, now.rsi, now.rdi, now.rbp, now.rsp, now.r8, now.r9, now.r10,
                                      now.r11, now.r12, now.r13, now.r14, now.r15, now.rip}};
}

}  // namespace troupe
