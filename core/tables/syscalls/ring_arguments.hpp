#pragma once

#include "core/tables/structs/io_uring.hpp"
#include "core/tables/syscalls/choices.hpp"

/// What io_uring_register takes beside its operation (linux/io_uring.h). Of what is not listed nothing is known.
namespace troupe::rows {

inline constexpr Kind registered_ring = structure(ring_descriptor_layout), unregistered_ring = structure(old_ring_descriptor_layout);

inline constexpr auto ring_registrations = choose(
    // IORING_REGISTER_BUFFERS
    with(commands(0), in(iovec(length::argument(3)), "arg")),
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
    with(commands(22, 23), in(structure(buffer_ring_layout), "arg")), otherwise(in(pointer, "arg")));

}  // namespace troupe::rows
