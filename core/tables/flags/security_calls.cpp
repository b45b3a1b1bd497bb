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

constexpr auto security_attribute_flags_rows = std::to_array<NamedConstant>({{1, "LSM_FLAG_SINGLE"}});

constexpr auto public_key_operations_rows = std::to_array<NamedConstant>(
    {{1, "KEYCTL_SUPPORTS_ENCRYPT"}, {2, "KEYCTL_SUPPORTS_DECRYPT"}, {4, "KEYCTL_SUPPORTS_SIGN"}, {8, "KEYCTL_SUPPORTS_VERIFY"}});

constexpr auto key_capabilities_rows = std::to_array<NamedConstant>({{1, "KEYCTL_CAPS0_CAPABILITIES"},
                                                                     {2, "KEYCTL_CAPS0_PERSISTENT_KEYRINGS"},
                                                                     {4, "KEYCTL_CAPS0_DIFFIE_HELLMAN"},
                                                                     {8, "KEYCTL_CAPS0_PUBLIC_KEY"},
                                                                     {16, "KEYCTL_CAPS0_BIG_KEY"},
                                                                     {32, "KEYCTL_CAPS0_INVALIDATE"},
                                                                     {64, "KEYCTL_CAPS0_RESTRICT_KEYRING"},
                                                                     {128, "KEYCTL_CAPS0_MOVE"}});

constexpr auto more_key_capabilities_rows =
    std::to_array<NamedConstant>({{1, "KEYCTL_CAPS1_NS_KEYRING_NAME"}, {2, "KEYCTL_CAPS1_NS_KEY_TAG"}, {4, "KEYCTL_CAPS1_NOTIFICATIONS"}});

constexpr auto landlock_ruleset_flags_rows =
    std::to_array<NamedConstant>({{1, "LANDLOCK_CREATE_RULESET_VERSION"}, {2, "LANDLOCK_CREATE_RULESET_ERRATA"}});

constexpr auto landlock_restrict_flags_rows = std::to_array<NamedConstant>({{1, "LANDLOCK_RESTRICT_SELF_LOG_SAME_EXEC_OFF"},
                                                                            {2, "LANDLOCK_RESTRICT_SELF_LOG_NEW_EXEC_ON"},
                                                                            {4, "LANDLOCK_RESTRICT_SELF_LOG_SUBDOMAINS_OFF"}});

constexpr auto module_flags_rows = std::to_array<NamedConstant>(
    {{1, "MODULE_INIT_IGNORE_MODVERSIONS"}, {2, "MODULE_INIT_IGNORE_VERMAGIC"}, {4, "MODULE_INIT_COMPRESSED_FILE"}});

constexpr auto key_permissions_rows = std::to_array<NamedConstant>(
    {{0x1000000, "KEY_POS_VIEW"},  {0x2000000, "KEY_POS_READ"},     {0x4000000, "KEY_POS_WRITE"}, {0x8000000, "KEY_POS_SEARCH"},
     {0x10000000, "KEY_POS_LINK"}, {0x20000000, "KEY_POS_SETATTR"}, {0x10000, "KEY_USR_VIEW"},    {0x20000, "KEY_USR_READ"},
     {0x40000, "KEY_USR_WRITE"},   {0x80000, "KEY_USR_SEARCH"},     {0x100000, "KEY_USR_LINK"},   {0x200000, "KEY_USR_SETATTR"},
     {0x100, "KEY_GRP_VIEW"},      {0x200, "KEY_GRP_READ"},         {0x400, "KEY_GRP_WRITE"},     {0x800, "KEY_GRP_SEARCH"},
     {0x1000, "KEY_GRP_LINK"},     {0x2000, "KEY_GRP_SETATTR"},     {0x1, "KEY_OTH_VIEW"},        {0x2, "KEY_OTH_READ"},
     {0x4, "KEY_OTH_WRITE"},       {0x8, "KEY_OTH_SEARCH"},         {0x10, "KEY_OTH_LINK"},       {0x20, "KEY_OTH_SETATTR"}});

constexpr auto key_move_flags_rows = std::to_array<NamedConstant>({{1, "KEYCTL_MOVE_EXCL"}});

}  // namespace

constinit const FlagSet seccomp_filter_flags{"seccomp_filter_flags", "SECCOMP_FILTER_FLAG_???", seccomp_filter_flags_rows};
constinit const FlagSet public_key_operations{"public_key_operations", "KEYCTL_SUPPORTS_???", public_key_operations_rows};
constinit const FlagSet key_capabilities{"key_capabilities", "KEYCTL_CAPS0_???", key_capabilities_rows};
constinit const FlagSet more_key_capabilities{"more_key_capabilities", "KEYCTL_CAPS1_???", more_key_capabilities_rows};
constinit const FlagSet security_attribute_flags{"security_attribute_flags", "LSM_FLAG_???", security_attribute_flags_rows};
constinit const FlagSet seccomp_other_flags{"seccomp_other_flags", "", {}};
constinit const FlagSet key_permissions{"key_permissions", "KEY_???", key_permissions_rows};
constinit const FlagSet key_move_flags{"key_move_flags", "KEYCTL_MOVE_???", key_move_flags_rows};
constinit const FlagSet landlock_ruleset_flags{"landlock_ruleset_flags", "LANDLOCK_CREATE_RULESET_???", landlock_ruleset_flags_rows};
constinit const FlagSet landlock_restrict_flags{"landlock_restrict_flags", "LANDLOCK_RESTRICT_SELF_???", landlock_restrict_flags_rows};
constinit const FlagSet module_flags{"module_flags", "MODULE_INIT_???", module_flags_rows};

}  // namespace troupe
