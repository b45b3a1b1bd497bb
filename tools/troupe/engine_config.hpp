#pragma once

#include <tl/expected.hpp>

#include "tools/options/settings.hpp"
#include "troupe/actors/engine.hpp"

namespace troupe {

/// Why a command cannot be started, and the exit status that shells give then: 127 not found, 126 not executable.
struct NotRunnable {
    std::string message;
    int status = 1;
};

/// What the user asked for, as the engine understands it. Looks for the command's executable.
[[nodiscard]] tl::expected<EngineConfig, NotRunnable> engine_config(const options::Settings& settings, Inheritance inheritance);

}  // namespace troupe
