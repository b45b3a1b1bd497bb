#pragma once

#include "troupe/core/kind.hpp"

/// What io_uring_setup(2) takes and answers, and what io_uring_register(2) takes.
namespace troupe {

extern const StructLayout io_uring_params_layout, files_update_layout, ring_descriptor_layout, old_ring_descriptor_layout,
    buffer_ring_layout, files_registration_layout, buffers_registration_layout, files_change_layout, buffers_change_layout,
    ring_probe_layout, ring_probe_operation_layout, ring_restriction_layout, ring_cancel_layout, file_range_layout, buffer_status_layout,
    napi_layout, ring_clock_layout, clone_buffers_layout;

}  // namespace troupe
