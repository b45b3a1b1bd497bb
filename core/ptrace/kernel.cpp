#include "troupe/core/kernel.hpp"

#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <utility>

namespace troupe {
namespace {

class LinuxKernel final : public Kernel {
 public:
    WaitReport wait(pid_t tid, Wait how) override {
        switch (how) {
            case Wait::sleep:
                return tid < 0 ? Waiter::next() : Waiter::next_of(tid);
            case Wait::look:
                return Waiter::poll(tid);
            case Wait::look_for_end:
                break;
        }
        return Waiter::poll_end(tid);
    }

    Result<void> seize(pid_t tid, const SeizeOptions& options) override { return troupe::seize(tid, options); }
    Result<void> interrupt(pid_t tid) override { return troupe::interrupt(tid); }
    Result<void> resume(Stopped&& tracee, Resume how, int signal) override { return troupe::resume(std::move(tracee), how, signal); }
    Result<void> detach(Stopped&& tracee, int signal) override { return troupe::detach(std::move(tracee), signal); }

    Result<SyscallInfo> syscall_info(const Stopped& tracee) override { return troupe::syscall_info(tracee); }
    Result<std::uint64_t> event_message(const Stopped& tracee) override { return troupe::event_message(tracee); }
    Result<siginfo_t> signal_info(const Stopped& tracee) override { return troupe::signal_info(tracee); }
    Result<void> set_signal_info(const Stopped& tracee, const siginfo_t& info) override { return troupe::set_signal_info(tracee, info); }

    Result<void> replace_call(const Stopped& tracee, std::int64_t value) override { return troupe::replace_call(tracee, value); }
    Result<void> call_instead(const Stopped& tracee, SyscallId call) override { return troupe::call_instead(tracee, call); }
    Result<void> set_result(const Stopped& tracee, std::int64_t value) override { return troupe::set_result(tracee, value); }
    Result<std::uint64_t> argument(const Stopped& tracee, Abi abi, std::size_t place) override {
        return troupe::argument(tracee, abi, place);
    }
    Result<void> set_argument(const Stopped& tracee, Abi abi, std::size_t place, std::uint64_t value) override {
        return troupe::set_argument(tracee, abi, place, value);
    }
    Result<UnwindRegisters> unwind_registers(const Stopped& tracee) override { return troupe::unwind_registers(tracee); }
    Result<void> poke(const Stopped& tracee, std::uint64_t address, std::span<const std::byte> bytes) override {
        return troupe::poke(tracee, address, bytes);
    }

    Result<std::vector<sock_filter>> filter_of(const Stopped& tracee, unsigned index) override { return troupe::filter_of(tracee, index); }

    std::optional<ReadyToPark> prepare_to_park(const Stopped& tracee, const ParkingCalls& calls) override {
        return troupe::prepare_to_park(tracee, calls);
    }
    Result<void> park(Stopped&& tracee, const ReadyToPark& ready) override { return troupe::park(std::move(tracee), ready); }
    Result<void> unpark(const Stopped& tracee, const Parked& parked) override { return troupe::unpark(tracee, parked); }

    Result<Launched> launch(const LaunchRequest& request, const Inheritance& inheritance) override {
        return troupe::launch(request, inheritance);
    }
    void send_signal(pid_t tid, int signal, SignalTo to) override {
        // A filter on us may refuse the one and not the other; by the thread a signal that ends a process ends it as well.
        if (to == SignalTo::thread || (::kill(tid, signal) < 0 && errno != ESRCH)) {
            ::syscall(SYS_tkill, tid, signal);
        }
    }
};

}  // namespace

Kernel& linux_kernel() {
    static LinuxKernel kernel;
    return kernel;
}

}  // namespace troupe
