#pragma once

#include "core/tables/flags/events.hpp"
#include "core/tables/flags/process_calls.hpp"
#include "core/tables/ioctls/own.hpp"
#include "core/tables/structs/counted_events.hpp"
#include "core/tables/structs/processes.hpp"
#include "core/tables/structs/times.hpp"
#include "core/tables/syscalls/choices.hpp"
#include "core/tables/syscalls/elements.hpp"
#include "core/tables/syscalls/row.hpp"
#include "core/tables/values/sockets.hpp"

/// Waiting for events: epoll, eventfd, performance counters.
namespace troupe::rows {

/// EPOLL_CTL_DEL does not look at the pointer.
inline constexpr auto epoll_ctl_events =
    choose(with(commands(2), in(pointer, "event")), otherwise(in(structure(epoll_event_layout), "event")));

inline constexpr auto events = std::to_array<SyscallRow>({
    call("epoll_create", {213, 254, 213}, in_class::desc, fd, takes(in(signed_int, "size"))),
    call("epoll_create1", {291, 329, 291}, in_class::desc, fd, takes(in(flags(epoll_create_flags), "flags"))),
    call("epoll_ctl", {233, 255, 233}, in_class::desc, signed_long,
         takes(in(fd, "epfd"), in(value(epoll_operations), "op"), in(fd, "fd"), in(selected(1, epoll_ctl_events), "event"))),
    call("epoll_wait", {232, 256, 232}, in_class::desc, signed_long,
         takes(in(fd, "epfd"), out(array(epoll_event_element, length::result), "events"), in(signed_int, "maxevents"),
               in(signed_int, "timeout"))),
    call("epoll_pwait", {281, 319, 281}, in_class::desc, signed_long,
         takes(in(fd, "epfd"), out(array(epoll_event_element, length::result), "events"), in(signed_int, "maxevents"),
               in(signed_int, "timeout"), in(sigset(length::argument(5)), "sigmask"), in(unsigned_long, "sigsetsize"))),
    call("epoll_pwait2", everywhere(441), in_class::desc, signed_long,
         takes(in(fd, "epfd"), out(array(epoll_event_element, length::result), "events"), in(signed_int, "maxevents"),
               out(structure(timespec_layout), "timeout"), in(sigset(length::argument(5)), "sigmask"), in(unsigned_long, "sigsetsize"))),
    call("epoll_ctl_old", {214, absent, absent}, in_class::none, signed_long,
         takes(in(hex, "epfd"), in(hex, "op"), in(hex, "fd"), in(hex, "event"))),
    call("epoll_wait_old", {215, absent, absent}, in_class::none, signed_long,
         takes(in(hex, "epfd"), in(hex, "events"), in(hex, "maxevents"), in(hex, "timeout"))),
    call("eventfd", {284, 323, 284}, in_class::desc, fd, takes(in(unsigned_int, "initval"))),
    call("eventfd2", {290, 328, 290}, in_class::desc, fd, takes(in(unsigned_int, "initval"), in(flags(eventfd_flags), "flags"))),
    call("perf_event_open", {298, 336, 298}, in_class::desc, fd,
         takes(filled(Filled::always, out(kind::own_memory(Own::event_attributes, event_attributes_layout), "attr")), in(pid, "pid"),
               in(signed_int, "cpu"), in(fd, "group_fd"), in(flags(perf_event_open_flags), "flags"))),
});

}  // namespace troupe::rows
