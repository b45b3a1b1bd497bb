#include "core/tables/flags/machine.hpp"

#include <sys/timex.h>

#include "core/tables/named_constant.hpp"

// Bits of calls about the whole system (linux/timex.h, linux/kexec.h, linux/swap.h).
namespace troupe {

namespace {

constexpr NamedConstant clock_modes_rows[] = {
    {0xa001, "ADJ_OFFSET_SS_READ"}, {0x8001, "ADJ_OFFSET_SINGLESHOT"}, TROUPE_NAMED(ADJ_OFFSET), TROUPE_NAMED(ADJ_FREQUENCY),
    TROUPE_NAMED(ADJ_MAXERROR),     TROUPE_NAMED(ADJ_ESTERROR),        TROUPE_NAMED(ADJ_STATUS), TROUPE_NAMED(ADJ_TIMECONST),
    TROUPE_NAMED(ADJ_TAI),          TROUPE_NAMED(ADJ_SETOFFSET),       TROUPE_NAMED(ADJ_MICRO),  TROUPE_NAMED(ADJ_NANO),
    TROUPE_NAMED(ADJ_TICK),
};

constexpr NamedConstant clock_status_rows[] = {
    TROUPE_NAMED(STA_PLL),       TROUPE_NAMED(STA_PPSFREQ),   TROUPE_NAMED(STA_PPSTIME),   TROUPE_NAMED(STA_FLL),
    TROUPE_NAMED(STA_INS),       TROUPE_NAMED(STA_DEL),       TROUPE_NAMED(STA_UNSYNC),    TROUPE_NAMED(STA_FREQHOLD),
    TROUPE_NAMED(STA_PPSSIGNAL), TROUPE_NAMED(STA_PPSJITTER), TROUPE_NAMED(STA_PPSWANDER), TROUPE_NAMED(STA_PPSERROR),
    TROUPE_NAMED(STA_CLOCKERR),  TROUPE_NAMED(STA_NANO),      TROUPE_NAMED(STA_MODE),      TROUPE_NAMED(STA_CLK),
};

constexpr NamedConstant kexec_file_flags_rows[] = {
    {1, "KEXEC_FILE_UNLOAD"}, {2, "KEXEC_FILE_ON_CRASH"},  {4, "KEXEC_FILE_NO_INITRAMFS"},
    {8, "KEXEC_FILE_DEBUG"},  {0x10, "KEXEC_FILE_NO_CMA"},
};

constexpr NamedConstant kexec_flags_rows[] = {
    {1, "KEXEC_ON_CRASH"},
    {2, "KEXEC_PRESERVE_CONTEXT"},
    {4, "KEXEC_UPDATE_ELFCOREHDR"},
    {8, "KEXEC_CRASH_HOTPLUG_SUPPORT"},
};

constexpr NamedConstant kexec_architectures_rows[] = {
    {0, "KEXEC_ARCH_DEFAULT"},         {3u << 16, "KEXEC_ARCH_386"},
    {4u << 16, "KEXEC_ARCH_68K"},      {8u << 16, "KEXEC_ARCH_MIPS"},
    {10u << 16, "KEXEC_ARCH_MIPS_LE"}, {15u << 16, "KEXEC_ARCH_PARISC"},
    {20u << 16, "KEXEC_ARCH_PPC"},     {21u << 16, "KEXEC_ARCH_PPC64"},
    {22u << 16, "KEXEC_ARCH_S390"},    {40u << 16, "KEXEC_ARCH_ARM"},
    {42u << 16, "KEXEC_ARCH_SH"},      {50u << 16, "KEXEC_ARCH_IA_64"},
    {62u << 16, "KEXEC_ARCH_X86_64"},  {183u << 16, "KEXEC_ARCH_AARCH64"},
    {243u << 16, "KEXEC_ARCH_RISCV"},  {258u << 16, "KEXEC_ARCH_LOONGARCH"},
};

constexpr NamedConstant module_removal_flags_rows[] = {{04000, "O_NONBLOCK"}, {01000, "O_TRUNC"}};
constexpr NamedConstant queue_open_flags_rows[] = {{04000, "O_NONBLOCK"}};
constexpr NamedConstant secret_flags_rows[] = {{02000000, "O_CLOEXEC"}};

constexpr NamedConstant swap_flags_rows[] = {
    {0x8000, "SWAP_FLAG_PREFER"},
    {0x10000, "SWAP_FLAG_DISCARD"},
    {0x20000, "SWAP_FLAG_DISCARD_ONCE"},
    {0x40000, "SWAP_FLAG_DISCARD_PAGES"},
};

constexpr ValueSet kexec_architectures{"kexec_architectures", "KEXEC_ARCH_???", kexec_architectures_rows};
constexpr FlagSet kexec_flags{.name = "kexec_flags", .unknown = "KEXEC_???", .rows = kexec_flags_rows, .is_long = true};
constexpr FlagSet swap_flags{"swap_flags", "SWAP_FLAG_???", swap_flags_rows};

constexpr std::uint64_t architecture = 0xffff0000, priority = 0x7fff;
constexpr WordPart kexec_rows[] = {{.mask = architecture, .values = &kexec_architectures},
                                   {.mask = ~architecture, .flags = &kexec_flags, .if_set = true}};
constexpr WordPart swap_rows[] = {{.mask = 0xffffffff & ~priority, .flags = &swap_flags, .if_set = true},
                                  {.mask = priority, .decimal = true}};

}  // namespace

constinit const FlagSet clock_modes{"clock_modes", "ADJ_???", clock_modes_rows};
constinit const FlagSet clock_status{"clock_status", "STA_???", clock_status_rows};
constinit const FlagSet kexec_file_flags{
    .name = "kexec_file_flags", .unknown = "KEXEC_FILE_???", .rows = kexec_file_flags_rows, .is_long = true};
constinit const FlagSet module_removal_flags{"module_removal_flags", "O_???", module_removal_flags_rows};
constinit const FlagSet queue_open_flags{"queue_open_flags", "O_???", queue_open_flags_rows};
constinit const FlagSet secret_flags{"secret_flags", "", secret_flags_rows};
constinit const WordParts kexec_parts{.parts = kexec_rows, .apart = true};
constinit const WordParts swap_parts{.parts = swap_rows, .apart = true};

}  // namespace troupe
