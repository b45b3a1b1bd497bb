#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "troupe/core/unique_fd.hpp"

namespace troupe::tests {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool slow_build = true;
#elif defined(__has_feature)
inline constexpr bool slow_build = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
inline constexpr bool slow_build = false;
#endif

/// What is to be run, and in which surroundings.
struct Command {
    std::vector<std::string> argv;
    std::vector<std::string> variables{};  ///< NAME=VALUE, in addition to ours
    std::string input{};                   ///< stdin, when it is not interactive
    std::string folder{};                  ///< working directory, empty: ours
    std::vector<int> ignored{};            ///< signals ignored from the start, as nohup does
    std::vector<int> blocked{};            ///< signals blocked from the start
    bool core_files = false;               ///< lift the limit on core files
    bool may_leave_processes = false;      ///< the test looks after them
    std::chrono::seconds limit{150};       ///< beyond it the command hangs, on a busy machine too: a failure
};

/// How a command ended.
struct Ending {
    bool timed_out = false;
    int code = -1;   ///< exit status, -1 when a signal ended it
    int signal = 0;  ///< that signal, 0 when it exited
    bool core = false;
};

struct Outcome {
    Ending ending;
    std::string out;
    std::string err;

    [[nodiscard]] bool exited_with(int code) const { return ending.signal == 0 && ending.code == code; }
    [[nodiscard]] bool killed_by(int signal) const { return ending.signal == signal; }
    /// Everything, for a failed assertion to print.
    [[nodiscard]] std::string text() const;
};

/// A command that runs in a session of its own with only the descriptors 0, 1 and 2. Destroying it kills all that is left of it.
class Started {
 public:
    explicit Started(Command command);
    Started(Started&& other) noexcept;
    Started& operator=(Started&&) = delete;
    Started(const Started&) = delete;
    Started& operator=(const Started&) = delete;
    ~Started();

    [[nodiscard]] pid_t pid() const { return pid_; }
    [[nodiscard]] std::string out() const;
    [[nodiscard]] std::string err() const;

    /// Writes to stdin, which stays open until finish().
    void say(std::string_view text);
    void send(int signal) const;

    /// True as soon as stdout (or stderr) contains the text, false when the command ended or the limit passed without.
    [[nodiscard]] bool wait_for_out(std::string_view text);
    [[nodiscard]] bool wait_for_err(std::string_view text);

    /// Closes stdin and waits for the end. A hang, a sanitizer's report and processes left behind fail the running test.
    Outcome finish();
    /// The same with stdin left open, for commands that are to end for another reason.
    Outcome wait_for_end();

    /// Processes that run (zombies do not) and were started by this command, itself included.
    [[nodiscard]] std::vector<pid_t> alive() const;

 private:
    [[nodiscard]] bool wait_for(int fd, std::string_view text);
    [[nodiscard]] bool reap(std::chrono::steady_clock::time_point until);
    void kill_all() const;

    Command command_;
    std::string marker_;
    UniqueFd in_;
    UniqueFd out_;
    UniqueFd err_;
    pid_t pid_ = -1;
    int status_ = 0;
    bool reaped_ = false;
};

/// Runs to the end, with `input` as stdin.
Outcome run(Command command);

}  // namespace troupe::tests
