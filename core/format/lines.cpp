#include "troupe/core/lines.hpp"

#include <fmt/format.h>

namespace troupe {

std::string signal_line(std::string_view signal, std::string_view siginfo) { return fmt::format("--- {} {} ---", signal, siginfo); }

std::string stopped_line(std::string_view signal) { return fmt::format("--- stopped by {} ---", signal); }

std::string exited_line(int status) { return fmt::format("+++ exited with {} +++", status); }

std::string killed_line(std::string_view signal, bool core_dumped) {
    return fmt::format("+++ killed by {} {}+++", signal, core_dumped ? "(core dumped) " : "");
}

std::string superseded_line(pid_t caller) { return fmt::format("+++ superseded by execve in pid {} +++", caller); }

std::string attached_message(pid_t tid, std::size_t threads) {
    return threads > 1 ? fmt::format("Process {} attached with {} threads", tid, threads) : fmt::format("Process {} attached", tid);
}

std::string detached_message(pid_t tid) { return fmt::format("Process {} detached", tid); }

}  // namespace troupe
