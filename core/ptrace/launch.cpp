#include "troupe/core/launch.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "core/ptrace/new_command.hpp"
#include "troupe/core/signals.hpp"

namespace troupe {
namespace {

/// Without /proc: all that may be open are asked about. One that may not be asked about may be open.
std::vector<int> fds_that_answer() {
    constexpr rlim_t most = 1 << 20;
    rlimit limit{1024, 1024};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    std::vector<int> fds;
    for (int fd = 0; fd < static_cast<int>(std::min(limit.rlim_cur, most)); ++fd) {
        if (::fcntl(fd, F_GETFD) >= 0 || errno != EBADF) {
            fds.push_back(fd);
        }
    }
    return fds;
}

std::vector<int> open_fds() {
    std::vector<int> fds;
    const std::unique_ptr<DIR, int (*)(DIR*)> directory(::opendir("/proc/self/fd"), ::closedir);
    if (directory == nullptr) {
        return fds_that_answer();
    }
    bool any = false;
    while (const dirent* entry = ::readdir(directory.get())) {
        any = true;
        const int fd = std::atoi(entry->d_name);
        if (entry->d_name[0] != '.' && fd != ::dirfd(directory.get())) {
            fds.push_back(fd);
        }
    }
    if (!any) {
        return fds_that_answer();
    }
    std::sort(fds.begin(), fds.end());
    return fds;
}

/// No signal may run a handler of ours in the new process: it starts with all blocked, and takes its mask from `restore`.
pid_t fork_command(const new_command::Prepared& prepared, int release) {
    const AllSignalsBlocked blocked;
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::close(release);
        constexpr int not_run = 126;
        new_command::run(prepared, not_run);
    }
    return pid;
}

int executable(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) < 0) {
        return errno;
    }
    if (!S_ISREG(status.st_mode)) {
        return EACCES;
    }
    return ::access(path.c_str(), X_OK) < 0 && errno == EACCES ? EACCES : 0;  // where we may not even ask, execve will tell
}

void give_up_handles() {
    const UniqueFd nothing(::open("/dev/null", O_RDWR | O_CLOEXEC));
    for (const int handle : {STDIN_FILENO, STDOUT_FILENO}) {
        if (nothing) {
            ::dup2(nothing.get(), handle);
        }
    }
}

/// The process that waits is told its filter, and then waits for the byte that lets it go on, as others do.
Result<Launched> take_over(const WaitingCommand& waiting, const LaunchRequest& request) {
    Launched launched{waiting.pid, UniqueFd(waiting.release), UniqueFd(waiting.report)};
    if (auto seized = seize(waiting.pid, request.seize); !seized) {
        return tl::unexpected(seized.error());
    }
    if (const int code = new_command::tell_filter(launched.release.get(), request.filter); code != 0) {
        return failure("tell the command its filter", code);
    }
    if (request.give_up_handles) {
        give_up_handles();
    }
    return launched;
}

}  // namespace

Inheritance Inheritance::take() {
    Inheritance taken;
    ::pthread_sigmask(SIG_SETMASK, nullptr, &taken.signal_mask);
    for (int signal = 1; signal <= 64; ++signal) {
        struct sigaction action {};
        taken.ignored[static_cast<std::size_t>(signal)] = ::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
    }
    taken.cpus = affinity::of(0).value_or(CpuSet{});
    taken.fds = open_fds();
    ::getrlimit(RLIMIT_NOFILE, &taken.descriptors);
    return taken;
}

Result<Launched> launch(const LaunchRequest& request, const Inheritance& inheritance) {
    if (request.waiting) {
        return take_over(*request.waiting, request);
    }
    auto release = new_command::make_pipe();
    auto report = new_command::make_pipe();
    if (!release || !report) {
        return tl::unexpected(!release ? release.error() : report.error());
    }
    const std::vector<char*> arguments = new_command::pointers_to(request.arguments);
    const std::vector<char*> environment = new_command::pointers_to(request.environment);
    std::vector<sock_filter> filter = request.filter;
    const new_command::Prepared prepared{
        .file = request.file.c_str(),
        .arguments = arguments.data(),
        .environment = environment.data(),
        .user = request.user ? &*request.user : nullptr,
        .filter = {static_cast<unsigned short>(filter.size()), filter.data()},
        .inheritance = &inheritance,
        .released = release->read.get(),
        .report = report->write.get(),
    };

    const pid_t pid = fork_command(prepared, release->write.get());
    if (pid < 0) {
        return failure("fork a process for the command", errno);
    }
    if (auto seized = seize(pid, request.seize); !seized) {
        return tl::unexpected(seized.error());  // closing the pipe ends the new process
    }
    if (request.give_up_handles) {
        give_up_handles();
    }
    return Launched{pid, std::move(release->write), std::move(report->read)};
}

Result<std::string> find_executable(const std::string& name, const char* path) {
    if (name.find('/') != std::string::npos) {
        const int code = executable(name);
        return code == 0 ? Result<std::string>(name) : failure(name, code);
    }
    int code = ENOENT;
    std::string_view rest = path != nullptr ? path : "/bin:/usr/bin";
    while (!name.empty()) {
        const std::size_t colon = rest.find(':');
        const std::string_view directory = rest.substr(0, colon);
        const std::string candidate = (directory.empty() ? std::string(".") : std::string(directory)) + "/" + name;
        const int here = executable(candidate);
        if (here == 0) {
            return candidate;
        }
        if (here == EACCES) {
            code = EACCES;
        }
        if (colon == std::string_view::npos) {
            break;
        }
        rest.remove_prefix(colon + 1);
    }
    return failure(name, code);
}

}  // namespace troupe
