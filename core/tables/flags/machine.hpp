#pragma once

#include "troupe/core/constants.hpp"

/// Bits of calls about the whole system (linux/timex.h, linux/kexec.h, linux/swap.h).
namespace troupe {

extern const FlagSet clock_modes, clock_status, kexec_file_flags, module_removal_flags, queue_open_flags, secret_flags;
extern const WordParts kexec_parts, swap_parts;

}  // namespace troupe
