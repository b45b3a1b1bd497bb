#include "core/tables/flags/security_calls.hpp"

#include <array>

/// Sandboxes, keys, modules, the kernel log.
namespace troupe {

namespace {

constexpr auto seccomp_filter_flags_rows = std::to_array<NamedConstant>({{1, "SECCOMP_FILTER_FLAG_TSYNC"},
                                                                         {2, "SECCOMP_FILTER_FLAG_LOG"},
                                                                         {4, "SECCOMP_FILTER_FLAG_SPEC_ALLOW"},
                                                                         {8, "SECCOMP_FILTER_FLAG_NEW_LISTENER"},
                                                                         {16, "SECCOMP_FILTER_FLAG_TSYNC_ESRCH"},
                                                                         {32, "SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV"}});

constexpr auto landlock_ruleset_flags_rows =
    std::to_array<NamedConstant>({{1, "LANDLOCK_CREATE_RULESET_VERSION"}, {2, "LANDLOCK_CREATE_RULESET_ERRATA"}});

constexpr auto landlock_restrict_flags_rows = std::to_array<NamedConstant>({{1, "LANDLOCK_RESTRICT_SELF_LOG_SAME_EXEC_OFF"},
                                                                            {2, "LANDLOCK_RESTRICT_SELF_LOG_NEW_EXEC_ON"},
                                                                            {4, "LANDLOCK_RESTRICT_SELF_LOG_SUBDOMAINS_OFF"}});

constexpr auto module_flags_rows = std::to_array<NamedConstant>(
    {{1, "MODULE_INIT_IGNORE_MODVERSIONS"}, {2, "MODULE_INIT_IGNORE_VERMAGIC"}, {4, "MODULE_INIT_COMPRESSED_FILE"}});

}  // namespace

constinit const FlagSet seccomp_filter_flags{"seccomp_filter_flags", "SECCOMP_FILTER_FLAG_???", seccomp_filter_flags_rows};
constinit const FlagSet seccomp_other_flags{"seccomp_other_flags", "", {}};
constinit const FlagSet landlock_ruleset_flags{"landlock_ruleset_flags", "LANDLOCK_CREATE_RULESET_???", landlock_ruleset_flags_rows};
constinit const FlagSet landlock_restrict_flags{"landlock_restrict_flags", "LANDLOCK_RESTRICT_SELF_???", landlock_restrict_flags_rows};
constinit const FlagSet module_flags{"module_flags", "MODULE_INIT_???", module_flags_rows};

}  // namespace troupe
