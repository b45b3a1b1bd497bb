#pragma once

#include "troupe/core/constants.hpp"

/// Bits of System V queues, semaphores and shared memory (linux/ipc.h).
namespace troupe {

extern const FlagSet queue_flags, semaphore_operation_flags, queue_creation_flags, shared_memory_creation_flags;

}  // namespace troupe
