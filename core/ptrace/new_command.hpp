#pragma once

#include <string>
#include <vector>

#include "troupe/core/launch.hpp"

/// What runs between fork and execve. Another thread may have held any lock at the fork, so only system calls.
namespace troupe::new_command {

/// Everything that the new process needs, made before the fork.
struct Prepared {
    const char* file;
    char* const* arguments;
    char* const* environment;
    const Identity* user;
    sock_fprog filter;
    const Inheritance* inheritance;
    int released;
    int report;
};

/// Waits for the one byte, and becomes the command. Exits with `status_without` where there is none: the tracer died, or gave up.
[[noreturn]] void run(const Prepared& prepared, int status_without);

// Before the fork, and in the tracer.

struct Pipe {
    UniqueFd read;
    UniqueFd write;
};
/// Both ends are closed by execve.
[[nodiscard]] Result<Pipe> make_pipe();
/// Ends with a null pointer; those before it are into `strings`.
[[nodiscard]] std::vector<char*> pointers_to(const std::vector<std::string>& strings);
/// For `hear_filter` at the other end. 0, or an errno.
[[nodiscard]] int tell_filter(int release, const std::vector<sock_filter>& filter);
/// False: the other end was closed.
[[nodiscard]] bool hear_filter(int released, std::vector<sock_filter>& filter);

}  // namespace troupe::new_command
