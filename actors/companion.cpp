#include "actors/companion.hpp"

#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <span>

#include "troupe/core/procfs.hpp"
#include "troupe/core/signals.hpp"

namespace troupe {
namespace {

/// Where the kernel put our command line; empty where it cannot be known.
std::span<char> command_line() {
    const auto place = procfs::arguments_of_ourselves();
    return place ? std::span(reinterpret_cast<char*>(place->begin), place->end - place->begin) : std::span<char>();
}

void rename(const char* name, std::span<char> words) {
    ::prctl(PR_SET_NAME, name);
    const std::size_t length = std::min(std::strlen(name), words.empty() ? 0 : words.size() - 1);
    std::memset(words.data(), 0, words.size());
    std::memcpy(words.data(), name, length);
}

}  // namespace

pid_t fork_companion(const char* name) {
    static const std::span<char> words = command_line();
    AllSignalsBlocked blocked;
    const pid_t pid = ::fork();
    if (pid == 0) {
        blocked.keep();
        ::setsid();
        if (!words.empty()) {
            rename(name, words);
        }
        return 0;
    }
    return pid;
}

int signal_companion(pid_t pid, int signal) {
    if (::kill(pid, signal) == 0 || errno == ESRCH) {
        return 0;
    }
    return ::syscall(SYS_tkill, pid, signal) == 0 || errno == ESRCH ? 0 : errno;
}

}  // namespace troupe
