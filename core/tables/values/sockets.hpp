#pragma once

#include "troupe/core/constants.hpp"

/// Sockets: families, protocols, levels.
namespace troupe {

extern const ValueSet socketcall_operations, shutdown_hows, socket_domains, socket_protocols, socket_levels, control_message_levels,
    epoll_operations;

}  // namespace troupe
