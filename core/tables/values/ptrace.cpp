#include "core/tables/values/ptrace.hpp"

#include <elf.h>
#include <linux/audit.h>

#include "core/tables/named_constant.hpp"

// What ptrace is asked for and tells (linux/ptrace.h, linux/elf.h, linux/audit.h).
namespace troupe {

namespace {

constexpr NamedConstant register_sets_rows[] = {
    {0x1, "NT_PRSTATUS"},
    {0x2, "NT_FPREGSET"},
    {0x3, "NT_PRPSINFO"},
    {0x4, "NT_PRXREG"},
    {0x5, "NT_PLATFORM"},
    {0x6, "NT_AUXV"},
    {0x7, "NT_GWINDOWS"},
    {0x8, "NT_ASRS"},
    {0xa, "NT_PSTATUS"},
    {0xd, "NT_PSINFO"},
    {0xe, "NT_PRCRED"},
    {0xf, "NT_UTSNAME"},
    {0x10, "NT_LWPSTATUS"},
    {0x11, "NT_LWPSINFO"},
    {0x14, "NT_PRFPXREG"},
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
    {0x111, "NT_PPC_DEXCR"},
    {0x112, "NT_PPC_HASHKEYR"},
    {0x200, "NT_386_TLS"},
    {0x201, "NT_386_IOPERM"},
    {0x202, "NT_X86_XSTATE"},
    {0x204, "NT_X86_SHSTK"},
    {0x205, "NT_X86_XSAVE_LAYOUT"},
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
    {0x40d, "NT_ARM_ZT"},
    {0x40e, "NT_ARM_FPMR"},
    {0x40f, "NT_ARM_POE"},
    {0x410, "NT_ARM_GCS"},
    {0x500, "NT_METAG_CBUF"},
    {0x501, "NT_METAG_RPIPE"},
    {0x502, "NT_METAG_TLS"},
    {0x600, "NT_ARC_V2"},
    {0x700, "NT_VMCOREDD"},
    {0x800, "NT_MIPS_DSP"},
    {0x801, "NT_MIPS_FP_MODE"},
    {0x802, "NT_MIPS_MSA"},
    {0x900, "NT_RISCV_CSR"},
    {0x901, "NT_RISCV_VECTOR"},
    {0x902, "NT_RISCV_TAGGED_ADDR_CTRL"},
    {0xa00, "NT_LOONGARCH_CPUCFG"},
    {0xa01, "NT_LOONGARCH_CSR"},
    {0xa02, "NT_LOONGARCH_LSX"},
    {0xa03, "NT_LOONGARCH_LASX"},
    {0xa04, "NT_LOONGARCH_LBT"},
    {0xa05, "NT_LOONGARCH_HW_BREAK"},
    {0xa06, "NT_LOONGARCH_HW_WATCH"},
    {0x46494c45, "NT_FILE"},
    {0x46e62b7f, "NT_PRXFPREG"},
    {0x53494749, "NT_SIGINFO"},
};

constexpr NamedConstant syscall_query_operations_rows[] = {
    {0, "PTRACE_SYSCALL_INFO_NONE"}, {1, "PTRACE_SYSCALL_INFO_ENTRY"}, {2, "PTRACE_SYSCALL_INFO_EXIT"}, {3, "PTRACE_SYSCALL_INFO_SECCOMP"}};

constexpr NamedConstant traced_architectures_rows[] = {
    TROUPE_NAMED(AUDIT_ARCH_AARCH64),     TROUPE_NAMED(AUDIT_ARCH_ALPHA),    TROUPE_NAMED(AUDIT_ARCH_ARCOMPACT),
    TROUPE_NAMED(AUDIT_ARCH_ARCOMPACTBE), TROUPE_NAMED(AUDIT_ARCH_ARCV2),    TROUPE_NAMED(AUDIT_ARCH_ARCV2BE),
    TROUPE_NAMED(AUDIT_ARCH_ARM),         TROUPE_NAMED(AUDIT_ARCH_ARMEB),    TROUPE_NAMED(AUDIT_ARCH_C6X),
    TROUPE_NAMED(AUDIT_ARCH_C6XBE),       TROUPE_NAMED(AUDIT_ARCH_CRIS),     TROUPE_NAMED(AUDIT_ARCH_CSKY),
    TROUPE_NAMED(AUDIT_ARCH_FRV),         TROUPE_NAMED(AUDIT_ARCH_H8300),    TROUPE_NAMED(AUDIT_ARCH_HEXAGON),
    TROUPE_NAMED(AUDIT_ARCH_I386),        TROUPE_NAMED(AUDIT_ARCH_IA64),     TROUPE_NAMED(AUDIT_ARCH_LOONGARCH32),
    TROUPE_NAMED(AUDIT_ARCH_LOONGARCH64), TROUPE_NAMED(AUDIT_ARCH_M32R),     TROUPE_NAMED(AUDIT_ARCH_M68K),
    TROUPE_NAMED(AUDIT_ARCH_MICROBLAZE),  TROUPE_NAMED(AUDIT_ARCH_MIPS),     TROUPE_NAMED(AUDIT_ARCH_MIPS64),
    TROUPE_NAMED(AUDIT_ARCH_MIPS64N32),   TROUPE_NAMED(AUDIT_ARCH_MIPSEL),   TROUPE_NAMED(AUDIT_ARCH_MIPSEL64),
    TROUPE_NAMED(AUDIT_ARCH_MIPSEL64N32), TROUPE_NAMED(AUDIT_ARCH_NDS32),    TROUPE_NAMED(AUDIT_ARCH_NDS32BE),
    TROUPE_NAMED(AUDIT_ARCH_NIOS2),       TROUPE_NAMED(AUDIT_ARCH_OPENRISC), TROUPE_NAMED(AUDIT_ARCH_PARISC),
    TROUPE_NAMED(AUDIT_ARCH_PARISC64),    TROUPE_NAMED(AUDIT_ARCH_PPC),      TROUPE_NAMED(AUDIT_ARCH_PPC64),
    TROUPE_NAMED(AUDIT_ARCH_PPC64LE),     TROUPE_NAMED(AUDIT_ARCH_RISCV32),  TROUPE_NAMED(AUDIT_ARCH_RISCV64),
    TROUPE_NAMED(AUDIT_ARCH_S390),        TROUPE_NAMED(AUDIT_ARCH_S390X),    TROUPE_NAMED(AUDIT_ARCH_SH),
    TROUPE_NAMED(AUDIT_ARCH_SH64),        TROUPE_NAMED(AUDIT_ARCH_SHEL),     TROUPE_NAMED(AUDIT_ARCH_SHEL64),
    TROUPE_NAMED(AUDIT_ARCH_SPARC),       TROUPE_NAMED(AUDIT_ARCH_SPARC64),  TROUPE_NAMED(AUDIT_ARCH_TILEGX),
    TROUPE_NAMED(AUDIT_ARCH_TILEGX32),    TROUPE_NAMED(AUDIT_ARCH_TILEPRO),  TROUPE_NAMED(AUDIT_ARCH_UNICORE),
    TROUPE_NAMED(AUDIT_ARCH_X86_64),      TROUPE_NAMED(AUDIT_ARCH_XTENSA),
};

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
