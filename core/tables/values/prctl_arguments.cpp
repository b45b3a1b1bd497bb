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

constexpr auto memory_error_settings_rows = std::to_array<NamedConstant>({{0, "PR_MCE_KILL_CLEAR"}, {1, "PR_MCE_KILL_SET"}});

constexpr auto memory_error_policies_rows =
    std::to_array<NamedConstant>({{0, "PR_MCE_KILL_LATE"}, {1, "PR_MCE_KILL_EARLY"}, {2, "PR_MCE_KILL_DEFAULT"}});

constexpr auto speculation_states_rows = std::to_array<NamedConstant>(
    {{2, "PR_SPEC_ENABLE"}, {4, "PR_SPEC_DISABLE"}, {8, "PR_SPEC_FORCE_DISABLE"}, {16, "PR_SPEC_DISABLE_NOEXEC"}});

constexpr auto user_dispatch_modes_rows = std::to_array<NamedConstant>({{0, "PR_SYS_DISPATCH_OFF"}, {1, "PR_SYS_DISPATCH_ON"}});

constexpr auto core_scheduling_commands_rows = std::to_array<NamedConstant>(
    {{0, "PR_SCHED_CORE_GET"}, {1, "PR_SCHED_CORE_CREATE"}, {2, "PR_SCHED_CORE_SHARE_TO"}, {3, "PR_SCHED_CORE_SHARE_FROM"}});

constexpr auto pid_types_rows =
    std::to_array<NamedConstant>({{0, "PIDTYPE_PID"}, {1, "PIDTYPE_TGID"}, {2, "PIDTYPE_PGID"}, {3, "PIDTYPE_SID"}});

constexpr auto any_tracer_rows = std::to_array<NamedConstant>({{~std::uint64_t{0}, "PR_SET_PTRACER_ANY"}});

constexpr auto processor_features_rows = std::to_array<NamedConstant>({{0, "XFEATURE_FP"},
                                                                       {1, "XFEATURE_SSE"},
                                                                       {2, "XFEATURE_YMM"},
                                                                       {3, "XFEATURE_BNDREGS"},
                                                                       {4, "XFEATURE_BNDCSR"},
                                                                       {5, "XFEATURE_OPMASK"},
                                                                       {6, "XFEATURE_ZMM_Hi256"},
                                                                       {7, "XFEATURE_Hi16_ZMM"},
                                                                       {8, "XFEATURE_PT_UNIMPLEMENTED_SO_FAR"},
                                                                       {9, "XFEATURE_PKRU"},
                                                                       {10, "XFEATURE_PASID"},
                                                                       {11, "XFEATURE_CET_USER"},
                                                                       {12, "XFEATURE_CET_KERNEL_UNUSED"},
                                                                       {15, "XFEATURE_LBR"},
                                                                       {17, "XFEATURE_XTILE_CFG"},
                                                                       {18, "XFEATURE_XTILE_DATA"},
                                                                       {19, "XFEATURE_APX"}});

}  // namespace

constinit const ValueSet capability_names{.name = "capability_names", .unknown = "CAP_???", .rows = capability_names_rows, .is_long = true};
constinit const ValueSet dumpable_values{
    .name = "dumpable_values", .unknown = "SUID_DUMP_???", .rows = dumpable_values_rows, .is_long = true};
constinit const ValueSet seccomp_modes{.name = "seccomp_modes", .unknown = "SECCOMP_MODE_???", .rows = seccomp_modes_rows, .is_long = true};
constinit const ValueSet ambient_operations{
    .name = "ambient_operations", .unknown = "PR_CAP_AMBIENT_???", .rows = ambient_operations_rows, .is_long = true};
constinit const ValueSet vma_settings{.name = "vma_settings", .unknown = "PR_SET_VMA_???", .rows = vma_settings_rows, .is_long = true};
constinit const ValueSet tsc_modes{"tsc_modes", "PR_TSC_???", tsc_modes_rows};
constinit const ValueSet speculation_features{
    .name = "speculation_features", .unknown = "PR_SPEC_???", .rows = speculation_features_rows, .is_long = true};
constinit const ValueSet process_vm_map_parts{"process_vm_map_parts", "PR_SET_MM_???", process_vm_map_parts_rows};
constinit const ValueSet memory_error_settings{
    .name = "memory_error_settings", .unknown = "PR_MCE_KILL_???", .rows = memory_error_settings_rows, .is_long = true};
constinit const ValueSet memory_error_policies{
    .name = "memory_error_policies", .unknown = "PR_MCE_KILL_???", .rows = memory_error_policies_rows, .is_long = true};
constinit const ValueSet speculation_states{
    .name = "speculation_states", .unknown = "PR_SPEC_???", .rows = speculation_states_rows, .is_long = true};
constinit const ValueSet user_dispatch_modes{
    .name = "user_dispatch_modes", .unknown = "PR_SYS_DISPATCH_???", .rows = user_dispatch_modes_rows, .is_long = true};
constinit const ValueSet core_scheduling_commands{"core_scheduling_commands", "PR_SCHED_CORE_???", core_scheduling_commands_rows};
constinit const ValueSet pid_types{.name = "pid_types", .unknown = "PIDTYPE_???", .rows = pid_types_rows, .as_number = true};
constinit const ValueSet any_tracer{"any_tracer", "", any_tracer_rows};
constinit const ValueSet processor_features{
    .name = "processor_features", .unknown = "XFEATURE_???", .rows = processor_features_rows, .is_long = true, .as_number = true};

}  // namespace troupe
