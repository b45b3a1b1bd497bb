#pragma once

#include "troupe/core/kind.hpp"

/// What ptrace reads and writes (asm/ptrace.h, linux/ptrace.h).
namespace troupe {

extern const StructLayout registers_layout, float_registers_layout, register_vector_layout, signal_query_layout, filter_query_layout,
    syscall_query_layout;

}  // namespace troupe
