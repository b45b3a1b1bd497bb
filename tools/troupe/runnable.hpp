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

/// The command that the user asked for, with its executable and its environment.
[[nodiscard]] tl::expected<CommandLine, NotRunnable> runnable(const options::Settings& settings);

}  // namespace troupe
