#include "core/tables/flags/capabilities.hpp"

#include <array>

/// Sets of capabilities, a word of 32 each (linux/capability.h).
namespace troupe {

namespace {

constexpr auto low_capabilities_rows = std::to_array<NamedConstant>({{1u << 0, "1<<CAP_CHOWN"},
                                                                     {1u << 1, "1<<CAP_DAC_OVERRIDE"},
                                                                     {1u << 2, "1<<CAP_DAC_READ_SEARCH"},
                                                                     {1u << 3, "1<<CAP_FOWNER"},
                                                                     {1u << 4, "1<<CAP_FSETID"},
                                                                     {1u << 5, "1<<CAP_KILL"},
                                                                     {1u << 6, "1<<CAP_SETGID"},
                                                                     {1u << 7, "1<<CAP_SETUID"},
                                                                     {1u << 8, "1<<CAP_SETPCAP"},
                                                                     {1u << 9, "1<<CAP_LINUX_IMMUTABLE"},
                                                                     {1u << 10, "1<<CAP_NET_BIND_SERVICE"},
                                                                     {1u << 11, "1<<CAP_NET_BROADCAST"},
                                                                     {1u << 12, "1<<CAP_NET_ADMIN"},
                                                                     {1u << 13, "1<<CAP_NET_RAW"},
                                                                     {1u << 14, "1<<CAP_IPC_LOCK"},
                                                                     {1u << 15, "1<<CAP_IPC_OWNER"},
                                                                     {1u << 16, "1<<CAP_SYS_MODULE"},
                                                                     {1u << 17, "1<<CAP_SYS_RAWIO"},
                                                                     {1u << 18, "1<<CAP_SYS_CHROOT"},
                                                                     {1u << 19, "1<<CAP_SYS_PTRACE"},
                                                                     {1u << 20, "1<<CAP_SYS_PACCT"},
                                                                     {1u << 21, "1<<CAP_SYS_ADMIN"},
                                                                     {1u << 22, "1<<CAP_SYS_BOOT"},
                                                                     {1u << 23, "1<<CAP_SYS_NICE"},
                                                                     {1u << 24, "1<<CAP_SYS_RESOURCE"},
                                                                     {1u << 25, "1<<CAP_SYS_TIME"},
                                                                     {1u << 26, "1<<CAP_SYS_TTY_CONFIG"},
                                                                     {1u << 27, "1<<CAP_MKNOD"},
                                                                     {1u << 28, "1<<CAP_LEASE"},
                                                                     {1u << 29, "1<<CAP_AUDIT_WRITE"},
                                                                     {1u << 30, "1<<CAP_AUDIT_CONTROL"},
                                                                     {1u << 31, "1<<CAP_SETFCAP"}});

constexpr auto high_capabilities_rows = std::to_array<NamedConstant>({{1u << 0, "1<<CAP_MAC_OVERRIDE"},
                                                                      {1u << 1, "1<<CAP_MAC_ADMIN"},
                                                                      {1u << 2, "1<<CAP_SYSLOG"},
                                                                      {1u << 3, "1<<CAP_WAKE_ALARM"},
                                                                      {1u << 4, "1<<CAP_BLOCK_SUSPEND"},
                                                                      {1u << 5, "1<<CAP_AUDIT_READ"},
                                                                      {1u << 6, "1<<CAP_PERFMON"},
                                                                      {1u << 7, "1<<CAP_BPF"},
                                                                      {1u << 8, "1<<CAP_CHECKPOINT_RESTORE"}});

}  // namespace

constinit const FlagSet low_capabilities{"low_capabilities", "CAP_???", low_capabilities_rows};
constinit const FlagSet high_capabilities{"high_capabilities", "CAP_???", high_capabilities_rows};

}  // namespace troupe
