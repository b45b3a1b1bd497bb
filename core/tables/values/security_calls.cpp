#include "core/tables/values/security_calls.hpp"

#include <array>

/// Sandboxes, keys, modules, the kernel log.
namespace troupe {

namespace {

constexpr auto bpf_commands_rows = std::to_array<NamedConstant>({{0, "BPF_MAP_CREATE"},
                                                                 {1, "BPF_MAP_LOOKUP_ELEM"},
                                                                 {2, "BPF_MAP_UPDATE_ELEM"},
                                                                 {3, "BPF_MAP_DELETE_ELEM"},
                                                                 {4, "BPF_MAP_GET_NEXT_KEY"},
                                                                 {5, "BPF_PROG_LOAD"},
                                                                 {6, "BPF_OBJ_PIN"},
                                                                 {7, "BPF_OBJ_GET"},
                                                                 {8, "BPF_PROG_ATTACH"},
                                                                 {9, "BPF_PROG_DETACH"},
                                                                 {10, "BPF_PROG_TEST_RUN"},
                                                                 {11, "BPF_PROG_GET_NEXT_ID"},
                                                                 {12, "BPF_MAP_GET_NEXT_ID"},
                                                                 {13, "BPF_PROG_GET_FD_BY_ID"},
                                                                 {14, "BPF_MAP_GET_FD_BY_ID"},
                                                                 {15, "BPF_OBJ_GET_INFO_BY_FD"},
                                                                 {16, "BPF_PROG_QUERY"},
                                                                 {17, "BPF_RAW_TRACEPOINT_OPEN"},
                                                                 {18, "BPF_BTF_LOAD"},
                                                                 {19, "BPF_BTF_GET_FD_BY_ID"},
                                                                 {20, "BPF_TASK_FD_QUERY"},
                                                                 {21, "BPF_MAP_LOOKUP_AND_DELETE_ELEM"},
                                                                 {22, "BPF_MAP_FREEZE"},
                                                                 {23, "BPF_BTF_GET_NEXT_ID"},
                                                                 {24, "BPF_MAP_LOOKUP_BATCH"},
                                                                 {25, "BPF_MAP_LOOKUP_AND_DELETE_BATCH"},
                                                                 {26, "BPF_MAP_UPDATE_BATCH"},
                                                                 {27, "BPF_MAP_DELETE_BATCH"},
                                                                 {28, "BPF_LINK_CREATE"},
                                                                 {29, "BPF_LINK_UPDATE"},
                                                                 {30, "BPF_LINK_GET_FD_BY_ID"},
                                                                 {31, "BPF_LINK_GET_NEXT_ID"},
                                                                 {32, "BPF_ENABLE_STATS"},
                                                                 {33, "BPF_ITER_CREATE"},
                                                                 {34, "BPF_LINK_DETACH"},
                                                                 {35, "BPF_PROG_BIND_MAP"},
                                                                 {36, "BPF_TOKEN_CREATE"},
                                                                 {37, "BPF_PROG_STREAM_READ_BY_FD"}});

constexpr auto keyctl_operations_rows = std::to_array<NamedConstant>({{0, "KEYCTL_GET_KEYRING_ID"},
                                                                      {1, "KEYCTL_JOIN_SESSION_KEYRING"},
                                                                      {2, "KEYCTL_UPDATE"},
                                                                      {3, "KEYCTL_REVOKE"},
                                                                      {4, "KEYCTL_CHOWN"},
                                                                      {5, "KEYCTL_SETPERM"},
                                                                      {6, "KEYCTL_DESCRIBE"},
                                                                      {7, "KEYCTL_CLEAR"},
                                                                      {8, "KEYCTL_LINK"},
                                                                      {9, "KEYCTL_UNLINK"},
                                                                      {10, "KEYCTL_SEARCH"},
                                                                      {11, "KEYCTL_READ"},
                                                                      {12, "KEYCTL_INSTANTIATE"},
                                                                      {13, "KEYCTL_NEGATE"},
                                                                      {14, "KEYCTL_SET_REQKEY_KEYRING"},
                                                                      {15, "KEYCTL_SET_TIMEOUT"},
                                                                      {16, "KEYCTL_ASSUME_AUTHORITY"},
                                                                      {17, "KEYCTL_GET_SECURITY"},
                                                                      {18, "KEYCTL_SESSION_TO_PARENT"},
                                                                      {19, "KEYCTL_REJECT"},
                                                                      {20, "KEYCTL_INSTANTIATE_IOV"},
                                                                      {21, "KEYCTL_INVALIDATE"},
                                                                      {22, "KEYCTL_GET_PERSISTENT"},
                                                                      {23, "KEYCTL_DH_COMPUTE"},
                                                                      {24, "KEYCTL_PKEY_QUERY"},
                                                                      {25, "KEYCTL_PKEY_ENCRYPT"},
                                                                      {26, "KEYCTL_PKEY_DECRYPT"},
                                                                      {27, "KEYCTL_PKEY_SIGN"},
                                                                      {28, "KEYCTL_PKEY_VERIFY"},
                                                                      {29, "KEYCTL_RESTRICT_KEYRING"},
                                                                      {30, "KEYCTL_MOVE"},
                                                                      {31, "KEYCTL_CAPABILITIES"},
                                                                      {32, "KEYCTL_WATCH_KEY"}});

constexpr auto key_ids_rows = std::to_array<NamedConstant>({{static_cast<std::uint64_t>(-1), "KEY_SPEC_THREAD_KEYRING"},
                                                            {static_cast<std::uint64_t>(-2), "KEY_SPEC_PROCESS_KEYRING"},
                                                            {static_cast<std::uint64_t>(-3), "KEY_SPEC_SESSION_KEYRING"},
                                                            {static_cast<std::uint64_t>(-4), "KEY_SPEC_USER_KEYRING"},
                                                            {static_cast<std::uint64_t>(-5), "KEY_SPEC_USER_SESSION_KEYRING"},
                                                            {static_cast<std::uint64_t>(-6), "KEY_SPEC_GROUP_KEYRING"},
                                                            {static_cast<std::uint64_t>(-7), "KEY_SPEC_REQKEY_AUTH_KEY"},
                                                            {static_cast<std::uint64_t>(-8), "KEY_SPEC_REQUESTOR_KEYRING"}});

constexpr auto requested_keyrings_rows = std::to_array<NamedConstant>({{static_cast<std::uint64_t>(-1), "KEY_REQKEY_DEFL_NO_CHANGE"},
                                                                       {0, "KEY_REQKEY_DEFL_DEFAULT"},
                                                                       {1, "KEY_REQKEY_DEFL_THREAD_KEYRING"},
                                                                       {2, "KEY_REQKEY_DEFL_PROCESS_KEYRING"},
                                                                       {3, "KEY_REQKEY_DEFL_SESSION_KEYRING"},
                                                                       {4, "KEY_REQKEY_DEFL_USER_KEYRING"},
                                                                       {5, "KEY_REQKEY_DEFL_USER_SESSION_KEYRING"},
                                                                       {6, "KEY_REQKEY_DEFL_GROUP_KEYRING"},
                                                                       {7, "KEY_REQKEY_DEFL_REQUESTOR_KEYRING"}});

constexpr auto landlock_rules_rows = std::to_array<NamedConstant>({{1, "LANDLOCK_RULE_PATH_BENEATH"}, {2, "LANDLOCK_RULE_NET_PORT"}});

constexpr auto syslog_actions_rows = std::to_array<NamedConstant>({{0, "SYSLOG_ACTION_CLOSE"},
                                                                   {1, "SYSLOG_ACTION_OPEN"},
                                                                   {2, "SYSLOG_ACTION_READ"},
                                                                   {3, "SYSLOG_ACTION_READ_ALL"},
                                                                   {4, "SYSLOG_ACTION_READ_CLEAR"},
                                                                   {5, "SYSLOG_ACTION_CLEAR"},
                                                                   {6, "SYSLOG_ACTION_CONSOLE_OFF"},
                                                                   {7, "SYSLOG_ACTION_CONSOLE_ON"},
                                                                   {8, "SYSLOG_ACTION_CONSOLE_LEVEL"},
                                                                   {9, "SYSLOG_ACTION_SIZE_UNREAD"},
                                                                   {10, "SYSLOG_ACTION_SIZE_BUFFER"}});

constexpr auto seccomp_actions_rows = std::to_array<NamedConstant>({{0x80000000, "SECCOMP_RET_KILL_PROCESS"},
                                                                    {0, "SECCOMP_RET_KILL_THREAD"},
                                                                    {0x30000, "SECCOMP_RET_TRAP"},
                                                                    {0x50000, "SECCOMP_RET_ERRNO"},
                                                                    {0x7fc00000, "SECCOMP_RET_USER_NOTIF"},
                                                                    {0x7ff00000, "SECCOMP_RET_TRACE"},
                                                                    {0x7ffc0000, "SECCOMP_RET_LOG"},
                                                                    {0x7fff0000, "SECCOMP_RET_ALLOW"}});

}  // namespace

constinit const ValueSet seccomp_actions{"seccomp_actions", "SECCOMP_RET_???", seccomp_actions_rows, true};
constinit const ValueSet bpf_commands{"bpf_commands", "BPF_???", bpf_commands_rows};
constinit const ValueSet keyctl_operations{"keyctl_operations", "KEYCTL_???", keyctl_operations_rows};
constinit const ValueSet key_ids{"key_ids", "", key_ids_rows};
constinit const ValueSet requested_keyrings{"requested_keyrings", "KEY_REQKEY_DEFL_???", requested_keyrings_rows};
constinit const ValueSet landlock_rules{"landlock_rules", "LANDLOCK_RULE_???", landlock_rules_rows};
constinit const ValueSet syslog_actions{
    .name = "syslog_actions", .unknown = "SYSLOG_ACTION_???", .rows = syslog_actions_rows, .as_number = true};

}  // namespace troupe
