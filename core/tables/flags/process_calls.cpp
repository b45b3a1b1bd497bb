#include "core/tables/flags/process_calls.hpp"

#include <array>

/// Bits and values of calls about processes.
namespace troupe {

namespace {

constexpr auto pidfd_open_flags_rows = std::to_array<NamedConstant>({{0x800, "PIDFD_NONBLOCK"}, {128, "PIDFD_THREAD"}});

constexpr auto pidfd_signal_flags_rows =
    std::to_array<NamedConstant>({{1, "PIDFD_SIGNAL_THREAD"}, {2, "PIDFD_SIGNAL_THREAD_GROUP"}, {4, "PIDFD_SIGNAL_PROCESS_GROUP"}});

constexpr auto perf_event_open_flags_rows = std::to_array<NamedConstant>(
    {{1, "PERF_FLAG_FD_NO_GROUP"}, {2, "PERF_FLAG_FD_OUTPUT"}, {4, "PERF_FLAG_PID_CGROUP"}, {8, "PERF_FLAG_FD_CLOEXEC"}});

constexpr auto securebits_rows = std::to_array<NamedConstant>({{1, "SECBIT_NOROOT"},
                                                               {2, "SECBIT_NOROOT_LOCKED"},
                                                               {4, "SECBIT_NO_SETUID_FIXUP"},
                                                               {8, "SECBIT_NO_SETUID_FIXUP_LOCKED"},
                                                               {16, "SECBIT_KEEP_CAPS"},
                                                               {32, "SECBIT_KEEP_CAPS_LOCKED"},
                                                               {64, "SECBIT_NO_CAP_AMBIENT_RAISE"},
                                                               {128, "SECBIT_NO_CAP_AMBIENT_RAISE_LOCKED"},
                                                               {0x100, "SECBIT_EXEC_RESTRICT_FILE"},
                                                               {0x200, "SECBIT_EXEC_RESTRICT_FILE_LOCKED"},
                                                               {0x400, "SECBIT_EXEC_DENY_INTERACTIVE"},
                                                               {0x800, "SECBIT_EXEC_DENY_INTERACTIVE_LOCKED"}});

constexpr auto speculation_settings_rows = std::to_array<NamedConstant>({{0, "PR_SPEC_NOT_AFFECTED"},
                                                                         {1, "PR_SPEC_PRCTL"},
                                                                         {2, "PR_SPEC_ENABLE"},
                                                                         {4, "PR_SPEC_DISABLE"},
                                                                         {8, "PR_SPEC_FORCE_DISABLE"},
                                                                         {16, "PR_SPEC_DISABLE_NOEXEC"}});

constexpr auto scheduling_flags_rows = std::to_array<NamedConstant>({{1, "SCHED_FLAG_RESET_ON_FORK"},
                                                                     {2, "SCHED_FLAG_RECLAIM"},
                                                                     {4, "SCHED_FLAG_DL_OVERRUN"},
                                                                     {8, "SCHED_FLAG_KEEP_POLICY"},
                                                                     {16, "SCHED_FLAG_KEEP_PARAMS"},
                                                                     {32, "SCHED_FLAG_UTIL_CLAMP_MIN"},
                                                                     {64, "SCHED_FLAG_UTIL_CLAMP_MAX"}});

constexpr auto membarrier_answers_rows = std::to_array<NamedConstant>({{1, "MEMBARRIER_CMD_GLOBAL"},
                                                                       {2, "MEMBARRIER_CMD_GLOBAL_EXPEDITED"},
                                                                       {4, "MEMBARRIER_CMD_REGISTER_GLOBAL_EXPEDITED"},
                                                                       {8, "MEMBARRIER_CMD_PRIVATE_EXPEDITED"},
                                                                       {16, "MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED"},
                                                                       {32, "MEMBARRIER_CMD_PRIVATE_EXPEDITED_SYNC_CORE"},
                                                                       {64, "MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_SYNC_CORE"},
                                                                       {128, "MEMBARRIER_CMD_PRIVATE_EXPEDITED_RSEQ"},
                                                                       {0x100, "MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_RSEQ"},
                                                                       {0x200, "MEMBARRIER_CMD_GET_REGISTRATIONS"}});

}  // namespace

constinit const FlagSet pidfd_open_flags{"pidfd_open_flags", "PIDFD_???", pidfd_open_flags_rows};
constinit const FlagSet pidfd_signal_flags{"pidfd_signal_flags", "PIDFD_SIGNAL_???", pidfd_signal_flags_rows};
constinit const FlagSet perf_event_open_flags{
    .name = "perf_event_open_flags", .unknown = "PERF_FLAG_???", .rows = perf_event_open_flags_rows, .is_long = true};
constinit const FlagSet securebits{.name = "securebits", .unknown = "SECBIT_???", .rows = securebits_rows, .is_long = true};
constinit const FlagSet membarrier_answers{"membarrier_answers", "MEMBARRIER_CMD_???", membarrier_answers_rows};
constinit const FlagSet scheduling_flags{"scheduling_flags", "SCHED_FLAG_???", scheduling_flags_rows};
constinit const FlagSet speculation_settings{"speculation_settings", "PR_SPEC_???", speculation_settings_rows};

}  // namespace troupe
