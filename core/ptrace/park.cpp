#include "troupe/core/park.hpp"

#include <sys/ptrace.h>
#include <sys/uio.h>
#include <sys/user.h>

#include <array>
#include <cerrno>
#include <cstddef>

namespace troupe {
namespace {

constexpr std::uint64_t code_segment_64 = 0x33;  // __USER_CS, arch/x86/include/asm/segment.h

// Numbers below it are the kernel's own: ERESTARTSYS and its like (include/linux/errno.h). Who returns one is about to be restarted.
constexpr std::int64_t first_restart = -512;
constexpr std::int64_t last_restart = -516;

template <typename Data>
bool ask(__ptrace_request what, pid_t tid, std::size_t size, Data data) {
    return ::ptrace(what, tid, size, data) == 0;
}

/// The instruction that brought the tracee into the kernel. Read in the way that asks for the permission that PTRACE_SEIZE asks for
/// (process_vm_readv(2): PTRACE_MODE_ATTACH_REALCREDS), which a process that traces it already does not need.
std::optional<std::array<unsigned char, 2>> instruction_before(pid_t tid, std::uint64_t address) {
    std::array<unsigned char, 2> bytes{};
    const iovec local{bytes.data(), bytes.size()};
    const iovec remote{reinterpret_cast<void*>(address - bytes.size()), bytes.size()};
    if (::process_vm_readv(tid, &local, 1, &remote, 1, 0) != static_cast<ssize_t>(bytes.size())) {
        return std::nullopt;
    }
    return bytes;
}

}  // namespace

std::optional<ReadyToPark> prepare_to_park(const Stopped& tracee) {
    const pid_t tid = tracee.tid();
    ReadyToPark ready;
    user_regs_struct& before = ready.before.registers;
    if (!ask(PTRACE_GETREGS, tid, 0, &before) || !ask(PTRACE_GETSIGMASK, tid, sizeof ready.before.signal_mask, &ready.before.signal_mask)) {
        return std::nullopt;
    }
    const auto result = static_cast<std::int64_t>(before.rax);
    const auto bytes = instruction_before(tid, before.rip);
    if (!bytes || (result <= first_restart && result >= last_restart)) {
        return std::nullopt;
    }
    const bool syscall = (*bytes)[0] == 0x0f && (*bytes)[1] == 0x05 && before.cs == code_segment_64;
    const bool int80 = (*bytes)[0] == 0xcd && (*bytes)[1] == 0x80;
    if (!syscall && !int80) {
        return std::nullopt;
    }
    before.orig_rax = static_cast<unsigned long long>(-1);  // it is in no call that could be restarted
    ready.registers = before;
    ready.registers.rip -= bytes->size();
    ready.registers.rax = parking_call(int80 ? Abi::i386 : Abi::x86_64);
    (int80 ? ready.registers.rbx : ready.registers.rdi) = parking_cookie;
    return ready;
}

Result<void> park(Stopped&& tracee, const ReadyToPark& ready) {
    const pid_t tid = tracee.tid();
    std::uint64_t everything = ~std::uint64_t{0};
    if (ask(PTRACE_SETSIGMASK, tid, sizeof everything, &everything) && ask(PTRACE_SETREGS, tid, 0, &ready.registers) &&
        ask(PTRACE_DETACH, tid, 0, nullptr)) {
        tracee.gone();
        return {};
    }
    const int code = errno;
    if (code == ESRCH) {
        tracee.gone();
    }
    return failure("park", code, TaskId{tid, 0});
}

Result<void> unpark(const Stopped& tracee, const Parked& parked) {
    if (!ask(PTRACE_SETREGS, tracee.tid(), 0, &parked.registers) ||
        !ask(PTRACE_SETSIGMASK, tracee.tid(), sizeof parked.signal_mask, &parked.signal_mask)) {
        return failure("give registers back", errno, TaskId{tracee.tid(), 0});
    }
    return {};
}

}  // namespace troupe
