#pragma once

#include <cstdint>

#include "troupe/core/stopped.hpp"

namespace troupe {

/// What became of a stop. The parts of a worker say it; `Worker::serve` alone lets tracees go on.
enum class Onward : std::uint8_t {
    resume,  ///< the tracee is to go on
    held,    ///< it is kept in its stop (`HeldTracees`)
    moved,   ///< it is not this worker's any more: parked for another one, or detached
    leaves,  ///< it is to be detached
    gone,    ///< it was killed under us; its end will be reported
};

/// A tracee's stop while it is served.
struct Stop {
    Stopped stopped;
    int signal = 0;  ///< that the tracee takes along when it goes on
};

}  // namespace troupe
