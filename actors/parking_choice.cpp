#include "actors/parking_choice.hpp"

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdint>
#include <optional>
#include <utility>

#include "actors/companion.hpp"
#include "troupe/core/requests.hpp"
#include "troupe/core/unique_fd.hpp"
#include "troupe/core/waiter.hpp"

namespace troupe {
namespace {

constexpr std::uint32_t no_handler_restart = 514;  // ERESTARTNOHAND, include/linux/errno.h
constexpr int i386_getppid = 64;

/// In the companion: makes a call by the instruction of this ABI when its tracer is ready.
[[noreturn]] void make_a_call(Abi abi, int start) {
    char byte = 0;
    (void)!::read(start, &byte, 1);
    if (abi == Abi::i386) {
        long result = i386_getppid;
        __asm__ volatile("int $0x80" : "+a"(result) : : "memory", "r8", "r9", "r10", "r11");
    }
    ::_exit(0);
}

/// A traced companion, held at its stops. It ends with this.
class Subject {
 public:
    explicit Subject(pid_t pid) : pid_(pid) {
        if (seize(pid, {.follow = false, .kill_on_exit = true}) && interrupt(pid)) {
            await();
        }
    }
    Subject(const Subject&) = delete;
    Subject& operator=(const Subject&) = delete;
    ~Subject() {
        (void)signal_companion(pid_, SIGKILL);
        if (!report_) {
            await();
        }
        while (report_) {
            go_on();
        }
    }

    [[nodiscard]] bool is_at(StopReason::Kind kind) const { return report_ && report_->reason.kind == kind; }
    [[nodiscard]] const Stopped& stopped() const { return report_->stopped; }
    [[nodiscard]] SyscallInfo call() const { return syscall_info(report_->stopped).value_or(SyscallInfo{}); }
    /// To its next stop, or its end.
    void go_on() {
        if (auto done = resume(std::move(report_->stopped), Resume::to_next_call, 0); !done) {
            report_->stopped.gone();  // it is being killed
        }
        report_.reset();
        await();
    }

 private:
    void await() {
        if (has_ended_) {
            return;
        }
        auto report = Waiter::next_of(pid_);
        if (auto* stop = std::get_if<StopReport>(&report)) {
            report_.emplace(std::move(*stop));
        } else {
            has_ended_ = true;
        }
    }

    pid_t pid_;
    bool has_ended_ = false;
    std::optional<StopReport> report_;
};

/// At the exit of a call by the right instruction, with what parking it would take.
std::optional<ReadyToPark> ready_to_park(Subject& subject, const ParkingCalls& calls) {
    while (subject.is_at(StopReason::Kind::event) || subject.is_at(StopReason::Kind::syscall)) {
        if (subject.call().at == SyscallInfo::At::exit) {
            if (auto ready = prepare_to_park(subject.stopped(), calls)) {
                return ready;
            }
        }
        subject.go_on();
    }
    return std::nullopt;
}

/// It is interrupted before it can fall asleep, and the call says whether it would have.
bool falls_asleep(Subject& subject, const ReadyToPark& ready) {
    if (!begin_to_park(subject.stopped(), ready)) {
        return false;
    }
    subject.go_on();
    if (!subject.is_at(StopReason::Kind::syscall) || !interrupt(subject.stopped().tid())) {
        return false;
    }
    subject.go_on();
    return subject.is_at(StopReason::Kind::syscall) && subject.call().error == no_handler_restart;
}

bool can_park(Abi abi, ParkingCall call) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return false;
    }
    const UniqueFd start(ends[0]);
    UniqueFd starter(ends[1]);
    const pid_t pid = fork_companion("troupe: trial");
    if (pid == 0) {
        ::close(ends[1]);
        make_a_call(abi, ends[0]);
    }
    if (pid < 0) {
        return false;
    }
    Subject subject(pid);
    starter.reset();
    ParkingCalls calls = cannot_park;
    (abi == Abi::i386 ? calls.i386 : calls.x86_64) = call;
    const auto ready = ready_to_park(subject, calls);
    return ready && falls_asleep(subject, *ready);
}

ParkingCall choose(Abi abi, bool with_ours) {
    if (can_park(abi, ParkingCall::pause)) {
        return ParkingCall::pause;
    }
    return !with_ours && can_park(abi, ParkingCall::ppoll) ? ParkingCall::ppoll : ParkingCall::none;
}

}  // namespace

ParkingCalls choose_parking_calls(int filters, bool with_ours) {
    if (filters == 0) {
        return {};
    }
    // Where they cannot be counted no tracee is parked: each is counted again.
    return filters < 0 ? cannot_park : ParkingCalls{.x86_64 = choose(Abi::x86_64, with_ours), .i386 = choose(Abi::i386, with_ours)};
}

}  // namespace troupe
