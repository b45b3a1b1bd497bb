#pragma once

#include "core/tables/ioctls/own.hpp"
#include "core/tables/structs/call_options.hpp"
#include "core/tables/structs/io_uring.hpp"
#include "core/tables/syscalls/choices.hpp"

/// What io_uring_register takes beside its operation (linux/io_uring.h). Of what is not listed nothing is known.
namespace troupe::rows {

inline constexpr Kind ring_buffer = structure(remote_vector_layout);
inline constexpr Kind registered_ring = structure(ring_descriptor_layout), unregistered_ring = structure(old_ring_descriptor_layout),
                      ring_restriction = structure(ring_restriction_layout);

inline constexpr auto ring_registrations = choose(
    // IORING_REGISTER_BUFFERS
    with(commands(0), in(array(ring_buffer, length::argument(3)), "arg")),
    // IORING_REGISTER_FILES IORING_REGISTER_EVENTFD IORING_REGISTER_EVENTFD_ASYNC
    with(commands(2, 4, 7), in(array(fd, length::argument(3)), "arg")),
    // IORING_REGISTER_FILES_UPDATE
    with(commands(6), in(structure(files_update_layout), "arg")),
    // IORING_REGISTER_FILES2 IORING_REGISTER_FILES_UPDATE2 IORING_REGISTER_BUFFERS2 IORING_REGISTER_BUFFERS_UPDATE
    with(commands(13), in(sized_structure(files_registration_layout, length::argument(3)), "arg")),
    with(commands(14), in(sized_structure(files_change_layout, length::argument(3)), "arg")),
    with(commands(15), in(sized_structure(buffers_registration_layout, length::argument(3)), "arg")),
    with(commands(16), in(sized_structure(buffers_change_layout, length::argument(3)), "arg")),
    // IORING_REGISTER_IOWQ_AFF
    with(commands(17), in(cpu_set(length::argument(3)), "arg")),
    // IORING_REGISTER_RING_FDS IORING_UNREGISTER_RING_FDS
    with(commands(20), in(array(registered_ring, length::argument(3)), "arg")),
    with(commands(21), in(array(unregistered_ring, length::argument(3)), "arg")),
    // IORING_REGISTER_PBUF_RING IORING_UNREGISTER_PBUF_RING
    with(commands(22, 23), in(structure(buffer_ring_layout), "arg")),
    // IORING_REGISTER_PROBE IORING_REGISTER_RESTRICTIONS IORING_REGISTER_IOWQ_MAX_WORKERS
    with(commands(8), inout(kind::own_memory(Own::ring_probe, ring_probe_layout), "arg")),
    with(commands(11), in(array(ring_restriction, length::argument(3)), "arg")),
    with(commands(19), inout(kind::own_memory(Own::worker_limits), "arg")),
    // IORING_REGISTER_SYNC_CANCEL IORING_REGISTER_FILE_ALLOC_RANGE IORING_REGISTER_PBUF_STATUS
    with(commands(24), in(structure(ring_cancel_layout), "arg")), with(commands(25), in(structure(file_range_layout), "arg")),
    with(commands(26), filled(Filled::always, out(structure(buffer_status_layout), "arg"))),
    // IORING_REGISTER_NAPI IORING_UNREGISTER_NAPI IORING_REGISTER_CLOCK IORING_REGISTER_CLONE_BUFFERS IORING_REGISTER_RESIZE_RINGS
    with(commands(27), in(structure(napi_layout), "arg")), with(commands(28), out(structure(napi_layout), "arg")),
    with(commands(29), in(structure(ring_clock_layout), "arg")), with(commands(30), in(structure(clone_buffers_layout), "arg")),
    with(commands(33), filled(Filled::always, out(structure(io_uring_params_layout), "arg"))), otherwise(in(pointer, "arg")));

}  // namespace troupe::rows
