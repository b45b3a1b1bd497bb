#pragma once

#include "troupe/core/kind.hpp"

/// What io_submit and its like take and tell (linux/aio_abi.h). A command has a layout for each kind of operation.
namespace troupe {

extern const StructLayout read_command_layout, write_command_layout, poll_command_layout, vector_read_command_layout,
    vector_write_command_layout, bare_command_layout, io_event_layout;

}  // namespace troupe
