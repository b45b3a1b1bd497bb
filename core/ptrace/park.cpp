#include "troupe/core/park.hpp"

#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>

#include <array>
#include <cerrno>
#include <cstddef>

#include "troupe/core/procfs.hpp"

namespace troupe {
namespace {

constexpr std::uint64_t code_segment_64 = 0x33;  // __USER_CS, arch/x86/include/asm/segment.h

// Numbers below it are the kernel's own: ERESTARTSYS and its like (include/linux/errno.h). Who returns one is about to be restarted.
constexpr std::int64_t first_restart = -512;
constexpr std::int64_t last_restart = -516;

constexpr std::uint64_t trap_flag = 0x100;  // X86_EFLAGS_TF, arch/x86/include/uapi/asm/processor-flags.h

// include/uapi/linux/ptrace.h, since Linux 6.4; headers may be older.
constexpr auto get_dispatch_request = static_cast<__ptrace_request>(0x4211);  // PTRACE_GET_SYSCALL_USER_DISPATCH_CONFIG
struct DispatchConfig {
    std::uint64_t mode;  // PR_SYS_DISPATCH_OFF is 0
    std::uint64_t selector;
    std::uint64_t offset;
    std::uint64_t length;
};

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

/// A call with a temporary mask (ppoll, epoll_pwait, rt_sigsuspend …) that a signal ended leaves the mask to be put back to the way out of
/// the kernel, after the handler is chosen; PTRACE_SETSIGMASK would forget that, and the signal with it (kernel/ptrace.c,
/// clear_tsk_restore_sigmask). Its result may be changed by now, so the masks are asked: PTRACE_GETSIGMASK gives the one that will be put
/// back, /proc the one that is in force. Where they are the same, there is nothing to lose.
bool restores_mask(pid_t tid, std::uint64_t to_restore) {
    const auto status = procfs::status_of(tid);
    return !status || status->blocked != to_restore;
}

/// Its calls go to a handler of its own, our `pause` as well (prctl(2), PR_SET_SYSCALL_USER_DISPATCH). Before Linux 6.4 it cannot be asked.
bool dispatches_calls(pid_t tid) {
    DispatchConfig config{};
    return ask(get_dispatch_request, tid, sizeof config, &config) && config.mode != 0;
}

void call_from_64_bits(user_regs_struct& registers, ParkingCall call) {
    registers.rax = call == ParkingCall::pause ? SYS_pause : SYS_ppoll;
    registers.rdi = parking_cookie;
    registers.rsi = registers.rdx = registers.r10 = 0;  // ppoll: of no descriptors, for ever, without a mask
    registers.r8 = sizeof(std::uint64_t);
}

constexpr std::uint64_t i386_ppoll = 309;

void call_from_32_bits(user_regs_struct& registers, ParkingCall call) {
    registers.rax = call == ParkingCall::pause ? parking_call(Abi::i386) : i386_ppoll;
    registers.rbx = parking_cookie;
    registers.rcx = registers.rdx = registers.rsi = 0;
    registers.rdi = sizeof(std::uint64_t);
}

}  // namespace

std::optional<ReadyToPark> prepare_to_park(const Stopped& tracee, const ParkingCalls& calls) {
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
    const ParkingCall call = int80 ? calls.i386 : calls.x86_64;
    if ((!syscall && !int80) || call == ParkingCall::none) {
        return std::nullopt;
    }
    if ((before.eflags & trap_flag) != 0 || dispatches_calls(tid) || restores_mask(tid, ready.before.signal_mask)) {
        return std::nullopt;
    }
    before.orig_rax = static_cast<unsigned long long>(-1);  // it is in no call that could be restarted
    ready.registers = before;
    ready.registers.rip -= bytes->size();
    (int80 ? call_from_32_bits : call_from_64_bits)(ready.registers, call);
    return ready;
}

Result<void> begin_to_park(const Stopped& tracee, const ReadyToPark& ready) {
    const pid_t tid = tracee.tid();
    std::uint64_t everything = ~std::uint64_t{0};
    if (!ask(PTRACE_SETSIGMASK, tid, sizeof everything, &everything) || !ask(PTRACE_SETREGS, tid, 0, &ready.registers)) {
        return failure("park", errno, TaskId{tid, 0});
    }
    return {};
}

Result<void> park(Stopped&& tracee, const ReadyToPark& ready) {
    const pid_t tid = tracee.tid();
    Result<void> done = begin_to_park(tracee, ready);
    if (done && !ask(PTRACE_DETACH, tid, 0, nullptr)) {
        done = failure("park", errno, TaskId{tid, 0});
    }
    if (done || done.error().code == ESRCH) {
        tracee.gone();
    }
    return done;
}

Result<void> unpark(const Stopped& tracee, const Parked& parked) {
    if (!ask(PTRACE_SETREGS, tracee.tid(), 0, &parked.registers) ||
        !ask(PTRACE_SETSIGMASK, tracee.tid(), sizeof parked.signal_mask, &parked.signal_mask)) {
        return failure("give registers back", errno, TaskId{tracee.tid(), 0});
    }
    return {};
}

}  // namespace troupe
