#pragma once

#include "troupe/core/constants.hpp"

/// Options of sockets, by level.
namespace troupe {

extern const ValueSet netlink_families, socket_options, socket_options_to_get, tcp_options;

}  // namespace troupe
