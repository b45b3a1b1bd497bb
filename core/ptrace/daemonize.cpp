// -D: the process that the user started becomes the command, so that the user's shell is its parent, and sees nothing else. A grandchild
// goes on as the tracer. The child in between ends at once, and is waited for: the command is to have no child that it does not know of.

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "core/ptrace/new_command.hpp"
#include "troupe/core/launch.hpp"
#include "troupe/core/signals.hpp"

namespace troupe {
namespace {

/// 0 in the grandchild; an errno, negative, where there is none; else we are still the first.
int fork_grandchild() {
    const pid_t child = ::fork();
    if (child < 0) {
        return -errno;
    }
    if (child == 0) {
        const pid_t grandchild = ::fork();
        if (grandchild == 0) {
            return 0;
        }
        ::_exit(grandchild < 0 ? errno : 0);
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
        return child;
    }
    return WIFEXITED(status) ? -WEXITSTATUS(status) : -EAGAIN;
}

void leave_group(Daemonize how) {
    if (how == Daemonize::process_group) {
        (void)::setpgid(0, 0);
    } else if (how == Daemonize::session) {
        (void)::setsid();
    }
}

/// Exits with 1 where the tracer ends before the command has begun: it has said why.
[[noreturn]] void become(const LaunchRequest& request, const Inheritance& inheritance, const new_command::Pipe& release,
                         const new_command::Pipe& report) {
    constexpr int tracer_failed = 1;
    std::vector<sock_filter> filter;
    if (!new_command::hear_filter(release.read.get(), filter)) {
        ::_exit(tracer_failed);
    }
    ::prctl(PR_SET_PTRACER, 0);  // it has us
    const std::vector<char*> arguments = new_command::pointers_to(request.arguments);
    const std::vector<char*> environment = new_command::pointers_to(request.environment);
    new_command::run({.file = request.file.c_str(),
                      .arguments = arguments.data(),
                      .environment = environment.data(),
                      .user = request.user ? &*request.user : nullptr,
                      .filter = {static_cast<unsigned short>(filter.size()), filter.data()},
                      .inheritance = &inheritance,
                      .released = release.read.get(),
                      .report = report.write.get()},
                     tracer_failed);
}

}  // namespace

Result<WaitingCommand> daemonize(const LaunchRequest& request, const Inheritance& inheritance, Daemonize how) {
    auto release = new_command::make_pipe();
    auto report = new_command::make_pipe();
    if (!release || !report) {
        return tl::unexpected(!release ? release.error() : report.error());
    }
    const pid_t command = ::getpid();
    ::prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY);  // where Yama asks for it: tracers are to be ancestors
    AllSignalsBlocked blocked;
    const int forked = fork_grandchild();
    if (forked < 0) {
        return failure("fork a process for the tracer", -forked);
    }
    if (forked == 0) {
        leave_group(how);
        return WaitingCommand{.pid = command, .release = release->write.release(), .report = report->read.release()};
    }
    blocked.keep();
    release->write.reset();
    report->read.reset();
    become(request, inheritance, *release, *report);
}

}  // namespace troupe
