#pragma once

#include "troupe/core/constants.hpp"

/// What ptrace is asked for and tells (linux/ptrace.h, linux/elf.h, linux/audit.h).
namespace troupe {

extern const ValueSet register_sets, syscall_query_operations, traced_architectures, ptrace_events;
extern const FlagSet ptrace_options, signal_query_flags;

}  // namespace troupe
