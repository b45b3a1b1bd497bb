#pragma once

#include <sys/types.h>

#include <cstddef>
#include <string>
#include <string_view>

/// Whole lines, as strace prints them, without pid prefix and newline. Signals are given by name (`SIGSEGV`).
namespace troupe {

/// `--- SIGCHLD {si_signo=SIGCHLD, …} ---`; `siginfo` as `decode_siginfo` writes it.
[[nodiscard]] std::string signal_line(std::string_view signal, std::string_view siginfo);
/// `--- stopped by SIGSTOP ---`
[[nodiscard]] std::string stopped_line(std::string_view signal);
/// `+++ exited with 0 +++`
[[nodiscard]] std::string exited_line(int status);
/// `+++ killed by SIGSEGV (core dumped) +++`
[[nodiscard]] std::string killed_line(std::string_view signal, bool core_dumped);
/// `+++ superseded by execve in pid 12 +++`
[[nodiscard]] std::string superseded_line(pid_t caller);

/// `Process 12 attached`, `… with 3 threads` where there are more than one.
[[nodiscard]] std::string attached_message(pid_t tid, std::size_t threads = 1);
/// `Process 12 detached`
[[nodiscard]] std::string detached_message(pid_t tid);

}  // namespace troupe
