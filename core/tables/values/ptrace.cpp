#include "core/tables/values/ptrace.hpp"

// What ptrace is asked for and tells (linux/ptrace.h, linux/elf.h, linux/audit.h).
namespace troupe {

namespace {

constexpr NamedConstant register_sets_rows[] = {
    {0x1, "NT_PRSTATUS"},
    {0x2, "NT_FPREGSET"},
    {0x100, "NT_PPC_VMX"},
    {0x101, "NT_PPC_SPE"},
    {0x102, "NT_PPC_VSX"},
    {0x103, "NT_PPC_TAR"},
    {0x104, "NT_PPC_PPR"},
    {0x105, "NT_PPC_DSCR"},
    {0x106, "NT_PPC_EBB"},
    {0x107, "NT_PPC_PMU"},
    {0x108, "NT_PPC_TM_CGPR"},
    {0x109, "NT_PPC_TM_CFPR"},
    {0x10a, "NT_PPC_TM_CVMX"},
    {0x10b, "NT_PPC_TM_CVSX"},
    {0x10c, "NT_PPC_TM_SPR"},
    {0x10d, "NT_PPC_TM_CTAR"},
    {0x10e, "NT_PPC_TM_CPPR"},
    {0x10f, "NT_PPC_TM_CDSCR"},
    {0x110, "NT_PPC_PKEY"},
    {0x200, "NT_386_TLS"},
    {0x201, "NT_386_IOPERM"},
    {0x202, "NT_X86_XSTATE"},
    {0x300, "NT_S390_HIGH_GPRS"},
    {0x301, "NT_S390_TIMER"},
    {0x302, "NT_S390_TODCMP"},
    {0x303, "NT_S390_TODPREG"},
    {0x304, "NT_S390_CTRS"},
    {0x305, "NT_S390_PREFIX"},
    {0x306, "NT_S390_LAST_BREAK"},
    {0x307, "NT_S390_SYSTEM_CALL"},
    {0x308, "NT_S390_TDB"},
    {0x309, "NT_S390_VXRS_LOW"},
    {0x30a, "NT_S390_VXRS_HIGH"},
    {0x30b, "NT_S390_GS_CB"},
    {0x30c, "NT_S390_GS_BC"},
    {0x30d, "NT_S390_RI_CB"},
    {0x30e, "NT_S390_PV_CPU_DATA"},
    {0x400, "NT_ARM_VFP"},
    {0x401, "NT_ARM_TLS"},
    {0x402, "NT_ARM_HW_BREAK"},
    {0x403, "NT_ARM_HW_WATCH"},
    {0x404, "NT_ARM_SYSTEM_CALL"},
    {0x405, "NT_ARM_SVE"},
    {0x406, "NT_ARM_PAC_MASK"},
    {0x407, "NT_ARM_PACA_KEYS"},
    {0x408, "NT_ARM_PACG_KEYS"},
    {0x409, "NT_ARM_TAGGED_ADDR_CTRL"},
    {0x40a, "NT_ARM_PAC_ENABLED_KEYS"},
    {0x40b, "NT_ARM_SSVE"},
    {0x40c, "NT_ARM_ZA"},
    {0x600, "NT_ARC_V2"},
    {0x800, "NT_MIPS_DSP"},
    {0x801, "NT_MIPS_FP_MODE"},
    {0x802, "NT_MIPS_MSA"},
    {0xa00, "NT_LOONGARCH_CPUCFG"},
    {0xa01, "NT_LOONGARCH_CSR"},
    {0xa02, "NT_LOONGARCH_LSX"},
    {0xa03, "NT_LOONGARCH_LASX"},
    {0xa04, "NT_LOONGARCH_LBT"},
    {0x46e62b7f, "NT_PRXFPREG"},
};

constexpr NamedConstant syscall_query_operations_rows[] = {
    {0, "PTRACE_SYSCALL_INFO_NONE"}, {1, "PTRACE_SYSCALL_INFO_ENTRY"}, {2, "PTRACE_SYSCALL_INFO_EXIT"}, {3, "PTRACE_SYSCALL_INFO_SECCOMP"}};

constexpr NamedConstant traced_architectures_rows[] = {{0xc000003e, "AUDIT_ARCH_X86_64"}, {0x40000003, "AUDIT_ARCH_I386"}};

constexpr NamedConstant ptrace_options_rows[] = {
    {1, "PTRACE_O_TRACESYSGOOD"},    {2, "PTRACE_O_TRACEFORK"},
    {4, "PTRACE_O_TRACEVFORK"},      {8, "PTRACE_O_TRACECLONE"},
    {0x10, "PTRACE_O_TRACEEXEC"},    {0x20, "PTRACE_O_TRACEVFORKDONE"},
    {0x40, "PTRACE_O_TRACEEXIT"},    {0x80, "PTRACE_O_TRACESECCOMP"},
    {0x100000, "PTRACE_O_EXITKILL"}, {0x200000, "PTRACE_O_SUSPEND_SECCOMP"},
};

constexpr NamedConstant ptrace_events_rows[] = {{1, "PTRACE_EVENT_FORK"},    {2, "PTRACE_EVENT_VFORK"},      {3, "PTRACE_EVENT_CLONE"},
                                                {4, "PTRACE_EVENT_EXEC"},    {5, "PTRACE_EVENT_VFORK_DONE"}, {6, "PTRACE_EVENT_EXIT"},
                                                {7, "PTRACE_EVENT_SECCOMP"}, {128, "PTRACE_EVENT_STOP"}};

constexpr NamedConstant signal_query_flags_rows[] = {{1, "PTRACE_PEEKSIGINFO_SHARED"}};

}  // namespace

constinit const ValueSet register_sets{"register_sets", "NT_???", register_sets_rows};
constinit const ValueSet syscall_query_operations{"syscall_query_operations", "PTRACE_SYSCALL_INFO_???", syscall_query_operations_rows};
constinit const ValueSet traced_architectures{"traced_architectures", "AUDIT_ARCH_???", traced_architectures_rows};
constinit const ValueSet ptrace_events{"ptrace_events", "PTRACE_EVENT_???", ptrace_events_rows};
constinit const FlagSet ptrace_options{.name = "ptrace_options", .unknown = "PTRACE_O_???", .rows = ptrace_options_rows, .is_long = true};
constinit const FlagSet signal_query_flags{"signal_query_flags", "PTRACE_PEEKSIGINFO_???", signal_query_flags_rows};

}  // namespace troupe
