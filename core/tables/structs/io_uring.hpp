#pragma once

#include "troupe/core/kind.hpp"

/// What io_uring_setup(2) takes and answers, and what io_uring_register(2) takes.
namespace troupe {

extern const StructLayout io_uring_params_layout, files_update_layout, ring_descriptor_layout, old_ring_descriptor_layout,
    buffer_ring_layout, files_registration_layout, buffers_registration_layout, files_change_layout, buffers_change_layout;

}  // namespace troupe
