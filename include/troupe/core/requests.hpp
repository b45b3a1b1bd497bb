#pragma once

#include <linux/filter.h>
#include <signal.h>

#include <cstdint>
#include <span>
#include <vector>

#include "troupe/core/event.hpp"
#include "troupe/core/result.hpp"
#include "troupe/core/stack.hpp"
#include "troupe/core/stopped.hpp"

/// Every ptrace request that we make, in one place. All of them act on a tracee that the caller holds stopped.
/// ESRCH means that the tracee was killed under us (nothing else can: we hold it): `is_gone`.
namespace troupe {

[[nodiscard]] inline bool is_gone(const Error& error) { return error.code == 3 /* ESRCH */; }

/// PTRACE_GET_SYSCALL_INFO (Linux 5.3, linux/ptrace.h). Entry and exit are told by the kernel at each stop, never by counting.
struct SyscallInfo {
    enum class At : std::uint8_t { none, entry, exit, seccomp };
    At at = At::none;
    SyscallId call{};         ///< entry, seccomp
    Arguments args{};         ///< entry, seccomp
    std::int64_t result = 0;  ///< exit: -1 with an error
    std::uint32_t error = 0;  ///< exit
    std::uint64_t instruction_pointer = 0;
    std::uint64_t stack_pointer = 0;
};
[[nodiscard]] Result<SyscallInfo> syscall_info(const Stopped& tracee);

[[nodiscard]] Result<std::uint64_t> event_message(const Stopped& tracee);
[[nodiscard]] Result<siginfo_t> signal_info(const Stopped& tracee);
[[nodiscard]] Result<void> set_signal_info(const Stopped& tracee, const siginfo_t& info);

/// At entry: the call is not made, and returns `value` (-4095…-1: an errno). Works at a syscall stop and at a seccomp stop.
[[nodiscard]] Result<void> replace_call(const Stopped& tracee, std::int64_t value);

/// At entry: the call with this number of the kernel's is made for it, with the same arguments.
[[nodiscard]] Result<void> call_instead(const Stopped& tracee, SyscallId call);
/// At exit: what the tracee gets (-4095…-1: an errno).
[[nodiscard]] Result<void> set_result(const Stopped& tracee, std::int64_t value);
/// The register of an argument of a call, from 0. The kernel changes it in no call; a new child has its parent's. Of i386 the whole
/// register, of which the call has the lower half.
[[nodiscard]] Result<std::uint64_t> argument(const Stopped& tracee, Abi abi, std::size_t place);
[[nodiscard]] Result<void> set_argument(const Stopped& tracee, Abi abi, std::size_t place, std::uint64_t value);

/// Where it is and what its stack is found by.
[[nodiscard]] Result<UnwindRegisters> unwind_registers(const Stopped& tracee);

/// Writes memory whatever its protection (PTRACE_POKEDATA).
[[nodiscard]] Result<void> poke(const Stopped& tracee, std::uint64_t address, std::span<const std::byte> bytes);

/// A seccomp filter of the tracee, by age: 0 is the oldest (PTRACE_SECCOMP_GET_FILTER). ENOENT: it has no more. EACCES: we lack
/// CAP_SYS_ADMIN in the first user namespace, or are under seccomp ourselves. EINVAL, EIO: a kernel without CONFIG_CHECKPOINT_RESTORE.
[[nodiscard]] Result<std::vector<sock_filter>> filter_of(const Stopped& tracee, unsigned index);

/// How a tracee goes on.
enum class Resume : std::uint8_t {
    freely,        ///< PTRACE_CONT: to the next event or filtered call
    to_next_call,  ///< PTRACE_SYSCALL: to the next entry or exit
    stay_stopped,  ///< PTRACE_LISTEN: a group stop goes on until SIGCONT
};
/// The token is the caller's still where the kernel refuses: EIO, `signal` is no signal. Where the tracee is gone it is given up.
[[nodiscard]] Result<void> resume(Stopped&& tracee, Resume how, int signal);
/// It is not traced any more, and runs on, with `signal` where it waits for one to be delivered. Errors as for `resume`.
[[nodiscard]] Result<void> detach(Stopped&& tracee, int signal);

/// The options of PTRACE_SEIZE.
struct SeizeOptions {
    bool follow = false;        ///< new threads and children are tracees, too
    bool kill_on_exit = false;  ///< tracees die with us
    bool filter_stops = true;   ///< SECCOMP_RET_TRACE is a stop; false: ENOSYS, as for a thread that is not traced
};
/// Not stopped by it. EPERM: no permission, or traced by another process. ESRCH: no such thread.
[[nodiscard]] Result<void> seize(pid_t tid, const SeizeOptions& options);
/// Asks a running tracee for an event stop.
[[nodiscard]] Result<void> interrupt(pid_t tid);

}  // namespace troupe
