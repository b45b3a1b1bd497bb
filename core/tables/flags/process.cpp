#include "core/tables/flags/process.hpp"

#include <linux/sched.h>
#include <linux/seccomp.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "core/tables/named_constant.hpp"

// Making processes, waiting for them, what they share.
namespace troupe {

namespace {

constexpr NamedConstant clone_flag_bits_rows[] = {
    TROUPE_NAMED(CLONE_VM),
    TROUPE_NAMED(CLONE_FS),
    TROUPE_NAMED(CLONE_FILES),
    TROUPE_NAMED(CLONE_SIGHAND),
    TROUPE_NAMED(CLONE_PIDFD),
    TROUPE_NAMED(CLONE_PTRACE),
    TROUPE_NAMED(CLONE_VFORK),
    TROUPE_NAMED(CLONE_PARENT),
    TROUPE_NAMED(CLONE_THREAD),
    TROUPE_NAMED(CLONE_NEWNS),
    TROUPE_NAMED(CLONE_SYSVSEM),
    TROUPE_NAMED(CLONE_SETTLS),
    TROUPE_NAMED(CLONE_PARENT_SETTID),
    TROUPE_NAMED(CLONE_CHILD_CLEARTID),
    TROUPE_NAMED(CLONE_UNTRACED),
    TROUPE_NAMED(CLONE_CHILD_SETTID),
    TROUPE_NAMED(CLONE_NEWCGROUP),
    TROUPE_NAMED(CLONE_NEWUTS),
    TROUPE_NAMED(CLONE_NEWIPC),
    TROUPE_NAMED(CLONE_NEWUSER),
    TROUPE_NAMED(CLONE_NEWPID),
    TROUPE_NAMED(CLONE_NEWNET),
    TROUPE_NAMED(CLONE_IO),
};

/// Where no signal takes the lower bits, and there are 64.
constexpr auto clone3_flag_bits_rows = [] {
    constexpr NamedConstant only_there[] = {
        TROUPE_NAMED(CLONE_NEWTIME), {0x100000000, "CLONE_CLEAR_SIGHAND"}, {0x200000000, "CLONE_INTO_CGROUP"}};
    std::array<NamedConstant, std::size(clone_flag_bits_rows) + std::size(only_there)> rows{};
    std::copy(std::begin(only_there), std::end(only_there),
              std::copy(std::begin(clone_flag_bits_rows), std::end(clone_flag_bits_rows), rows.begin()));
    return rows;
}();

/// What setns can be asked for.
constexpr NamedConstant namespace_types_rows[] = {
    TROUPE_NAMED(CLONE_NEWTIME), TROUPE_NAMED(CLONE_NEWNS),   TROUPE_NAMED(CLONE_NEWCGROUP), TROUPE_NAMED(CLONE_NEWUTS),
    TROUPE_NAMED(CLONE_NEWIPC),  TROUPE_NAMED(CLONE_NEWUSER), TROUPE_NAMED(CLONE_NEWPID),    TROUPE_NAMED(CLONE_NEWNET),
};

constexpr NamedConstant namespace_flags_rows[] = {
    TROUPE_NAMED(CLONE_NEWTIME),   TROUPE_NAMED(CLONE_VM),     TROUPE_NAMED(CLONE_FS),     TROUPE_NAMED(CLONE_FILES),
    TROUPE_NAMED(CLONE_SIGHAND),   TROUPE_NAMED(CLONE_THREAD), TROUPE_NAMED(CLONE_NEWNS),  TROUPE_NAMED(CLONE_SYSVSEM),
    TROUPE_NAMED(CLONE_NEWCGROUP), TROUPE_NAMED(CLONE_NEWUTS), TROUPE_NAMED(CLONE_NEWIPC), TROUPE_NAMED(CLONE_NEWUSER),
    TROUPE_NAMED(CLONE_NEWPID),    TROUPE_NAMED(CLONE_NEWNET),
};

constexpr NamedConstant wait_options_rows[] = {
    TROUPE_NAMED(WNOHANG), TROUPE_NAMED(WEXITED),    TROUPE_NAMED(WSTOPPED), TROUPE_NAMED(WCONTINUED),
    TROUPE_NAMED(WNOWAIT), {0x80000000, "__WCLONE"}, {0x40000000, "__WALL"}, {0x20000000, "__WNOTHREAD"},
};

/// Those that stand for no bits above the mask as well (linux/personality.h): others are never equal to what is below it.
constexpr NamedConstant personality_kinds_rows[] = {
    {0, "PER_LINUX"}, {6, "PER_BSD"}, {8, "PER_LINUX32"}, {0xc, "PER_RISCOS"}, {0xf, "PER_OSF4"}, {0x10, "PER_HPUX"}, {0xff, "PER_MASK"},
};

constexpr NamedConstant personality_flags_rows[] = {
    {0x20000, "UNAME26"},           {0x40000, "ADDR_NO_RANDOMIZE"},   {0x80000, "FDPIC_FUNCPTRS"},
    {0x100000, "MMAP_PAGE_ZERO"},   {0x200000, "ADDR_COMPAT_LAYOUT"}, {0x400000, "READ_IMPLIES_EXEC"},
    {0x800000, "ADDR_LIMIT_32BIT"}, {0x1000000, "SHORT_INODE"},       {0x2000000, "WHOLE_SECONDS"},
    {0x4000000, "STICKY_TIMEOUTS"}, {0x8000000, "ADDR_LIMIT_3GB"},
};

constexpr NamedConstant rseq_flags_rows[] = {
    {1, "RSEQ_FLAG_UNREGISTER"},
};

constexpr NamedConstant rseq_critical_flags_rows[] = {
    {1, "RSEQ_CS_FLAG_NO_RESTART_ON_PREEMPT"},
    {2, "RSEQ_CS_FLAG_NO_RESTART_ON_SIGNAL"},
    {4, "RSEQ_CS_FLAG_NO_RESTART_ON_MIGRATE"},
};

constexpr NamedConstant getrandom_flags_rows[] = {
    {1, "GRND_NONBLOCK"},
    {2, "GRND_RANDOM"},
    {4, "GRND_INSECURE"},
};

}  // namespace

constinit const FlagSet clone_flag_bits{"clone_flag_bits", "CLONE_???", clone_flag_bits_rows};
constinit const FlagSet clone3_flag_bits{"clone3_flag_bits", "CLONE_???", clone3_flag_bits_rows};
constinit const FlagSet namespace_types{"namespace_types", "CLONE_NEW???", namespace_types_rows};
constinit const FlagSet namespace_flags{.name = "namespace_flags", .unknown = "CLONE_???", .rows = namespace_flags_rows, .is_long = true};
constinit const FlagSet wait_options{"wait_options", "W???", wait_options_rows};
constinit const ValueSet personality_kinds{"personality_kinds", "PER_???", personality_kinds_rows};
constinit const FlagSet personality_flags{.name = "personality_flags",
                                          .unknown = "PER_???",
                                          .rows = personality_flags_rows,
                                          .value_mask = 0xff,
                                          .values = &personality_kinds,

                                          .not_bits = 0xffffffff,
                                          .values_apart = true};
constinit const FlagSet rseq_flags{"rseq_flags", "RSEQ_FLAG_???", rseq_flags_rows};
constinit const FlagSet rseq_critical_flags{"rseq_critical_flags", "RSEQ_CS_FLAG_???", rseq_critical_flags_rows};
constinit const FlagSet getrandom_flags{"getrandom_flags", "GRND_???", getrandom_flags_rows};

}  // namespace troupe
