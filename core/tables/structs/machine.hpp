#pragma once

#include "troupe/core/kind.hpp"

/// What calls about the whole system take or tell (linux/timex.h, linux/kexec.h, linux/sysctl.h, linux/mqueue.h).
namespace troupe {

extern const StructLayout clock_state_layout, clock_state_64_layout, kexec_segment_layout, sysctl_layout, queue_attributes_layout,
    new_queue_layout;

}  // namespace troupe
