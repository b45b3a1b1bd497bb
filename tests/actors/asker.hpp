#pragma once

#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <latch>
#include <thread>
#include <utility>

#include "tests/support/processes.hpp"

namespace troupe::tests {

inline pid_t own_tid() { return static_cast<pid_t>(::syscall(SYS_gettid)); }

/// A thread that asks something of an executor, and sleeps until it is answered.
class Asker {
 public:
    explicit Asker(std::function<void()> ask)
        : thread_([this, ask = std::move(ask)] {
              tid_.store(own_tid());
              ask();
          }) {}
    Asker(const Asker&) = delete;
    Asker& operator=(const Asker&) = delete;
    ~Asker() { join(); }

    void join() {
        if (thread_.joinable()) {
            thread_.join();
        }
    }
    [[nodiscard]] pid_t tid() const { return tid_.load(); }
    /// Nothing announces that a question is queued; but a thread that has nothing to do but ask sleeps only then.
    void wait_until_queued() const {
        EXPECT_TRUE(eventually(std::chrono::seconds(100), [this] { return tid() != 0 && state_of(tid()).letter == 'S'; }));
    }

 private:
    std::atomic<pid_t> tid_{0};
    std::thread thread_;
};

/// Where a hook stays until a test lets it go on.
class Gate {
 public:
    /// In the hook.
    void stay() {
        entered_.count_down();
        open_.wait();
    }
    /// In the test.
    void wait_until_entered() { entered_.wait(); }
    void open() { open_.count_down(); }

 private:
    std::latch entered_{1};
    std::latch open_{1};
};

}  // namespace troupe::tests
