#pragma once

#include "troupe/core/constants.hpp"

/// Bits of fanotify (linux/fanotify.h).
namespace troupe {

extern const FlagSet fanotify_init_flags, fanotify_mark_flags, fanotify_events;

}  // namespace troupe
