
#include "core/tables/flags/signals.hpp"

#include "core/tables/named_constant.hpp"

// Signals.
namespace troupe {

namespace {

constexpr NamedConstant sigaction_flags_rows[] = {
    {0x4000000, "SA_RESTORER"}, {0x8000000, "SA_ONSTACK"},    {0x10000000, "SA_RESTART"}, {0x20000000, "SA_INTERRUPT"},
    {0x40000000, "SA_NODEFER"}, {0x80000000, "SA_RESETHAND"}, {4, "SA_SIGINFO"},          {1, "SA_NOCLDSTOP"},
    {2, "SA_NOCLDWAIT"},
};

constexpr NamedConstant signalfd_flags_rows[] = {
    {02000000, "SFD_CLOEXEC"},
    {04000, "SFD_NONBLOCK"},
};

constexpr NamedConstant signal_stack_flags_rows[] = {
    {1, "SS_ONSTACK"},
    {2, "SS_DISABLE"},
    {0x80000000, "SS_AUTODISARM"},
};

}  // namespace

constinit const FlagSet sigaction_flags{.name = "sigaction_flags", .unknown = "SA_???", .rows = sigaction_flags_rows, .is_long = true};
constinit const FlagSet signalfd_flags{"signalfd_flags", "SFD_???", signalfd_flags_rows};
constinit const FlagSet signal_stack_flags{"signal_stack_flags", "SS_???", signal_stack_flags_rows};

}  // namespace troupe
