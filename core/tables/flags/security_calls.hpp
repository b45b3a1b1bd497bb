#pragma once

#include "troupe/core/constants.hpp"

/// Bits of calls that restrict: seccomp, landlock, modules.
namespace troupe {

extern const FlagSet public_key_operations, key_capabilities, more_key_capabilities, security_attribute_flags;
extern const FlagSet seccomp_filter_flags, seccomp_other_flags, key_permissions, key_move_flags, landlock_ruleset_flags,
    landlock_restrict_flags, module_flags;

}  // namespace troupe
