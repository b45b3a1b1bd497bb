#include "core/tables/values/memory.hpp"

#include <sys/mman.h>

#include "core/tables/named_constant.hpp"

// Advice about memory.
namespace troupe {

namespace {

constexpr NamedConstant advice_values_rows[] = {
    TROUPE_NAMED(MADV_NORMAL),         TROUPE_NAMED(MADV_RANDOM),    TROUPE_NAMED(MADV_SEQUENTIAL),  TROUPE_NAMED(MADV_WILLNEED),
    TROUPE_NAMED(MADV_DONTNEED),       TROUPE_NAMED(MADV_FREE),      TROUPE_NAMED(MADV_REMOVE),      TROUPE_NAMED(MADV_DONTFORK),
    TROUPE_NAMED(MADV_DOFORK),         TROUPE_NAMED(MADV_MERGEABLE), TROUPE_NAMED(MADV_UNMERGEABLE), TROUPE_NAMED(MADV_HUGEPAGE),
    TROUPE_NAMED(MADV_NOHUGEPAGE),     TROUPE_NAMED(MADV_DONTDUMP),  TROUPE_NAMED(MADV_DODUMP),      TROUPE_NAMED(MADV_WIPEONFORK),
    TROUPE_NAMED(MADV_KEEPONFORK),     TROUPE_NAMED(MADV_COLD),      TROUPE_NAMED(MADV_PAGEOUT),     TROUPE_NAMED(MADV_POPULATE_READ),
    TROUPE_NAMED(MADV_POPULATE_WRITE), {24, "MADV_DONTNEED_LOCKED"}, {25, "MADV_COLLAPSE"},          {100, "MADV_HWPOISON"},
    {101, "MADV_SOFT_OFFLINE"},        {102, "MADV_GUARD_INSTALL"},  {103, "MADV_GUARD_REMOVE"},
};

}  // namespace

constinit const ValueSet advice_values{"advice_values", "MADV_???", advice_values_rows};

}  // namespace troupe
