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

std::string attached_message(std::string_view program, pid_t tid, std::size_t threads) {
    if (threads > 1) {
        return fmt::format("{}: Process {} attached with {} threads", program, tid, threads);
    }
    return fmt::format("{}: Process {} attached", program, tid);
}

std::string detached_message(std::string_view program, pid_t tid) { return fmt::format("{}: Process {} detached", program, tid); }

}  // namespace troupe
