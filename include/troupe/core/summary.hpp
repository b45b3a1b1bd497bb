#pragma once

#include <sys/types.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "troupe/core/abi.hpp"
#include "troupe/core/task_id.hpp"

/// How many calls of which kind there were, how many failed and how long they took: what `-c` prints a table of.
namespace troupe {

/// Of some calls, in ns.
struct TimeTotal {
    std::uint64_t measured = 0;  ///< calls
    std::uint64_t sum = 0;
    std::uint64_t least = 0;
    std::uint64_t most = 0;

    void add(std::uint64_t nanoseconds);
    TimeTotal& operator+=(const TimeTotal& other);
    /// Of `calls` calls, where those that were measured stand for all.
    [[nodiscard]] std::uint64_t sum_of(std::uint64_t calls) const;
};

struct CallTotal {
    std::uint64_t calls = 0;
    std::uint64_t errors = 0;
    TimeTotal system{};  ///< on a CPU, in the kernel
    TimeTotal wall{};    ///< from the begin of a call to its end

    CallTotal& operator+=(const CallTotal& other);
};

/// One thread at a time.
class CallTotals {
 public:
    [[nodiscard]] CallTotal& operator[](SyscallId call) { return totals_[call]; }
    CallTotals& operator+=(const CallTotals& other);
    /// By ABI, then by number.
    [[nodiscard]] const std::map<SyscallId, CallTotal>& all() const { return totals_; }

 private:
    std::map<SyscallId, CallTotal> totals_;
};

/// The calls of one thread.
struct ThreadTotals {
    pid_t process = 0;
    CallTotals calls{};
};

/// All that was counted. One thread at a time.
struct Counted {
    CallTotals calls{};                        ///< of all threads
    std::map<TaskId, ThreadTotals> threads{};  ///< -ff: those of each; else empty

    Counted& operator+=(const Counted& other);
};

enum class SummaryColumn : std::uint8_t {
    time_percent,
    total_time,
    min_time,
    max_time,
    avg_time,
    wall_total,
    wall_min,
    wall_max,
    wall_avg,
    calls,
    errors,
    name,
};

struct SummaryForm {
    std::vector<SummaryColumn> columns{SummaryColumn::time_percent, SummaryColumn::total_time, SummaryColumn::avg_time,
                                       SummaryColumn::calls,        SummaryColumn::errors,     SummaryColumn::name};
    /// The largest first, names in their order. Nothing: by number, as calls that are alike stand in every order.
    std::optional<SummaryColumn> sorted_by = SummaryColumn::total_time;
    bool wall_clock = false;  ///< the columns `*_time` are about `CallTotal::wall` instead of `system`

    [[nodiscard]] bool shows_wall_clock() const;
    [[nodiscard]] bool shows_system_time() const { return !wall_clock; }
};

/// A table for each ABI that has calls, as strace writes it; nothing where there are none. Lines end with newlines.
[[nodiscard]] std::string summary_table(const CallTotals& totals, const SummaryForm& form);

/// What is written of one thread: its table. The first thread of a process with several has that of its process below it, and headings.
struct ThreadTable {
    TaskId thread{};
    std::string text;
};
/// In order of processes, the first thread of each first, also where it made no calls.
[[nodiscard]] std::vector<ThreadTable> tables_of_threads(const Counted& counted, const SummaryForm& form);
/// For one stream: each table with a heading, `Process 12:` or `Process 12, thread 13:`, and that of all processes at the end, where there
/// are several.
[[nodiscard]] std::string tables_of_all(const Counted& counted, const SummaryForm& form);

}  // namespace troupe
