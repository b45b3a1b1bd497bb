#include "core/tables/flags/memory_calls.hpp"

#include <array>

/// Locked memory, protection keys, shared memory.
namespace troupe {

namespace {

constexpr auto mlockall_flags_rows = std::to_array<NamedConstant>({{1, "MCL_CURRENT"}, {2, "MCL_FUTURE"}, {4, "MCL_ONFAULT"}});

constexpr auto pkey_rights_rows =
    std::to_array<NamedConstant>({{1, "PKEY_DISABLE_ACCESS"}, {2, "PKEY_DISABLE_WRITE"}, {4, "PKEY_DISABLE_EXECUTE"}});

constexpr auto userfaultfd_flags_rows =
    std::to_array<NamedConstant>({{1, "UFFD_USER_MODE_ONLY"}, {0x800, "O_NONBLOCK"}, {0x80000, "O_CLOEXEC"}});

constexpr auto shmat_flags_rows =
    std::to_array<NamedConstant>({{0x1000, "SHM_RDONLY"}, {0x2000, "SHM_RND"}, {0x4000, "SHM_REMAP"}, {0x8000, "SHM_EXEC"}});

constexpr auto shadow_stack_flags_rows = std::to_array<NamedConstant>({{1, "SHADOW_STACK_SET_TOKEN"}, {2, "SHADOW_STACK_SET_MARKER"}});

constexpr auto membarrier_flags_rows = std::to_array<NamedConstant>({{1, "MEMBARRIER_CMD_FLAG_CPU"}});

}  // namespace

constinit const FlagSet mlockall_flags{"mlockall_flags", "MCL_???", mlockall_flags_rows};
constinit const FlagSet pkey_rights{.name = "pkey_rights", .unknown = "PKEY_???", .rows = pkey_rights_rows, .is_long = true};
constinit const FlagSet userfaultfd_flags{"userfaultfd_flags", "UFFD_???", userfaultfd_flags_rows};
constinit const FlagSet shmat_flags{"shmat_flags", "SHM_???", shmat_flags_rows};
constinit const FlagSet shadow_stack_flags{"shadow_stack_flags", "SHADOW_STACK_???", shadow_stack_flags_rows};
constinit const FlagSet membarrier_flags{"membarrier_flags", "MEMBARRIER_CMD_FLAG_???", membarrier_flags_rows};

}  // namespace troupe
