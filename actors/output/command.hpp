#pragma once

#include <sys/types.h>

#include <string>

#include "troupe/core/result.hpp"
#include "troupe/core/unique_fd.hpp"

namespace troupe {

/// A shell command that reads what we write.
class Command {
 public:
    /// It stays in our process group, as strace's does, so ^C on the terminal reaches it too; it starts with no signal blocked.
    [[nodiscard]] static Result<Command> start(const std::string& command);

    Command(Command&& other) noexcept;
    Command& operator=(Command&&) = delete;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    /// Waits.
    ~Command();

    /// The end to write to. It must be closed before `wait`, or the command waits for us while we wait for it.
    [[nodiscard]] UniqueFd take_input() { return std::move(input_); }
    void wait();

 private:
    Command(pid_t pid, UniqueFd input) : pid_(pid), input_(std::move(input)) {}

    pid_t pid_ = -1;
    UniqueFd input_;
};

}  // namespace troupe
