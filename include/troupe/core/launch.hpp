#pragma once

#include <linux/filter.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/types.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "troupe/core/affinity.hpp"
#include "troupe/core/requests.hpp"
#include "troupe/core/result.hpp"
#include "troupe/core/unique_fd.hpp"

namespace troupe {

/// Whom a command runs as (-u).
struct Identity {
    uid_t uid = 0;
    gid_t gid = 0;
    std::vector<gid_t> groups;
};

/// What this process was given by its parent, taken before anything is changed: a command gets it back.
struct Inheritance {
    [[nodiscard]] static Inheritance take();

    sigset_t signal_mask{};
    std::array<bool, 65> ignored{};  ///< dispositions that survive exec
    CpuSet cpus;                     ///< none: the kernel did not tell
    std::vector<int> fds;            ///< open ones, ascending
    rlimit descriptors{};            ///< RLIMIT_NOFILE: we may need more
};

/// A process that waits to become the command, with all signals blocked. It is no child of ours: with -D it is the one that the user
/// started, and we are its grandchild.
struct WaitingCommand {
    pid_t pid = 0;
    int release = -1;  ///< descriptors, for `Launched`
    int report = -1;
};

struct LaunchRequest {
    std::string file;                      ///< path of the executable
    std::vector<std::string> arguments;    ///< argv
    std::vector<std::string> environment;  ///< NAME=VALUE
    std::optional<Identity> user;
    std::vector<sock_filter> filter;  ///< empty: none
    SeizeOptions seize;
    std::optional<WaitingCommand> waiting{};  ///< who becomes the command; nothing: a new process
    /// Our own standard input and output become /dev/null: readers of the command's wait for its end, not for ours.
    bool give_up_handles = false;
};

/// A command that is traced, and waits to be let go.
struct Launched {
    pid_t pid = 0;
    UniqueFd release;  ///< one byte lets it go on to execve
    UniqueFd report;   ///< closed by a successful execve; else the errno (int) of what failed, then the step that failed (int)
};

/// What a command was doing when it could not be started.
enum class LaunchStep : int { identity = 1, filter = 2, exec = 3 };

/// Forks and seizes. The thread that calls is the tracer, and the parent. The tracee sleeps in read until it is released.
[[nodiscard]] Result<Launched> launch(const LaunchRequest& request, const Inheritance& inheritance);

/// Where the tracer is, in relation to the command.
enum class Daemonize : std::uint8_t { no, grandchild, process_group, session };

/// Goes on in a grandchild, for which this process waits to become the command: it returns from this in that grandchild alone. Where the
/// grandchild ends before, the waiting process exits with 1. Of `request` the filter comes later, from `launch`. Before any thread is
/// started. Errors: pipe(2), fork(2).
[[nodiscard]] Result<WaitingCommand> daemonize(const LaunchRequest& request, const Inheritance& inheritance, Daemonize how);

/// Where execve would find `name`: as it is with a slash in it, else along PATH. ENOENT, EACCES (also for directories).
[[nodiscard]] Result<std::string> find_executable(const std::string& name, const char* path);

}  // namespace troupe
