#pragma once

#include <signal.h>
#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "troupe/core/launch.hpp"
#include "troupe/core/park.hpp"
#include "troupe/core/requests.hpp"
#include "troupe/core/result.hpp"
#include "troupe/core/waiter.hpp"

namespace troupe {

/// How to wait for reports of tracees.
enum class Wait : std::uint8_t {
    sleep,        ///< until there is one
    look,         ///< without sleeping
    look_for_end  ///< likewise, for the end alone of this child, or of this tracee of any thread of ours
};

/// Which part of a process a signal is for.
enum class SignalTo : std::uint8_t { process, thread };

/// What a worker asks the kernel to do with its tracees: wait, ptrace, signals. `linux_kernel` is the real one; tests have another. The
/// functions of the same names in waiter.hpp, requests.hpp, park.hpp and launch.hpp say what each does and which errors it has.
///
/// A request that gives up a `Stopped` leaves it to the caller where it fails, unless the tracee is gone (ESRCH).
class Kernel {
 public:
    Kernel() = default;
    Kernel(const Kernel&) = delete;
    Kernel& operator=(const Kernel&) = delete;
    virtual ~Kernel() = default;

    /// `tid` -1: any tracee of the calling thread.
    [[nodiscard]] virtual WaitReport wait(pid_t tid, Wait how) = 0;

    [[nodiscard]] virtual Result<void> seize(pid_t tid, const SeizeOptions& options) = 0;
    [[nodiscard]] virtual Result<void> interrupt(pid_t tid) = 0;
    [[nodiscard]] virtual Result<void> resume(Stopped&& tracee, Resume how, int signal) = 0;
    [[nodiscard]] virtual Result<void> detach(Stopped&& tracee, int signal) = 0;

    [[nodiscard]] virtual Result<SyscallInfo> syscall_info(const Stopped& tracee) = 0;
    [[nodiscard]] virtual Result<std::uint64_t> event_message(const Stopped& tracee) = 0;
    [[nodiscard]] virtual Result<siginfo_t> signal_info(const Stopped& tracee) = 0;
    [[nodiscard]] virtual Result<void> set_signal_info(const Stopped& tracee, const siginfo_t& info) = 0;

    [[nodiscard]] virtual Result<void> replace_call(const Stopped& tracee, std::int64_t value) = 0;
    [[nodiscard]] virtual Result<void> call_instead(const Stopped& tracee, SyscallId call) = 0;
    [[nodiscard]] virtual Result<void> set_result(const Stopped& tracee, std::int64_t value) = 0;
    [[nodiscard]] virtual Result<std::uint64_t> argument(const Stopped& tracee, Abi abi, std::size_t place) = 0;
    [[nodiscard]] virtual Result<void> set_argument(const Stopped& tracee, Abi abi, std::size_t place, std::uint64_t value) = 0;
    [[nodiscard]] virtual Result<UnwindRegisters> unwind_registers(const Stopped& tracee) = 0;
    [[nodiscard]] virtual Result<void> poke(const Stopped& tracee, std::uint64_t address, std::span<const std::byte> bytes) = 0;

    [[nodiscard]] virtual Result<std::vector<sock_filter>> filter_of(const Stopped& tracee, unsigned index) = 0;

    [[nodiscard]] virtual std::optional<ReadyToPark> prepare_to_park(const Stopped& tracee, const ParkingCalls& calls) = 0;
    [[nodiscard]] virtual Result<void> park(Stopped&& tracee, const ReadyToPark& ready) = 0;
    [[nodiscard]] virtual Result<void> unpark(const Stopped& tracee, const Parked& parked) = 0;

    [[nodiscard]] virtual Result<Launched> launch(const LaunchRequest& request, const Inheritance& inheritance) = 0;
    /// kill(2) or tkill(2); a task that is gone takes no signal, and that is no error here.
    virtual void send_signal(pid_t tid, int signal, SignalTo to) = 0;

 protected:
    [[nodiscard]] static Stopped stopped(pid_t tid) { return Stopped(tid); }
};

/// The one that we run on.
[[nodiscard]] Kernel& linux_kernel();

}  // namespace troupe
