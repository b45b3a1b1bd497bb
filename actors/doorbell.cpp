#include "actors/doorbell.hpp"

#include <poll.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <utility>

#include "actors/companion.hpp"
#include "troupe/core/requests.hpp"
#include "troupe/core/urgent.hpp"
#include "troupe/core/waiter.hpp"

namespace troupe {
namespace {

constexpr int ring_signal = SIGUSR1;

/// Readers of what the command writes wait for its end, not for this process's.
void close_everything() {
    constexpr int usual_limit = 1024;
    if (::close_range(0, ~0U, 0) == 0) {
        return;
    }
    for (int fd = 0; fd < usual_limit; ++fd) {
        ::close(fd);
    }
}

constexpr unsigned ways_to_sleep = 3;

/// A ring is taken from it, so each comes back only where a filter refuses it.
void sleep_by(unsigned way, const sigset_t& all_but_ring) {
    switch (way % ways_to_sleep) {
        case 0:
            ::pause();
            break;
        case 1:
            ::ppoll(nullptr, 0, nullptr, nullptr);
            break;
        default:
            ::sigsuspend(&all_but_ring);
            break;
    }
}

[[noreturn]] void sleep_for_ever(pid_t parent, unsigned first_way) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (const pid_t now = ::getppid(); parent > 0 && now > 0 && now != parent) {  // -1: a filter refuses to tell
        ::_exit(0);
    }
    close_everything();
    stay_urgent();  // a ring is heard when this process runs
    // Nothing but a ring reaches it.
    sigset_t all_but_ring;
    ::sigfillset(&all_but_ring);
    ::sigdelset(&all_but_ring, ring_signal);
    ::sigprocmask(SIG_SETMASK, &all_but_ring, nullptr);
    // Not for ever, be they refused with EINTR: nothing runs beside a process that is urgent.
    constexpr unsigned most_tries = 100 * ways_to_sleep;
    for (unsigned tries = 0; tries < most_tries; ++tries) {
        sleep_by(first_way + tries, all_but_ring);
    }
    ::_exit(1);  // the worker hears of it
}

/// A new process, traced by the calling thread. It begins to sleep in this way.
Result<pid_t> start_process(unsigned way) {
    const pid_t parent = ::getpid();
    const pid_t pid = fork_companion("troupe: bell");
    if (pid < 0) {
        return failure("make a doorbell", errno);
    }
    if (pid == 0) {
        sleep_for_ever(parent, way);
    }
    if (const int code = signal_companion(pid, 0); code != 0) {
        return failure("signal a doorbell", code);  // it dies with the thread that made it
    }
    if (auto seized = seize(pid, {.follow = false, .kill_on_exit = true}); !seized) {
        (void)signal_companion(pid, SIGKILL);
        (void)Waiter::next_of(pid);
        return tl::unexpected(seized.error());
    }
    return pid;
}

}  // namespace

Result<Doorbell> Doorbell::hang() {
    Doorbell bell;
    return bell.hang_again().map([&bell] { return std::move(bell); });
}

// A filter may kill for a way to sleep, before it can be seized or later.
Result<void> Doorbell::hang_again() {
    Result<pid_t> started = start_process(way_++);
    for (unsigned others = 1; !started && others < ways_to_sleep; ++others) {
        started = start_process(way_++);
    }
    return started.map([this](pid_t pid) { pid_ = pid; });
}

Doorbell::Doorbell(Doorbell&& other) noexcept : way_(other.way_), pid_(other.pid_.exchange(0)) {}

Doorbell::~Doorbell() { take_down(); }

void Doorbell::take_down() {
    const pid_t pid = pid_.exchange(0);
    if (pid == 0) {
        return;
    }
    (void)signal_companion(pid, SIGKILL);
    for (;;) {
        auto report = Waiter::next_of(pid);
        if (!std::holds_alternative<StopReport>(report)) {
            return;
        }
        (void)resume(std::move(std::get<StopReport>(report).stopped), Resume::freely, 0);
    }
}

void Doorbell::ring() const {
    if (const pid_t pid = pid_; pid != 0) {
        (void)signal_companion(pid, ring_signal);
    }
}

void Doorbell::rearm(Stopped&& bell) const { (void)resume(std::move(bell), Resume::freely, 0); }

}  // namespace troupe
