#pragma once

#include <boost/asio/io_context.hpp>
#include <string>

#include "actors/executor.hpp"
#include "actors/log.hpp"
#include "actors/output/output.hpp"
#include "actors/peers.hpp"
#include "actors/registry.hpp"
#include "troupe/actors/engine.hpp"

namespace troupe {

/// What the parts of the supervisor work with, all of them on its thread.
struct Desk {
    const EngineConfig& config;
    const Log& log;
    Executor* executor;  ///< nullptr: no script
    boost::asio::io_context& context;
    Registry& registry;
    Output& output;
    Peers& workers;
    /// A message for the user, behind what was printed so far.
    void say(const std::string& text) const;
};

}  // namespace troupe
