#pragma once

#include <sys/types.h>

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "troupe/actors/placement.hpp"
#include "troupe/core/hooks.hpp"
#include "troupe/core/output_format.hpp"
#include "troupe/core/rules.hpp"
#include "troupe/core/signal_set.hpp"
#include "troupe/core/syscall_set.hpp"

namespace troupe::options {

/// Messages that `-q` and `-e quiet=` leave out.
struct Quiet {
    bool attach = false;           ///< attached, detached
    bool exit = false;             ///< `+++ exited with 0 +++`
    bool path_resolution = false;  ///< how -P understood a path
    bool personality = false;      ///< a process changed between 64 and 32 bit
    bool thread_execve = false;    ///< `+++ superseded by execve in pid 7 +++`

    friend bool operator==(const Quiet&, const Quiet&) = default;
};

struct ToStandardError {};

struct ToFile {
    std::string path;
    bool append = false;      ///< -A
    bool per_tracee = false;  ///< -ff: `path.TID` for each tracee
};

/// Bytes go to the standard input of `/bin/sh -c COMMAND`, which is waited for at the end.
struct ToPipe {
    std::string command;
};

using OutputTarget = std::variant<ToStandardError, ToFile, ToPipe>;

/// -E: set `name` in the command's environment, or remove it where there is no value. In the order given.
struct EnvironmentEdit {
    std::string name;
    std::optional<std::string> value;
};

/// -u: whom the command runs as.
struct User {
    uid_t uid = 0;
    gid_t gid = 0;
    /// Set where the user was named: supplementary groups are then those of that name (initgroups(3)); otherwise there are none.
    std::optional<std::string> name;
};

/// --seccomp-bpf, --jit
enum class Switch : unsigned char { automatic, on, off };

/// Everything the command line asks for: a plain value.
struct Settings {
    std::string called_as = "troupe";  ///< the name that messages begin with
    std::vector<std::string> command;  ///< PROG and its arguments; empty with -p alone
    std::optional<std::string> argv0;  ///< --argv0
    std::vector<EnvironmentEdit> environment;
    std::optional<User> user;
    std::vector<pid_t> attach;  ///< -p, each once, never our own

    std::vector<std::string> scripts;  ///< -l, as they were given: `FILE` or `FILE,KEY=VALUE…`
    Switch jit = Switch::automatic;

    bool follow_forks = false;
    Switch filter = Switch::automatic;  ///< --seccomp-bpf
    unsigned workers = 0;               ///< --workers; 0: as many as fit the machine
    Placement placement = Placement::automatic;
    AffinityUse affinity = AffinityUse::automatic;
    bool engine_stats = false;

    SyscallSet traced = SyscallSet::all();
    SyscallSet abbreviated = SyscallSet::all();
    SyscallSet verbose = SyscallSet::all();
    SyscallSet raw = SyscallSet::none();
    SignalSet signals = SignalSet::all();

    std::vector<InjectRule> rules;  ///< --inject and --fault, in the order given

    OutputTarget output;
    OutputFormat format = OutputFormat::text;
    std::size_t string_limit = 32;  ///< -s, bytes
    unsigned columns = 40;          ///< -a: where `= result` begins
    Quiet quiet;

    LogLevel log_level = LogLevel::warning;  ///< -d is debug
    std::vector<std::string> warnings;       ///< whole lines for stderr, before anything starts
};

/// -h and -V: goes to stdout, and the exit status is 0.
struct Answer {
    std::string text;
};

using ParsedCommandLine = std::variant<Settings, Answer>;

/// The command line cannot be understood. The first line says why, and can be parsed: `NAME: reason`.
struct UsageError {
    std::vector<std::string> lines;
    int status = 1;

    /// All lines, each with its newline.
    [[nodiscard]] std::string text() const;
};

}  // namespace troupe::options
