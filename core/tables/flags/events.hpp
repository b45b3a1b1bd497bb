#pragma once

#include "troupe/core/constants.hpp"

/// Waiting for events and timers.
namespace troupe {

extern const FlagSet epoll_create_flags, epoll_event_bits, eventfd_flags, inotify_events, inotify_init_flags, poll_events, timerfd_flags,
    timer_flags;

}  // namespace troupe
