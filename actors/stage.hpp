#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "actors/affinity_book.hpp"
#include "actors/executor.hpp"
#include "actors/log.hpp"
#include "actors/placement.hpp"
#include "actors/plan.hpp"
#include "actors/recent_ends.hpp"
#include "actors/registry.hpp"
#include "troupe/actors/engine.hpp"
#include "troupe/core/kernel.hpp"
#include "troupe/core/tasks.hpp"

namespace troupe {

/// What a worker tells the supervisor. Called on the worker's thread.
struct Notices {
    std::function<void(const Dying&)> command_ended;
    std::function<void(const std::string&)> trouble;  ///< a message for the user
    std::function<void()> none_left;
    struct Attached {
        pid_t tid = 0;
        int code = 0;  ///< 0, or the errno of PTRACE_SEIZE
    };
    std::function<void(const std::vector<Attached>&)> attached;
    std::function<void()> all_stopped;                     ///< a worker's tracees are all ready to be detached
    std::function<void(TaskId, unsigned)> vanished;        ///< this leader of that worker is gone by an execve
    std::function<void(std::uint64_t, unsigned)> wake_at;  ///< that worker wants a `HoldsOver` at this time (monotonic clock, ns)
};

class Worker;

/// What all workers work with.
struct Stage {
    const EngineConfig& config;
    Kernel& kernel;
    Tasks& tasks;
    PlanBoard& plans;
    Registry& registry;
    RecentEnds& recent_ends;
    Guardian& guardian;
    AffinityBook& affinity;
    const std::unique_ptr<LoadBoard>& loads;              ///< there before a tracee is
    const std::vector<std::unique_ptr<Worker>>& workers;  ///< complete before a tracee is there
    int own_filters;                                      ///< seccomp filters on ourselves, which tracees inherit
    Executor* executor;                                   ///< nullptr: no script
    Output& output;
    Notices notices;
    Log log;
};

}  // namespace troupe
