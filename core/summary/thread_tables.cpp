#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "troupe/core/summary.hpp"

namespace troupe {
namespace {

struct Process {
    TaskId first{};  ///< its first thread
    CallTotals calls{};
    std::vector<std::pair<TaskId, const CallTotals*>> others{};  ///< in order
    const CallTotals* own = nullptr;                             ///< those of the first thread, if it made any

    [[nodiscard]] bool has_threads() const { return !others.empty(); }
};

/// A thread whose process is not known stands alone.
std::map<pid_t, Process> by_process(const Counted& counted) {
    std::map<pid_t, Process> processes;
    for (const auto& [thread, totals] : counted.threads) {
        const pid_t pid = totals.process != 0 ? totals.process : thread.tid;
        Process& process = processes[pid];
        process.calls += totals.calls;
        if (thread.tid == pid && process.own == nullptr) {
            process.first = thread;
            process.own = &totals.calls;
        } else {
            process.others.emplace_back(thread, &totals.calls);
        }
        process.first.tid = pid;
    }
    return processes;
}

std::string with_heading(const std::string& heading, const CallTotals& calls, const SummaryForm& form) {
    return heading + ":\n" + summary_table(calls, form);
}

std::string of_thread(pid_t process, pid_t thread, const CallTotals& calls, const SummaryForm& form) {
    return with_heading(fmt::format("Process {}, thread {}", process, thread), calls, form);
}

std::string of_process(pid_t pid, const Process& process, const SummaryForm& form) {
    return with_heading(fmt::format("Process {}", pid), process.calls, form);
}

}  // namespace

std::vector<ThreadTable> tables_of_threads(const Counted& counted, const SummaryForm& form) {
    std::vector<ThreadTable> tables;
    for (const auto& [pid, process] : by_process(counted)) {
        if (!process.has_threads()) {
            tables.push_back({process.first, summary_table(process.calls, form)});
            continue;
        }
        const std::string own = process.own != nullptr ? of_thread(pid, pid, *process.own, form) : std::string();
        tables.push_back({process.first, own + of_process(pid, process, form)});
        for (const auto& [thread, calls] : process.others) {
            tables.push_back({thread, summary_table(*calls, form)});
        }
    }
    return tables;
}

std::string tables_of_all(const Counted& counted, const SummaryForm& form) {
    const auto processes = by_process(counted);
    std::string text;
    for (const auto& [pid, process] : processes) {
        if (process.has_threads() && process.own != nullptr) {
            text += of_thread(pid, pid, *process.own, form);
        }
        for (const auto& [thread, calls] : process.others) {
            text += of_thread(pid, thread.tid, *calls, form);
        }
        text += of_process(pid, process, form);
    }
    if (processes.size() > 1) {
        text += with_heading("All processes", counted.calls, form);
    }
    return text;
}

}  // namespace troupe
