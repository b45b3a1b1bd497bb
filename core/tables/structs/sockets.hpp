#pragma once

#include "troupe/core/kind.hpp"

/// Messages of sockets.
namespace troupe {

extern const StructLayout msghdr_layout, mmsghdr_layout, control_message_layout, packet_info_layout, extended_error_layout;

}  // namespace troupe
