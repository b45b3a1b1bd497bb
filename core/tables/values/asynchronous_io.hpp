#pragma once

#include "troupe/core/constants.hpp"

/// Operations of io_submit (linux/aio_abi.h).
namespace troupe {

extern const ValueSet io_operations;
extern const FlagSet io_command_flags;

}  // namespace troupe
