#pragma once

#include "troupe/core/kind.hpp"

/// Times.
namespace troupe {

extern const StructLayout timespec_layout, timespec32_layout, timeval_layout, timeval32_layout, old_timeval_layout, old_timespec_layout,
    timezone_layout, itimerval_layout, itimerspec_layout, itimerspec32_layout, tms_layout, utimbuf_layout;

}  // namespace troupe
