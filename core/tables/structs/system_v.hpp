#pragma once

#include "troupe/core/kind.hpp"

/// Queues, semaphores and shared memory of System V (asm/msgbuf.h, asm/sembuf.h, asm/shmbuf.h, linux/ipc.h): what is told of one, and
/// what can be set.
namespace troupe {

extern const StructLayout shared_memory_layout, set_shared_memory_layout, shared_memory_limits_layout, shared_memory_use_layout,
    message_queue_layout, set_message_queue_layout, message_queue_limits_layout, semaphores_layout, set_semaphores_layout,
    semaphore_limits_layout;

}  // namespace troupe
