#pragma once

#include "troupe/core/constants.hpp"

/// Values of calls that restrict, and of those that look into others.
namespace troupe {

extern const ValueSet seccomp_actions, bpf_commands, keyctl_operations, key_ids, requested_keyrings, landlock_rules, syslog_actions;

}  // namespace troupe
