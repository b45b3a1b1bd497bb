#pragma once

#include "troupe/core/kind.hpp"

/// Quotas of file systems as XFS has them (linux/dqblk_xfs.h).
namespace troupe {

extern const StructLayout disk_quota_layout, quota_state_layout, quota_state_v_layout;

}  // namespace troupe
