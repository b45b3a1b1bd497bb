#pragma once

#include "troupe/core/constants.hpp"

/// Commands of System V queues, semaphores and shared memory.
namespace troupe {

extern const ValueSet semaphore_commands, shared_memory_commands, message_queue_commands, private_keys;

}  // namespace troupe
