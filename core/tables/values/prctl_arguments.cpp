#include "core/tables/values/prctl_arguments.hpp"

#include <array>

/// What prctl takes beside its code (linux/prctl.h).
namespace troupe {

namespace {

constexpr auto capability_names_rows = std::to_array<NamedConstant>({{0, "CAP_CHOWN"},
                                                                     {1, "CAP_DAC_OVERRIDE"},
                                                                     {2, "CAP_DAC_READ_SEARCH"},
                                                                     {3, "CAP_FOWNER"},
                                                                     {4, "CAP_FSETID"},
                                                                     {5, "CAP_KILL"},
                                                                     {6, "CAP_SETGID"},
                                                                     {7, "CAP_SETUID"},
                                                                     {8, "CAP_SETPCAP"},
                                                                     {9, "CAP_LINUX_IMMUTABLE"},
                                                                     {10, "CAP_NET_BIND_SERVICE"},
                                                                     {11, "CAP_NET_BROADCAST"},
                                                                     {12, "CAP_NET_ADMIN"},
                                                                     {13, "CAP_NET_RAW"},
                                                                     {14, "CAP_IPC_LOCK"},
                                                                     {15, "CAP_IPC_OWNER"},
                                                                     {16, "CAP_SYS_MODULE"},
                                                                     {17, "CAP_SYS_RAWIO"},
                                                                     {18, "CAP_SYS_CHROOT"},
                                                                     {19, "CAP_SYS_PTRACE"},
                                                                     {20, "CAP_SYS_PACCT"},
                                                                     {21, "CAP_SYS_ADMIN"},
                                                                     {22, "CAP_SYS_BOOT"},
                                                                     {23, "CAP_SYS_NICE"},
                                                                     {24, "CAP_SYS_RESOURCE"},
                                                                     {25, "CAP_SYS_TIME"},
                                                                     {26, "CAP_SYS_TTY_CONFIG"},
                                                                     {27, "CAP_MKNOD"},
                                                                     {28, "CAP_LEASE"},
                                                                     {29, "CAP_AUDIT_WRITE"},
                                                                     {30, "CAP_AUDIT_CONTROL"},
                                                                     {31, "CAP_SETFCAP"},
                                                                     {32, "CAP_MAC_OVERRIDE"},
                                                                     {33, "CAP_MAC_ADMIN"},
                                                                     {34, "CAP_SYSLOG"},
                                                                     {35, "CAP_WAKE_ALARM"},
                                                                     {36, "CAP_BLOCK_SUSPEND"},
                                                                     {37, "CAP_AUDIT_READ"},
                                                                     {38, "CAP_PERFMON"},
                                                                     {39, "CAP_BPF"},
                                                                     {40, "CAP_CHECKPOINT_RESTORE"}});

constexpr auto dumpable_values_rows =
    std::to_array<NamedConstant>({{0, "SUID_DUMP_DISABLE"}, {1, "SUID_DUMP_USER"}, {2, "SUID_DUMP_ROOT"}});

constexpr auto seccomp_modes_rows =
    std::to_array<NamedConstant>({{0, "SECCOMP_MODE_DISABLED"}, {1, "SECCOMP_MODE_STRICT"}, {2, "SECCOMP_MODE_FILTER"}});

constexpr auto ambient_operations_rows = std::to_array<NamedConstant>(
    {{1, "PR_CAP_AMBIENT_IS_SET"}, {2, "PR_CAP_AMBIENT_RAISE"}, {3, "PR_CAP_AMBIENT_LOWER"}, {4, "PR_CAP_AMBIENT_CLEAR_ALL"}});

constexpr auto vma_settings_rows = std::to_array<NamedConstant>({{0, "PR_SET_VMA_ANON_NAME"}});

constexpr auto tsc_modes_rows = std::to_array<NamedConstant>({{1, "PR_TSC_ENABLE"}, {2, "PR_TSC_SIGSEGV"}});

constexpr auto speculation_features_rows =
    std::to_array<NamedConstant>({{0, "PR_SPEC_STORE_BYPASS"}, {1, "PR_SPEC_INDIRECT_BRANCH"}, {2, "PR_SPEC_L1D_FLUSH"}});

constexpr auto process_vm_map_parts_rows = std::to_array<NamedConstant>({{1, "PR_SET_MM_START_CODE"},
                                                                         {2, "PR_SET_MM_END_CODE"},
                                                                         {3, "PR_SET_MM_START_DATA"},
                                                                         {4, "PR_SET_MM_END_DATA"},
                                                                         {5, "PR_SET_MM_START_STACK"},
                                                                         {6, "PR_SET_MM_START_BRK"},
                                                                         {7, "PR_SET_MM_BRK"},
                                                                         {8, "PR_SET_MM_ARG_START"},
                                                                         {9, "PR_SET_MM_ARG_END"},
                                                                         {10, "PR_SET_MM_ENV_START"},
                                                                         {11, "PR_SET_MM_ENV_END"},
                                                                         {12, "PR_SET_MM_AUXV"},
                                                                         {13, "PR_SET_MM_EXE_FILE"},
                                                                         {14, "PR_SET_MM_MAP"},
                                                                         {15, "PR_SET_MM_MAP_SIZE"}});

}  // namespace

constinit const ValueSet capability_names{"capability_names", "CAP_???", capability_names_rows};
constinit const ValueSet dumpable_values{"dumpable_values", "SUID_DUMP_???", dumpable_values_rows};
constinit const ValueSet seccomp_modes{"seccomp_modes", "SECCOMP_MODE_???", seccomp_modes_rows};
constinit const ValueSet ambient_operations{"ambient_operations", "PR_CAP_AMBIENT_???", ambient_operations_rows};
constinit const ValueSet vma_settings{"vma_settings", "PR_SET_VMA_???", vma_settings_rows};
constinit const ValueSet tsc_modes{"tsc_modes", "PR_TSC_???", tsc_modes_rows};
constinit const ValueSet speculation_features{"speculation_features", "PR_SPEC_???", speculation_features_rows};
constinit const ValueSet process_vm_map_parts{"process_vm_map_parts", "PR_SET_MM_???", process_vm_map_parts_rows};

}  // namespace troupe
