#pragma once

#include <cstdint>

namespace troupe {

/// Which worker a talkative tracee is to live with (`--placement`).
enum class Placement : std::uint8_t {
    automatic,  ///< where the fewest talkative ones live; moved only if that is better than here
    stay,       ///< with the worker of its parent
    spread,     ///< with every worker in turn
};

/// Whether talkative tracees are kept on the CPU of their worker (`--affinity`).
enum class AffinityUse : std::uint8_t { automatic, never };

}  // namespace troupe
