#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace troupe::tests {

/// One process of a trace that was written with -ff: its lines without what differs from run to run.
struct ProcessTrace {
    std::vector<std::string> lines;    ///< without signals
    std::vector<std::string> signals;  ///< sorted: when they arrive is not fixed
};

/// Reads NAME.PID files of a folder, in the order of the pids; addresses, pids, times, random bytes and temporary names are replaced.
std::vector<ProcessTrace> read_traces(const std::filesystem::path& folder);

/// The lines that only one of two traces has, as `- line` and `+ line`; in order, or as sets when `ordered` is false.
std::string differences(std::vector<std::string> expected, std::vector<std::string> actual, bool ordered);

}  // namespace troupe::tests
