#pragma once

#include "troupe/core/constants.hpp"

/// Commands of System V queues, semaphores and shared memory.
namespace troupe {

extern const ValueSet semaphore_commands, shared_memory_commands, message_queue_commands, private_keys;
extern const WordParts semaphore_command, shared_memory_command, message_queue_command, ipc_calls;

}  // namespace troupe
