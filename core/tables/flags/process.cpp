#include "core/tables/flags/process.hpp"

#include <linux/sched.h>
#include <linux/seccomp.h>
#include <sys/wait.h>

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
    {0x100000000, "CLONE_CLEAR_SIGHAND"},
    {0x200000000, "CLONE_INTO_CGROUP"},
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

constexpr NamedConstant personality_kinds_rows[] = {
    {0, "PER_LINUX"},    {1, "PER_SVR4"},      {2, "PER_SVR3"},    {3, "PER_SCOSVR3"}, {4, "PER_WYSEV386"},  {5, "PER_ISCR4"},
    {6, "PER_BSD"},      {7, "PER_XENIX"},     {8, "PER_LINUX32"}, {9, "PER_IRIX32"},  {0xa, "PER_IRIXN32"}, {0xb, "PER_IRIX64"},
    {0xc, "PER_RISCOS"}, {0xd, "PER_SOLARIS"}, {0xe, "PER_UW7"},   {0xf, "PER_OSF4"},  {0x10, "PER_HPUX"},
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
