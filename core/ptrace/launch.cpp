#include "troupe/core/launch.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/close_range.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "troupe/core/filter.hpp"
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

std::vector<char*> pointers_to(const std::vector<std::string>& strings) {
    std::vector<char*> pointers;
    pointers.reserve(strings.size() + 1);
    for (const std::string& text : strings) {
        pointers.push_back(const_cast<char*>(text.c_str()));
    }
    pointers.push_back(nullptr);
    return pointers;
}

// From here on: what runs between fork and execve. Another thread may have held any lock at the fork, so only system calls.

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

[[noreturn]] void give_up(const Prepared& prepared, LaunchStep step, int code) {
    const int what[2] = {code, static_cast<int>(step)};
    (void)!::write(prepared.report, what, sizeof what);
    ::_exit(code == ENOENT ? 127 : 126);
}

void restore(const Inheritance& inheritance) {
    for (int signal = 1; signal <= 64; ++signal) {
        struct sigaction action {};
        action.sa_handler = inheritance.ignored[static_cast<std::size_t>(signal)] ? SIG_IGN : SIG_DFL;
        ::sigaction(signal, &action, nullptr);  // fails for KILL and STOP, and for the two that libc keeps
    }
    (void)affinity::set(0, inheritance.cpus);
    unsigned first = 0;
    for (const int fd : inheritance.fds) {
        if (static_cast<unsigned>(fd) > first) {
            ::close_range(first, static_cast<unsigned>(fd) - 1, CLOSE_RANGE_CLOEXEC);
        }
        first = static_cast<unsigned>(fd) + 1;
    }
    ::close_range(first, ~0U, CLOSE_RANGE_CLOEXEC);
    ::setrlimit(RLIMIT_NOFILE, &inheritance.descriptors);
    ::sigprocmask(SIG_SETMASK, &inheritance.signal_mask, nullptr);
}

void become(const Prepared& prepared) {
    const Identity& user = *prepared.user;
    if (::setgroups(user.groups.size(), user.groups.data()) < 0 || ::setregid(user.gid, user.gid) < 0 ||
        ::setreuid(user.uid, user.uid) < 0) {
        give_up(prepared, LaunchStep::identity, errno);
    }
}

[[noreturn]] void run(const Prepared& prepared) {
    char byte = 0;
    while (::read(prepared.released, &byte, 1) < 0 && errno == EINTR) {
    }
    if (byte == 0) {
        ::_exit(126);  // troupe died or gave up
    }
    ::prctl(PR_SET_NAME, "troupe");  // until the execve; the thread that made us has a name of its own
    // While we still have the privilege to do without no_new_privs.
    if (prepared.filter.len != 0) {
        if (const int code = install_filter(prepared.filter); code != 0) {
            give_up(prepared, LaunchStep::filter, code);
        }
    }
    if (prepared.user != nullptr) {
        become(prepared);
    }
    restore(*prepared.inheritance);
    ::execve(prepared.file, prepared.arguments, prepared.environment);
    give_up(prepared, LaunchStep::exec, errno);
}

/// No signal may run a handler of ours in the new process: it starts with all blocked, and takes its mask from `restore`.
pid_t fork_command(const Prepared& prepared, int release) {
    const AllSignalsBlocked blocked;
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::close(release);
        run(prepared);
    }
    return pid;
}

struct Pipe {
    UniqueFd read;
    UniqueFd write;
};

Result<Pipe> make_pipe() {
    int fds[2];
    if (::pipe2(fds, O_CLOEXEC) < 0) {
        return failure("make a pipe for the command", errno);
    }
    return Pipe{UniqueFd(fds[0]), UniqueFd(fds[1])};
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
    auto release = make_pipe();
    auto report = make_pipe();
    if (!release || !report) {
        return tl::unexpected(!release ? release.error() : report.error());
    }
    const std::vector<char*> arguments = pointers_to(request.arguments);
    const std::vector<char*> environment = pointers_to(request.environment);
    std::vector<sock_filter> filter = request.filter;
    const Prepared prepared{
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
