#pragma once

#include "troupe/core/kind.hpp"

/// Structures that one option or command takes (linux/socket.h, linux/filter.h, asm-generic/fcntl.h, asm-generic/siginfo.h).
namespace troupe {

extern const StructLayout linger_layout, credentials_layout, filter_program_layout, seccomp_program_layout, notification_sizes_layout,
    file_owner_layout, remote_vector_layout, signal_event_layout, semaphore_operation_layout;

}  // namespace troupe
