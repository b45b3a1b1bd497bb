#pragma once

#include "troupe/core/kind.hpp"

/// What calls about processes and quotas take or tell (linux/sched/types.h, linux/capability.h, linux/kcmp.h, linux/quota.h).
namespace troupe {

extern const StructLayout sched_attr_layout, told_scheduling_layout, capability_header_layout, polled_descriptor_layout, quota_layout,
    next_quota_layout, quota_info_layout;

}  // namespace troupe
