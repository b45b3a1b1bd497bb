#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "troupe/actors/output_config.hpp"
#include "troupe/actors/placement.hpp"
#include "troupe/actors/quiet.hpp"
#include "troupe/actors/summary_config.hpp"
#include "troupe/core/annotations.hpp"
#include "troupe/core/call_notes.hpp"
#include "troupe/core/data_dump.hpp"
#include "troupe/core/decode.hpp"
#include "troupe/core/hooks.hpp"
#include "troupe/core/launch.hpp"
#include "troupe/core/path_match.hpp"
#include "troupe/core/rules.hpp"
#include "troupe/core/signal_set.hpp"
#include "troupe/core/stack.hpp"
#include "troupe/core/syscall_set.hpp"
#include "troupe/core/urgent.hpp"

namespace troupe {

/// A command to run under trace.
struct CommandLine {
    std::string file;                      ///< path of the executable
    std::string name;                      ///< as the user wrote it, for messages
    std::vector<std::string> arguments;    ///< argv, with argv[0]
    std::vector<std::string> environment;  ///< NAME=VALUE
    std::optional<Identity> user;
};

/// What is to be printed, and how.
struct Printing {
    SyscallSet traced = SyscallSet::all();
    WantedFiles files{};  ///< of traced calls only those that touch these; of those rules act on, too
    SyscallSet abbreviated = SyscallSet::all();
    SyscallSet verbose = SyscallSet::all();
    SyscallSet raw = SyscallSet::none();
    SignalSet signals = SignalSet::all();
    DumpedDescriptors dumped{};
    TextStyle style;
    KeywordSet<Quiet> quiet;
    AnnotationChoice annotations{};  ///< -y, -Y
    StackChoice stack{};             ///< -k
    NoteChoice notes{};              ///< --namespace, --kvm
};

/// --seccomp-bpf
enum class FilterUse : std::uint8_t { automatic, on, off };

/// When a run is over although its tracees are not (`--syscall-limit`, `--stop-after`): they are detached, and live on.
struct StopAfter {
    std::optional<std::uint64_t> calls{};  ///< so many have been printed
    std::optional<std::uint64_t> bytes{};  ///< so many have been written
    std::optional<std::chrono::nanoseconds> time{};

    [[nodiscard]] bool any() const { return calls || bytes || time; }
};

struct EngineConfig {
    std::string program_name;  ///< the name that we were called by
    std::optional<CommandLine> command;
    std::optional<WaitingCommand> waiting_command;  ///< -D: it becomes `command`
    std::vector<pid_t> attach;
    bool follow = false;
    bool detach_on_execve = false;  ///< -b execve
    StopAfter stop_after;
    FilterUse filter = FilterUse::automatic;
    unsigned workers = 0;  ///< 0: one for each CPU that we may use
    Placement placement = Placement::automatic;
    AffinityUse affinity = AffinityUse::automatic;
    bool engine_stats = false;  ///< say at the end what we did (`--engine-stats`)
    Printing printing;
    SummaryConfig summary;
    std::vector<InjectRule> rules;  ///< of several for one call, the last holds
    OutputConfig output;
    /// Fatal signals are left to the command: what -o FILE with a command does.
    bool leave_signals_to_command = false;
    bool survives_stop_key = false;  ///< SIGTSTP does not stop us
    LogLevel log_level = LogLevel::warning;
    Inheritance inheritance;
    Hooks* hooks = nullptr;  ///< none: nothing but the trace

    /// Tracees that we started may be detached while they run.
    [[nodiscard]] bool lets_tracees_live() const { return detach_on_execve || stop_after.any(); }
};

/// How a run ended, and so how we end.
struct RunResult {
    enum class How : std::uint8_t {
        status,  ///< with exit status `code`
        signal,  ///< `code` is the signal that killed the command, or us
    };
    How how = How::status;
    int code = 0;
};

/// Traces until the last tracee is gone, the user interrupts, or a script ends it. Everything that goes wrong is said on standard
/// error. The calling thread becomes the supervisor; it is `urgent` until what is to be attached to is.
[[nodiscard]] RunResult run_engine(const EngineConfig& config, std::optional<Urgent> urgent = {});

}  // namespace troupe
