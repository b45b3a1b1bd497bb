#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "tests/actors/worker/scenario.hpp"

namespace troupe::tests {

/// A stop of task 2, a child of task 1, and what comes before it.
struct NamedStop {
    const char* name;
    std::vector<FakeReport> before;
    FakeReport stop;
    const char* onward;  ///< what is asked of the kernel where nothing is in the way
};

inline void PrintTo(const NamedStop& stop, std::ostream* out) { *out << stop.name; }

/// One for each kind, of a tracee whose calls are all traced without a filter.
inline std::vector<NamedStop> all_stops() {
    return {
        {"Entry", {}, entry(2), "call 2"},
        {"Exit", {entry(2)}, exit_of(2, 7), "call 2"},
        {"FilterStop", {}, filtered(2), "call 2"},
        {"Fork", {entry(2, SYS_fork)}, forks(2, 3), "call 2"},
        {"Vfork", {entry(2, SYS_vfork)}, vforks(2, 3), "call 2"},
        {"Clone", {entry(2, SYS_clone)}, clones(2, 3), "call 2"},
        {"Exec", {entry(2, SYS_execve)}, execs(2, 2), "call 2"},
        {"Signal", {}, signals(2, SIGTERM), "call 2 with 15"},
        {"GroupStop", {signals(2, SIGSTOP)}, event(2, SIGSTOP), "listen 2"},
        {"Interruption", {}, event(2), "call 2"},
        {"Other", {}, stop_of(2, StopReason::Kind::other), "call 2"},
    };
}

/// The name of a parameter that is, or begins with, a stop.
struct NameOfStop {
    std::string operator()(const testing::TestParamInfo<NamedStop>& info) const { return info.param.name; }
};

}  // namespace troupe::tests
