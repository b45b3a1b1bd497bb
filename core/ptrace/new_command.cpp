#include "core/ptrace/new_command.hpp"

#include <fcntl.h>
#include <grp.h>
#include <linux/close_range.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

#include "troupe/core/filter.hpp"

namespace troupe::new_command {
namespace {

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

bool read_whole(int fd, void* to, std::size_t size) {
    for (std::size_t done = 0; done < size;) {
        const ssize_t got = ::read(fd, static_cast<char*>(to) + done, size - done);
        if (got == 0 || (got < 0 && errno != EINTR)) {
            return false;
        }
        done += got > 0 ? static_cast<std::size_t>(got) : 0;
    }
    return true;
}

}  // namespace

void run(const Prepared& prepared, int status_without) {
    char byte = 0;
    while (::read(prepared.released, &byte, 1) < 0 && errno == EINTR) {
    }
    if (byte == 0) {
        ::_exit(status_without);
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

Result<Pipe> make_pipe() {
    int fds[2];
    if (::pipe2(fds, O_CLOEXEC) < 0) {
        return failure("make a pipe for the command", errno);
    }
    return Pipe{UniqueFd(fds[0]), UniqueFd(fds[1])};
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

int tell_filter(int release, const std::vector<sock_filter>& filter) {
    const auto count = static_cast<std::uint32_t>(filter.size());
    std::string bytes(reinterpret_cast<const char*>(&count), sizeof count);
    bytes.append(reinterpret_cast<const char*>(filter.data()), filter.size() * sizeof(sock_filter));
    for (std::size_t done = 0; done < bytes.size();) {
        const ssize_t written = ::write(release, bytes.data() + done, bytes.size() - done);
        if (written < 0 && errno != EINTR) {
            return errno;
        }
        done += written > 0 ? static_cast<std::size_t>(written) : 0;
    }
    return 0;
}

bool hear_filter(int released, std::vector<sock_filter>& filter) {
    std::uint32_t count = 0;
    if (!read_whole(released, &count, sizeof count)) {
        return false;
    }
    filter.resize(count);
    return read_whole(released, filter.data(), count * sizeof(sock_filter));
}

}  // namespace troupe::new_command
