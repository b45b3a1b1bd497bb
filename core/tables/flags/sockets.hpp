#pragma once

#include "troupe/core/constants.hpp"

/// Sockets.
namespace troupe {

extern const FlagSet message_flags, socket_type_flags, accept_flags;
extern const ValueSet socket_types;

}  // namespace troupe
