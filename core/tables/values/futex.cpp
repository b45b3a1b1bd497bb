
#include "core/tables/values/futex.hpp"

#include "core/tables/named_constant.hpp"

// Futex operations: FUTEX_PRIVATE_FLAG is part of the name, FUTEX_CLOCK_REALTIME is written behind that of those that have a timeout.
namespace troupe {

namespace {

constexpr NamedConstant futex_operations_rows[] = {
    {0, "FUTEX_WAIT"},
    {256, "FUTEX_WAIT|FUTEX_CLOCK_REALTIME"},
    {128, "FUTEX_WAIT_PRIVATE"},
    {384, "FUTEX_WAIT_PRIVATE|FUTEX_CLOCK_REALTIME"},
    {1, "FUTEX_WAKE"},
    {129, "FUTEX_WAKE_PRIVATE"},
    {2, "FUTEX_FD"},
    {130, "FUTEX_FD|FUTEX_PRIVATE_FLAG"},
    {3, "FUTEX_REQUEUE"},
    {131, "FUTEX_REQUEUE_PRIVATE"},
    {4, "FUTEX_CMP_REQUEUE"},
    {132, "FUTEX_CMP_REQUEUE_PRIVATE"},
    {5, "FUTEX_WAKE_OP"},
    {133, "FUTEX_WAKE_OP_PRIVATE"},
    {6, "FUTEX_LOCK_PI"},
    {134, "FUTEX_LOCK_PI_PRIVATE"},
    {7, "FUTEX_UNLOCK_PI"},
    {135, "FUTEX_UNLOCK_PI_PRIVATE"},
    {8, "FUTEX_TRYLOCK_PI"},
    {136, "FUTEX_TRYLOCK_PI_PRIVATE"},
    {9, "FUTEX_WAIT_BITSET"},
    {265, "FUTEX_WAIT_BITSET|FUTEX_CLOCK_REALTIME"},
    {137, "FUTEX_WAIT_BITSET_PRIVATE"},
    {393, "FUTEX_WAIT_BITSET_PRIVATE|FUTEX_CLOCK_REALTIME"},
    {10, "FUTEX_WAKE_BITSET"},
    {138, "FUTEX_WAKE_BITSET_PRIVATE"},
    {11, "FUTEX_WAIT_REQUEUE_PI"},
    {267, "FUTEX_WAIT_REQUEUE_PI|FUTEX_CLOCK_REALTIME"},
    {139, "FUTEX_WAIT_REQUEUE_PI_PRIVATE"},
    {395, "FUTEX_WAIT_REQUEUE_PI_PRIVATE|FUTEX_CLOCK_REALTIME"},
    {12, "FUTEX_CMP_REQUEUE_PI"},
    {140, "FUTEX_CMP_REQUEUE_PI_PRIVATE"},
    {13, "FUTEX_LOCK_PI2"},
    {141, "FUTEX_LOCK_PI2_PRIVATE"},
};

constexpr NamedConstant futex_wake_operations_rows[] = {
    {0, "FUTEX_OP_SET"}, {1, "FUTEX_OP_ADD"}, {2, "FUTEX_OP_OR"}, {3, "FUTEX_OP_ANDN"}, {4, "FUTEX_OP_XOR"},
};

constexpr NamedConstant futex_comparisons_rows[] = {
    {0, "FUTEX_OP_CMP_EQ"}, {1, "FUTEX_OP_CMP_NE"}, {2, "FUTEX_OP_CMP_LT"},
    {3, "FUTEX_OP_CMP_LE"}, {4, "FUTEX_OP_CMP_GT"}, {5, "FUTEX_OP_CMP_GE"},
};

}  // namespace

constinit const ValueSet futex_operations{"futex_operations", "FUTEX_???", futex_operations_rows};
constinit const ValueSet futex_wake_operations{"futex_wake_operations", "FUTEX_OP_???", futex_wake_operations_rows};
constinit const ValueSet futex_comparisons{"futex_comparisons", "FUTEX_OP_CMP_???", futex_comparisons_rows};

}  // namespace troupe
