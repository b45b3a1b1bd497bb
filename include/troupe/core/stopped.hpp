#pragma once

#include <sys/types.h>

#include <utility>

#include "troupe/core/check.hpp"

namespace troupe {

/// The right to act on a tracee that is held in a ptrace stop. Made only by `Waiter` and `Kernel`; resuming or detaching the tracee
/// gives it up. A running tracee has none. It stays with the thread that waited: the kernel answers no other.
///
/// It cannot be forgotten: a tracee whose token is dropped would be stopped for ever, so that is a failed check.
class [[nodiscard]] Stopped {
 public:
    Stopped(Stopped&& other) noexcept : tid_(std::exchange(other.tid_, 0)) {}
    Stopped& operator=(Stopped&& other) noexcept {
        must_be_given_up();
        tid_ = std::exchange(other.tid_, 0);
        return *this;
    }
    Stopped(const Stopped&) = delete;
    Stopped& operator=(const Stopped&) = delete;
    ~Stopped() { must_be_given_up(); }

    [[nodiscard]] pid_t tid() const { return tid_; }

    /// The tracee was killed under us (ESRCH), or is known to be dead: there is nothing left to resume.
    void gone() { tid_ = 0; }

 private:
    friend class Waiter;
    friend class Kernel;
    explicit Stopped(pid_t tid) : tid_(tid) {}

    void must_be_given_up() const { TROUPE_CHECK(tid_ == 0, "a stop is given up by resuming or detaching its tracee"); }

    pid_t tid_;
};

}  // namespace troupe
