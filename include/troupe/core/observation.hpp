#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "troupe/core/event.hpp"
#include "troupe/core/view.hpp"

namespace troupe {

/// A string that an argument of a call points at, as it was at the entry.
struct ArgumentText {
    std::uint8_t argument = 0;  ///< from 0
    std::string text;
};

/// A syscall event for those who decide nothing: a value, because its tracee has gone on.
struct Observation {
    std::uint64_t sequence = 0;  ///< its place among all observations of a run, from 0, without gaps
    TaskFacts task;
    Event event;  ///< SyscallEntry or SyscallExit
    std::vector<ArgumentText> texts;
    std::uint64_t began = 0;                  ///< monotonic clock, ns: the entry of the call
    std::uint64_t ended = 0;                  ///< at the exit: its end
    std::vector<int> holding{};               ///< numbers of the observers whose circumstances held at the entry of the call
    std::shared_ptr<const Tape> arguments{};  ///< decoded, at this moment; nullptr: no observer asked for that
};

}  // namespace troupe
