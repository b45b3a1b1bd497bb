// Output goes to memory files and not to pipes: a process that is left behind must not keep the reader waiting, and a full pipe must
// not keep the command from ending. Processes are found by their session and, for those that left it, by a variable in their environment.

#include "tests/support/command.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <utility>

#include "tests/support/processes.hpp"

extern char** environ;

namespace troupe::tests {
namespace {

using Clock = std::chrono::steady_clock;

std::string next_marker() {
    static std::atomic<int> counter{0};
    return "TROUPE_TEST_RUN=" + std::to_string(::getpid()) + "." + std::to_string(++counter) + ".";
}

std::string content(int fd) {
    std::string text;
    char buffer[65536];
    for (off_t at = 0;;) {
        const ssize_t got = ::pread(fd, buffer, sizeof buffer, at);
        if (got <= 0) {
            return text;
        }
        text.append(buffer, static_cast<std::size_t>(got));
        at += got;
    }
}

UniqueFd memory_file(const char* name, std::string_view text = {}) {
    UniqueFd fd(::memfd_create(name, MFD_CLOEXEC));
    if (!text.empty() && ::pwrite(fd.get(), text.data(), text.size(), 0) != static_cast<ssize_t>(text.size())) {
        ADD_FAILURE() << "cannot write " << name;
    }
    return fd;
}

/// What two threads write at the same time must not fall on the same place: unlike files of a disk, memory files have no lock on their
/// position (memfd_create gives no FMODE_ATOMIC_POS), but appending is done under the inode's.
UniqueFd memory_file_to_write(const char* name) {
    UniqueFd fd = memory_file(name);
    ::fcntl(fd.get(), F_SETFL, O_APPEND);
    return fd;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> result;
    for (std::string& text : texts) {
        result.push_back(text.data());
    }
    result.push_back(nullptr);
    return result;
}

// Ours, with what the command wants changed; PWD names the folder that it starts in, as a shell would see to.
std::vector<std::string> environment_for(const Command& command, const std::string& marker) {
    std::vector<std::string> result = command.variables;
    result.push_back(marker);
    if (!command.folder.empty()) {
        result.push_back("PWD=" + command.folder);
    }
    for (char** variable = environ; *variable != nullptr; ++variable) {
        const std::string_view text = *variable;
        const std::string_view name = text.substr(0, text.find('=') + 1);
        if (std::none_of(result.begin(), result.end(), [name](const std::string& set) { return set.starts_with(name); })) {
            result.emplace_back(text);
        }
    }
    return result;
}

// Runs in the child, between fork and exec.
void set_surroundings(const Command& command, int in, int out, int err) {
    ::setsid();
    ::dup2(in, 0);
    ::dup2(out, 1);
    ::dup2(err, 2);
    ::close_range(3, ~0U, 0);
    sigset_t blocked;
    ::sigemptyset(&blocked);
    for (const int number : command.blocked) {
        ::sigaddset(&blocked, number);
    }
    for (int number = 1; number < NSIG; ++number) {
        ::signal(number, SIG_DFL);
    }
    for (const int number : command.ignored) {
        ::signal(number, SIG_IGN);
    }
    ::sigprocmask(SIG_SETMASK, &blocked, nullptr);
    rlimit core{};
    ::getrlimit(RLIMIT_CORE, &core);
    core.rlim_cur = command.core_files ? core.rlim_max : 0;
    ::setrlimit(RLIMIT_CORE, &core);
}

}  // namespace

std::string Outcome::text() const {
    std::string how = ending.timed_out ? "hung and was killed" : "exit status " + std::to_string(ending.code);
    if (!ending.timed_out && ending.signal != 0) {
        how = "killed by signal " + std::to_string(ending.signal);
    }
    return how + "\n--- stdout\n" + out.substr(0, 20000) + "\n--- stderr\n" + err.substr(0, 20000) + "\n---\n";
}

Started::Started(Command command)
    : command_(std::move(command)), marker_(next_marker()), out_(memory_file_to_write("out")), err_(memory_file_to_write("err")) {
    std::vector<std::string> variables = environment_for(command_, marker_);
    std::vector<char*> argv = pointers(command_.argv);
    std::vector<char*> envp = pointers(variables);
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        ADD_FAILURE() << "cannot make a pipe";
        return;
    }
    const UniqueFd input(ends[0]);
    in_.reset(ends[1]);
    pid_ = ::fork();
    if (pid_ == 0) {
        set_surroundings(command_, input.get(), out_.get(), err_.get());
        if (command_.folder.empty() || ::chdir(command_.folder.c_str()) == 0) {
            ::execve(argv[0], argv.data(), envp.data());
        }
        ::_exit(125);
    }
}

Started::Started(Started&& other) noexcept
    : command_(std::move(other.command_)),
      marker_(std::move(other.marker_)),
      in_(std::move(other.in_)),
      out_(std::move(other.out_)),
      err_(std::move(other.err_)),
      pid_(std::exchange(other.pid_, -1)),
      status_(other.status_),
      reaped_(std::exchange(other.reaped_, true)) {}

Started::~Started() {
    if (pid_ > 0) {
        kill_all();
        if (!reaped_) {
            ::waitpid(pid_, &status_, 0);
        }
    }
}

std::string Started::out() const { return content(out_.get()); }
std::string Started::err() const { return content(err_.get()); }

void Started::say(std::string_view text) {
    struct sigaction ignore {};
    struct sigaction before {};
    ignore.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &ignore, &before);
    while (!text.empty()) {
        const ssize_t written = ::write(in_.get(), text.data(), text.size());
        if (written <= 0) {
            break;  // it reads no more: what it said shows why
        }
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    ::sigaction(SIGPIPE, &before, nullptr);
}

void Started::send(int signal) const { EXPECT_EQ(::kill(pid_, signal), 0); }

std::vector<pid_t> Started::alive() const {
    std::vector<pid_t> found;
    for (const pid_t pid : all_processes()) {
        const ProcessState state = state_of(pid);
        const bool ours = state.session == pid_ || environment_of(pid).find(marker_) != std::string::npos;
        if (ours && state.letter != 'Z' && state.letter != 'X' && state.letter != '\0') {
            found.push_back(pid);
        }
    }
    return found;
}

void Started::kill_all() const {
    // Again, until a look finds none: a fork may have been under way.
    for (std::vector<pid_t> left = alive(); !left.empty(); left = alive()) {
        for (const pid_t pid : left) {
            ::kill(pid, SIGKILL);
        }
        ::sched_yield();
    }
}

bool Started::reap(Clock::time_point until) {
    if (reaped_ || pid_ <= 0) {
        return true;
    }
    const UniqueFd process(static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0)));
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    pollfd readable{process.get(), POLLIN, 0};
    if (::poll(&readable, 1, static_cast<int>(std::max<long>(left, 0))) <= 0) {
        return false;
    }
    reaped_ = ::waitpid(pid_, &status_, 0) == pid_;
    return reaped_;
}

bool Started::wait_for(int fd, std::string_view text) {
    return eventually(command_.limit, [&] { return content(fd).find(text) != std::string::npos || reap(Clock::now()); }) &&
           content(fd).find(text) != std::string::npos;
}

bool Started::wait_for_out(std::string_view text) { return wait_for(out_.get(), text); }
bool Started::wait_for_err(std::string_view text) { return wait_for(err_.get(), text); }

Outcome Started::finish() {
    in_.reset();
    return wait_for_end();
}

Outcome Started::wait_for_end() {
    Outcome outcome;
    outcome.ending.timed_out = !reap(Clock::now() + command_.limit);
    if (outcome.ending.timed_out) {
        kill_all();
        static_cast<void>(reap(Clock::now() + std::chrono::seconds(5)));
    }
    outcome.ending.code = WIFEXITED(status_) ? WEXITSTATUS(status_) : -1;
    outcome.ending.signal = WIFSIGNALED(status_) ? WTERMSIG(status_) : 0;
    outcome.ending.core = WIFSIGNALED(status_) && WCOREDUMP(status_);
    const bool clean = command_.may_leave_processes || eventually(std::chrono::seconds(10), [&] { return alive().empty(); });
    outcome.out = out();
    outcome.err = err();
    EXPECT_FALSE(outcome.ending.timed_out) << command_.argv.front() << " hung\n" << outcome.text();
    EXPECT_TRUE(clean) << "processes were left behind\n" << outcome.text();
    EXPECT_EQ(outcome.err.find("Sanitizer"), std::string::npos) << outcome.err;
    return outcome;
}

Outcome run(Command command) {
    const std::string input = command.input;
    Started started(std::move(command));
    started.say(input);
    return started.finish();
}

}  // namespace troupe::tests
