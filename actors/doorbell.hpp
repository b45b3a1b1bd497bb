#pragma once

#include <sys/types.h>

#include <atomic>

#include "troupe/core/result.hpp"
#include "troupe/core/stopped.hpp"

namespace troupe {

/// Wakes a worker that sleeps in wait: a tiny process that the worker traces and that sleeps for ever. Any thread signals it; the
/// worker's own wait returns that signal's stop, and the worker lets the process go on without it. No wake-up can be lost, and no
/// signal handler is involved. It may be killed, by a hand that takes it for another: then the worker hears of its end, and hangs another.
class Doorbell {
 public:
    /// The calling thread is the worker.
    [[nodiscard]] static Result<Doorbell> hang();

    Doorbell(Doorbell&& other) noexcept;
    Doorbell& operator=(Doorbell&&) = delete;
    Doorbell(const Doorbell&) = delete;
    Doorbell& operator=(const Doorbell&) = delete;
    /// On the worker's thread.
    ~Doorbell();

    /// Any thread.
    void ring() const;

    // Worker only
    [[nodiscard]] bool is(pid_t tid) const { return tid == pid_; }
    /// Its end was reported. What was rung meanwhile was rung for nothing: look what there is to do afterwards.
    [[nodiscard]] Result<void> hang_again();
    /// Rings are for nothing from here on, and do no harm.
    void take_down();
    void rearm(Stopped&& bell) const;

 private:
    Doorbell() = default;

    unsigned way_ = 0;           // worker only: to sleep, each next process begins with another
    std::atomic<pid_t> pid_{0};  // any thread reads it; a thread that still reads the old one has left what it rings for before the change
};

}  // namespace troupe
