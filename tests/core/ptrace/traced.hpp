#pragma once

#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <stdexcept>
#include <utility>
#include <variant>

#include "troupe/core/requests.hpp"
#include "troupe/core/unique_fd.hpp"
#include "troupe/core/waiter.hpp"

namespace troupe::tests {

/// A stop that a test may have no more use for: `Traced` kills the tracee.
class Stopped : public troupe::Stopped {
 public:
    Stopped(troupe::Stopped&& stopped) : troupe::Stopped(std::move(stopped)) {}
    Stopped(Stopped&&) = default;
    Stopped& operator=(Stopped&&) = default;
    Stopped(const Stopped&) = delete;
    Stopped& operator=(const Stopped&) = delete;
    ~Stopped() { gone(); }
};

struct StopReport {
    Stopped stopped;
    StopReason reason;
};

/// What a test expects the wait to bring; anything else fails it.
inline StopReport stop_in(WaitReport report) {
    if (auto* stop = std::get_if<troupe::StopReport>(&report)) {
        return {std::move(stop->stopped), stop->reason};
    }
    throw std::runtime_error("no stop came");
}

inline EndReport end_in(const WaitReport& report) {
    if (const auto* end = std::get_if<EndReport>(&report)) {
        return *end;
    }
    throw std::runtime_error("no end came");
}

template <typename T>
T must(Result<T> result) {
    if (!result) {
        throw std::runtime_error(result.error().text());
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

/// Lets it go on, to its next stop.
inline StopReport next_stop(Stopped stopped, Resume how, int signal = 0) {
    const pid_t tid = stopped.tid();
    must(resume(std::move(stopped), how, signal));
    return stop_in(Waiter::next_of(tid));
}

/// Lets it go on, to its end.
inline EndReport end_of(Stopped stopped, int signal = 0) {
    const pid_t tid = stopped.tid();
    must(resume(std::move(stopped), Resume::freely, signal));
    return end_in(Waiter::next_of(tid));
}

/// Call by call, to the entry of this one.
inline Stopped at_entry_of(Stopped stopped, SyscallId call) {
    for (;;) {
        StopReport report = next_stop(std::move(stopped), Resume::to_next_call);
        stopped = std::move(report.stopped);
        const SyscallInfo info = must(syscall_info(stopped));
        if (report.reason.kind == StopReason::Kind::syscall && info.at == SyscallInfo::At::entry && info.call == call) {
            return stopped;
        }
    }
}

/// The exit of the call that it is in.
inline Stopped at_exit_of(Stopped entry) { return next_stop(std::move(entry), Resume::to_next_call).stopped; }

inline void kill_and_reap(pid_t pid) {
    ::kill(pid, SIGKILL);
    for (;;) {
        WaitReport report = Waiter::next_of(pid);
        auto* stop = std::get_if<troupe::StopReport>(&report);
        if (stop == nullptr) {
            return;
        }
        (void)resume(std::move(stop->stopped), Resume::freely, 0);
    }
}

/// A tracee that does what a function says, and exits with what that returns; whatever is left of it ends with this object.
class Traced {
 public:
    template <typename Body>
    explicit Traced(Body body, const SeizeOptions& options = {.follow = false, .kill_on_exit = true}) {
        int ends[2];
        if (::pipe(ends) < 0) {
            throw std::runtime_error("no pipe");
        }
        const UniqueFd start(ends[0]);
        start_ = UniqueFd(ends[1]);
        pid_ = static_cast<pid_t>(::syscall(SYS_fork));  // not fork: a thread sanitizer would start a thread of its own in the tracee
        if (pid_ == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            char byte = 0;
            ::close(ends[1]);
            ::_exit(::read(ends[0], &byte, 1) == 1 ? body() : 99);
        }
        must(seize(pid_, options));
    }
    Traced(const Traced&) = delete;
    Traced& operator=(const Traced&) = delete;
    ~Traced() { kill_and_reap(pid_); }

    [[nodiscard]] pid_t pid() const { return pid_; }
    /// It runs its function, and is not stopped.
    void start() {
        if (::write(start_.get(), "", 1) != 1) {
            throw std::runtime_error("it does not start");
        }
    }
    /// It is stopped before its function.
    [[nodiscard]] Stopped held() {
        must(interrupt(pid_));
        Stopped stopped = stop_in(Waiter::next_of(pid_)).stopped;
        start();
        return stopped;
    }

 private:
    pid_t pid_ = 0;
    UniqueFd start_;
};

}  // namespace troupe::tests
