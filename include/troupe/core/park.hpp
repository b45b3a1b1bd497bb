#pragma once

#include <sys/user.h>

#include <cstdint>
#include <optional>

#include "troupe/core/abi.hpp"
#include "troupe/core/result.hpp"
#include "troupe/core/stopped.hpp"

/// How a tracee gets another tracer without noticing. A stop by SIGSTOP would stop its whole process; instead the tracee is made to
/// sleep in `pause`, between two of its calls and with every signal blocked, is detached there, and is seized by its new tracer, which
/// gives registers and signal mask back. The tracee never sees the `pause` return. Where a filter refuses `pause` it would, and then runs
/// with the registers of that call: so a tracee is parked only in a call that its filters are known to let pass.
namespace troupe {

/// A call in which a thread sleeps until a signal comes: it needs no memory, and the kernel makes it again by itself (ERESTARTNOHAND).
enum class ParkingCall : std::uint8_t { none, pause, ppoll };

/// Which one, by the ABI of the instruction by which the tracee would make it.
struct ParkingCalls {
    ParkingCall x86_64 = ParkingCall::pause;
    ParkingCall i386 = ParkingCall::pause;

    friend bool operator==(const ParkingCalls&, const ParkingCalls&) = default;
};
inline constexpr ParkingCalls cannot_park{ParkingCall::none, ParkingCall::none};

/// The first argument of that call, by which the filter of launched tracees knows `pause`.
inline constexpr std::uint32_t parking_cookie = 0x74726f75;  // "trou"

/// The number of `pause`, the one that our own filter lets pass.
[[nodiscard]] constexpr std::uint32_t parking_call(Abi abi) { return abi == Abi::i386 ? 29 : 34; }

/// What a parked tracee gets back.
struct Parked {
    user_regs_struct registers{};
    std::uint64_t signal_mask = 0;
};

/// A tracee at the exit of a system call, on its way to sleep: nothing of it has happened yet.
struct ReadyToPark {
    Parked before;
    user_regs_struct registers{};  ///< those with which it goes to sleep
};

/// What parking would take. Nothing: it cannot be parked here (the instruction it came from is no system call that we know, the call is to
/// be restarted, a signal mask is to be put back after it, it steps through its instructions, its calls go to a handler of its own, or
/// there is no call for it to sleep in), or another thread of ours would not be let seize it (Yama, another user's process).
[[nodiscard]] std::optional<ReadyToPark> prepare_to_park(const Stopped& tracee, const ParkingCalls& calls = {});

/// It has the registers and the mask now with which it goes to sleep. Errors: as `park`.
[[nodiscard]] Result<void> begin_to_park(const Stopped& tracee, const ReadyToPark& ready);

/// Sends it to sleep. From here on it is not traced. ESRCH: it was killed under us. After any other error the token is the caller's
/// still, and `unpark` makes good what was done.
[[nodiscard]] Result<void> park(Stopped&& tracee, const ReadyToPark& ready);

/// At the first stop after seizing and interrupting it: it is where it was before.
[[nodiscard]] Result<void> unpark(const Stopped& tracee, const Parked& parked);

}  // namespace troupe
