#include "actors/doorbell.hpp"

#include <sys/prctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <utility>

#include "troupe/core/requests.hpp"
#include "troupe/core/urgent.hpp"
#include "troupe/core/waiter.hpp"

namespace troupe {
namespace {

constexpr int ring_signal = SIGUSR1;

[[noreturn]] void sleep_for_ever(pid_t maker) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != maker) {
        ::_exit(0);
    }
    stay_urgent();  // a ring is heard when this process runs
    // Nothing but a ring reaches it; its maker's thread blocks everything.
    sigset_t all_but_ring;
    ::sigfillset(&all_but_ring);
    ::sigdelset(&all_but_ring, ring_signal);
    ::sigprocmask(SIG_SETMASK, &all_but_ring, nullptr);
    for (;;) {
        ::pause();
    }
}

}  // namespace

Result<Doorbell> Doorbell::hang() {
    const pid_t maker = ::getpid();
    const pid_t pid = ::fork();
    if (pid < 0) {
        return failure("make a doorbell", errno);
    }
    if (pid == 0) {
        sleep_for_ever(maker);
    }
    Doorbell bell(pid);
    if (auto seized = seize(pid, {.follow = false, .kill_on_exit = true}); !seized) {
        return tl::unexpected(seized.error());
    }
    return bell;
}

Doorbell::Doorbell(Doorbell&& other) noexcept : pid_(std::exchange(other.pid_, 0)) {}

Doorbell::~Doorbell() {
    if (pid_ == 0) {
        return;
    }
    ::kill(pid_, SIGKILL);
    for (;;) {
        auto report = Waiter::next_of(pid_);
        if (!std::holds_alternative<StopReport>(report)) {
            return;
        }
        (void)resume(std::move(std::get<StopReport>(report).stopped), Resume::freely, 0);
    }
}

void Doorbell::ring() const { ::kill(pid_, ring_signal); }

void Doorbell::rearm(Stopped&& bell) const { (void)resume(std::move(bell), Resume::freely, 0); }

}  // namespace troupe
