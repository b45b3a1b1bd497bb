#pragma once

#include <sys/types.h>

#include <optional>
#include <utility>

#include "troupe/core/launch.hpp"
#include "troupe/core/unique_fd.hpp"

namespace troupe {

/// A command of ours between its fork and its execve. What it does there is ours, not its own; where it cannot be started it tells why.
/// Worker only.
class LaunchWatch {
 public:
    struct Failure {
        LaunchStep step{};
        int code = 0;  ///< errno
    };

    /// `report` is `Launched::report`.
    void watch(pid_t command, UniqueFd report) {
        command_ = command;
        report_ = std::move(report);
    }
    [[nodiscard]] bool is_launching(pid_t tid) const { return report_ && tid == command_; }
    /// Its execve succeeded.
    void executed(pid_t tid) {
        if (tid == command_) {
            report_.reset();
        }
    }
    /// It ended. Nothing: not before its execve, or without a word.
    [[nodiscard]] std::optional<Failure> failure_of(pid_t tid);

 private:
    pid_t command_ = 0;
    UniqueFd report_;
};

}  // namespace troupe
