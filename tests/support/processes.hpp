#pragma once

#include <sched.h>
#include <sys/types.h>
#include <time.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace troupe::tests {

/// Asks again and again until the answer is yes (true) or the limit has passed (false). For states of the kernel that are not announced.
template <typename Question>
bool eventually(std::chrono::steady_clock::duration limit, Question&& question) {
    const auto end = std::chrono::steady_clock::now() + limit;
    while (!question()) {
        if (std::chrono::steady_clock::now() > end) {
            return false;
        }
        const timespec pause{0, 1'000'000};  // leaves the CPU to those who are asked about
        ::nanosleep(&pause, nullptr);
    }
    return true;
}

struct ProcessState {
    char letter = '\0';  ///< as in /proc/PID/stat, NUL when there is no such process
    pid_t parent = 0;
    pid_t session = 0;
};

/// What the call getpriority(2) answers us and what we start: 20, or less under nice(1).
int kernel_priority();
std::vector<pid_t> all_processes();
std::vector<pid_t> threads_of(pid_t pid);
ProcessState state_of(pid_t pid);
std::string environment_of(pid_t pid);
/// What /proc/PID/status says after `field:`, without blanks at its ends; empty when there is no such line.
std::string status_field(pid_t pid, std::string_view field);

/// The whole of a file, empty when it cannot be read.
std::string file_content(const std::string& path);

}  // namespace troupe::tests
