#include "actors/requirements.hpp"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

#include "troupe/core/procfs.hpp"
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

/// Where a descriptor for it can be made, Asio relies on it, and where it cannot be set, no time is ever over. Without one there are other
/// ways.
int hear_of_time() {
    const UniqueFd timer(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC));
    const itimerspec soon{.it_interval = {}, .it_value = {.tv_sec = 1, .tv_nsec = 0}};
    return timer && ::timerfd_settime(timer.get(), 0, &soon, nullptr) < 0 ? errno : 0;
}

/// Where it is refused, the C library tries for ever, and threads are never joined. Another process tries it.
int end_a_thread() {
    const auto ourselves = procfs::status_of(::getpid());
    if (ourselves && ourselves->filters == 0) {
        return 0;
    }
    // Not fork(3): the thread sanitizer starts a thread of its own in the child, which would live on.
    const auto pid = static_cast<pid_t>(::syscall(SYS_clone, SIGCHLD, nullptr, nullptr, nullptr, nullptr));
    if (pid == 0) {
        ::syscall(SYS_exit, 0);
        ::_exit(errno);
    }
    int status = 0;
    while (pid > 0 && ::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : EPERM;
}

struct Requirement {
    const char* what;
    int (*attempt)();
};

constexpr std::array requirements{
    Requirement{"wait for tracees (wait4)", wait_for_children},
    Requirement{"handle signals (rt_sigaction)", ask_for_signal_handlers},
    Requirement{"hear of descriptors (epoll)", hear_of_descriptors},
    Requirement{"hear of time (timerfd_settime)", hear_of_time},
    Requirement{"end threads (exit)", end_a_thread},
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
