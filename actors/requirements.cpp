#include "actors/requirements.hpp"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <csignal>

#include "troupe/core/unique_fd.hpp"

namespace troupe {
namespace {

/// 0, or an errno. Process 1 is no child of ours: ECHILD is the answer of a kernel that answers.
int wait_for_children() { return ::waitpid(1, nullptr, WNOHANG) < 0 && errno != ECHILD ? errno : 0; }

int ask_for_signal_handlers() {
    struct sigaction action {};
    return ::sigaction(SIGTERM, nullptr, &action) < 0 ? errno : 0;
}

/// Where epoll_ctl or epoll_wait is refused, Asio says nothing, and no message reaches the supervisor.
int hear_of_descriptors() {
    const UniqueFd loop(::epoll_create1(EPOLL_CLOEXEC));
    const UniqueFd ready(loop ? ::eventfd(1, EFD_CLOEXEC) : -1);
    if (!ready) {
        return loop ? 0 : errno;  // there are pipes as well
    }
    epoll_event event{.events = EPOLLIN, .data = {}};
    if (::epoll_ctl(loop.get(), EPOLL_CTL_ADD, ready.get(), &event) < 0 || ::epoll_wait(loop.get(), &event, 1, 0) < 0) {
        return errno;
    }
    return 0;
}

struct Requirement {
    const char* what;
    int (*attempt)();
};

constexpr std::array requirements{
    Requirement{"wait for tracees (wait4)", wait_for_children},
    Requirement{"handle signals (rt_sigaction)", ask_for_signal_handlers},
    Requirement{"hear of descriptors (epoll)", hear_of_descriptors},
};

}  // namespace

Result<void> meet_requirements() {
    for (const auto& [what, attempt] : requirements) {
        if (const int code = attempt(); code != 0) {
            return failure(what, code);
        }
    }
    return {};
}

}  // namespace troupe
