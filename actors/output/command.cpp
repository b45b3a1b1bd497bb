#include "actors/output/command.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace troupe {

namespace {

/// posix_spawn's two objects, which have to be destroyed.
struct SpawnSettings {
    SpawnSettings() {
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawnattr_init(&attributes);
    }
    ~SpawnSettings() {
        ::posix_spawn_file_actions_destroy(&actions);
        ::posix_spawnattr_destroy(&attributes);
    }
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;

    posix_spawn_file_actions_t actions{};
    posix_spawnattr_t attributes{};
};

}  // namespace

Result<Command> Command::start(const std::string& command) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return failure("make a pipe for " + command, errno);
    }
    const UniqueFd read_end(ends[0]);
    UniqueFd write_end(ends[1]);

    SpawnSettings settings;
    ::posix_spawn_file_actions_adddup2(&settings.actions, read_end.get(), STDIN_FILENO);
    sigset_t none{};
    ::sigemptyset(&none);
    ::posix_spawnattr_setsigmask(&settings.attributes, &none);
    ::posix_spawnattr_setflags(&settings.attributes, POSIX_SPAWN_SETSIGMASK);

    std::string shell = "sh";
    std::string option = "-c";
    std::string text = command;
    const std::array<char*, 4> arguments{shell.data(), option.data(), text.data(), nullptr};
    pid_t pid = -1;
    const int code = ::posix_spawn(&pid, "/bin/sh", &settings.actions, &settings.attributes, arguments.data(), environ);
    if (code != 0) {
        return failure("start " + command, code);
    }
    return Command(pid, std::move(write_end));
}

Command::Command(Command&& other) noexcept : pid_(std::exchange(other.pid_, -1)), input_(std::move(other.input_)) {}

Command::~Command() { wait(); }

void Command::wait() {
    input_.reset();
    if (pid_ < 0) {
        return;
    }
    // By pid: the wait for tracees is another's, and uses __WNOTHREAD.
    while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
}

}  // namespace troupe
