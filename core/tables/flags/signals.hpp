#pragma once

#include "troupe/core/constants.hpp"

/// Signals.
namespace troupe {

extern const FlagSet sigaction_flags, signalfd_flags, signal_stack_flags;

}  // namespace troupe
