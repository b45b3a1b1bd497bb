#include "core/tables/flags/memory.hpp"

#include <linux/mman.h>
#include <sys/mman.h>

#include "core/tables/named_constant.hpp"

// Mappings.
namespace troupe {

namespace {

constexpr NamedConstant mmap_kinds_rows[] = {
    {0, "MAP_FILE"},
    {1, "MAP_SHARED"},
    {2, "MAP_PRIVATE"},
    {3, "MAP_SHARED_VALIDATE"},
};

constexpr NamedConstant mmap_flags_rows[] = {
    TROUPE_NAMED(MAP_FIXED),      TROUPE_NAMED(MAP_ANONYMOUS),       {0x40, "MAP_32BIT"},         TROUPE_NAMED(MAP_NORESERVE),
    TROUPE_NAMED(MAP_POPULATE),   TROUPE_NAMED(MAP_NONBLOCK),        TROUPE_NAMED(MAP_GROWSDOWN), TROUPE_NAMED(MAP_DENYWRITE),
    TROUPE_NAMED(MAP_EXECUTABLE), TROUPE_NAMED(MAP_LOCKED),          TROUPE_NAMED(MAP_STACK),     TROUPE_NAMED(MAP_HUGETLB),
    TROUPE_NAMED(MAP_SYNC),       TROUPE_NAMED(MAP_FIXED_NOREPLACE),
};

constexpr NamedConstant mmap_protection_rows[] = {
    TROUPE_NAMED(PROT_NONE), TROUPE_NAMED(PROT_READ),      TROUPE_NAMED(PROT_WRITE),   TROUPE_NAMED(PROT_EXEC),
    {8, "PROT_SEM"},         TROUPE_NAMED(PROT_GROWSDOWN), TROUPE_NAMED(PROT_GROWSUP),
};

/// Shown whatever the other bits are.
constexpr ShiftedSize huge_page_size{~std::uint64_t{0}, std::uint64_t{63} << 26, 26, "MAP_HUGE_SHIFT"};

constexpr NamedConstant mremap_flags_rows[] = {
    {1, "MREMAP_MAYMOVE"},
    {2, "MREMAP_FIXED"},
    {4, "MREMAP_DONTUNMAP"},
};

constexpr NamedConstant msync_flags_rows[] = {
    {4, "MS_SYNC"},
    {1, "MS_ASYNC"},
    {2, "MS_INVALIDATE"},
};

constexpr NamedConstant mlock_flags_rows[] = {
    {1, "MLOCK_ONFAULT"},
};

}  // namespace

constinit const ValueSet mmap_kinds{"mmap_kinds", "MAP_???", mmap_kinds_rows};
constinit const FlagSet mmap_flags{.name = "mmap_flags",
                                   .unknown = "MAP_???",
                                   .rows = mmap_flags_rows,
                                   .value_mask = 0xf,
                                   .values = &mmap_kinds,
                                   .size = &huge_page_size,
                                   .long_as_number = true};
constinit const FlagSet mmap_protection{.name = "mmap_protection", .unknown = "PROT_???", .rows = mmap_protection_rows, .is_long = true};
constinit const FlagSet mremap_flags{.name = "mremap_flags", .unknown = "MREMAP_???", .rows = mremap_flags_rows, .is_long = true};
constinit const FlagSet msync_flags{"msync_flags", "MS_???", msync_flags_rows};
constinit const FlagSet mlock_flags{"mlock_flags", "MLOCK_???", mlock_flags_rows};
constinit const FlagSet madvise_flags{"madvise_flags", "", {}};

}  // namespace troupe
