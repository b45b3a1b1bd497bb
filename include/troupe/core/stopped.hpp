#pragma once

#include <sys/types.h>

#include <utility>

namespace troupe {

/// The right to act on a tracee that is held in a ptrace stop. Made only by `Waiter`; resuming or detaching the tracee
/// gives it up. A running tracee has none. It stays with the thread that waited: the kernel answers no other.
class Stopped {
 public:
    Stopped(Stopped&& other) noexcept : tid_(std::exchange(other.tid_, 0)) {}
    Stopped& operator=(Stopped&& other) noexcept {
        tid_ = std::exchange(other.tid_, 0);
        return *this;
    }
    Stopped(const Stopped&) = delete;
    Stopped& operator=(const Stopped&) = delete;
    ~Stopped() = default;

    [[nodiscard]] pid_t tid() const { return tid_; }

 private:
    friend class Waiter;
    explicit Stopped(pid_t tid) : tid_(tid) {}

    pid_t tid_;
};

}  // namespace troupe
