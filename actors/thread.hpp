#pragma once

#include <pthread.h>

#include <cstddef>
#include <functional>
#include <string>
#include <utility>

#include "troupe/core/result.hpp"

namespace troupe {

/// The memory that a thread has for its stack, with a page below it that ends the program where the stack is too small. The size is that of
/// any thread (RLIMIT_STACK as a rule, pthread_getattr_default_np(3)): the patterns of scripts nest deep.
///
/// The stacks that the C library makes it frees when there are many: where munmap(2) is refused to us, it ends the program for that.
class ThreadStack {
 public:
    /// Errors: mmap(2). Without the page below it where mprotect(2) is refused.
    [[nodiscard]] static Result<ThreadStack> map();
    ThreadStack() = default;
    ThreadStack(ThreadStack&& other) noexcept { *this = std::move(other); }
    ThreadStack& operator=(ThreadStack&& other) noexcept;
    ThreadStack(const ThreadStack&) = delete;
    ThreadStack& operator=(const ThreadStack&) = delete;
    ~ThreadStack();

    [[nodiscard]] void* lowest() const;
    [[nodiscard]] std::size_t bytes() const;

 private:
    void* begin_ = nullptr;  // the page below it
    std::size_t size_ = 0;   // with that page
};

/// A thread of ours. Its owner joins it.
class Thread {
 public:
    Thread() = default;
    Thread(Thread&& other) noexcept { *this = std::move(other); }
    Thread& operator=(Thread&& other) noexcept;
    Thread(const Thread&) = delete;
    Thread& operator=(const Thread&) = delete;
    /// It was joined (a check).
    ~Thread();

    [[nodiscard]] bool joinable() const { return running_; }
    void join();

 private:
    friend Result<Thread> start_thread(const std::string& name, std::function<void()> body);

    ThreadStack stack_;
    pthread_t thread_{};
    bool running_ = false;
};

/// Starts a thread with a name (at most 15 bytes, for ps and debuggers). All signals are blocked in it: those that are sent to us
/// are the supervisor's, except the one by which a hook is broken off, which unblocks itself.
/// Errors: mmap(2), pthread_create(3), and what clone3(2) says where it is refused.
[[nodiscard]] Result<Thread> start_thread(const std::string& name, std::function<void()> body);

}  // namespace troupe
