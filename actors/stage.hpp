#pragma once

#include <functional>

#include "actors/affinity_book.hpp"
#include "actors/call_limit.hpp"
#include "actors/executor.hpp"
#include "actors/filter_book.hpp"
#include "actors/log.hpp"
#include "actors/notices.hpp"
#include "actors/output/output.hpp"
#include "actors/peers.hpp"
#include "actors/placement.hpp"
#include "actors/plan.hpp"
#include "actors/recent_ends.hpp"
#include "actors/registry.hpp"
#include "troupe/actors/engine.hpp"
#include "troupe/core/kernel.hpp"
#include "troupe/core/tasks.hpp"

namespace troupe {

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
    FilterBook& filters;
    LoadBoard& loads;
    Peers& workers;
    CallLimit& limit;
    int own_filters;       ///< seccomp filters on ourselves, which tracees inherit
    ParkingCalls parking;  ///< what these let pass, and ours
    Executor* executor;    ///< nullptr: no script
    Output& output;
    std::function<void(const notices::Notice&)> tell;  ///< the supervisor
    Log log;
};

}  // namespace troupe
