#pragma once

#include "core/tables/structs/times.hpp"
#include "core/tables/syscalls/choices.hpp"
#include "core/tables/values/process_calls.hpp"

/// What futex's arguments are, by operation (futex(2), linux/futex.h).
namespace troupe::rows {

/// FUTEX_PRIVATE_FLAG, FUTEX_CLOCK_REALTIME and whatever else stands above the operation do not change what the arguments are.
inline constexpr std::uint32_t futex_operation_bits = 127;

inline constexpr int futex_wait = 0, futex_wake = 1, futex_fd = 2, futex_requeue = 3, futex_cmp_requeue = 4, futex_wake_op = 5,
                     futex_lock_pi = 6, futex_unlock_pi = 7, futex_trylock_pi = 8, futex_wait_bitset = 9, futex_wake_bitset = 10,
                     futex_wait_requeue_pi = 11, futex_cmp_requeue_pi = 12, futex_lock_pi2 = 13;

inline constexpr auto futex_third =
    choose(ends_with(commands(futex_unlock_pi, futex_trylock_pi)), with(commands(futex_lock_pi, futex_lock_pi2), unseen),
           with(commands(futex_wait, futex_wake, futex_fd, futex_requeue, futex_cmp_requeue, futex_wake_op, futex_wait_bitset,
                         futex_wake_bitset, futex_wait_requeue_pi, futex_cmp_requeue_pi),
                in(unsigned_int, "val")),
           otherwise(in(unsigned_int, "val")));

/// The fourth argument is a timeout or a second count.
consteval auto futex_fourth_with(const StructLayout& timeout) {
    return choose(ends_with(commands(futex_wake, futex_fd)), with(commands(futex_wake_bitset), unseen),
                  with(commands(futex_wait, futex_lock_pi, futex_lock_pi2, futex_wait_bitset, futex_wait_requeue_pi),
                       in(structure(timeout), "timeout")),
                  with(commands(futex_requeue, futex_cmp_requeue, futex_wake_op, futex_cmp_requeue_pi), in(unsigned_int, "val2")),
                  otherwise(in(pointer, "timeout")));
}
inline constexpr auto futex_fourth = futex_fourth_with(timespec_layout);
inline constexpr auto futex_fourth_of_32_bits = futex_fourth_with(timespec32_layout);

inline constexpr auto futex_fifth = choose(
    ends_with(commands(futex_wait, futex_lock_pi, futex_lock_pi2)), with(commands(futex_wait_bitset, futex_wake_bitset), unseen),
    with(commands(futex_requeue, futex_cmp_requeue, futex_wake_op, futex_wait_requeue_pi, futex_cmp_requeue_pi), in(pointer, "uaddr2")),
    otherwise(in(pointer, "uaddr2")));

inline constexpr auto futex_sixth =
    choose(ends_with(commands(futex_requeue, futex_wait_requeue_pi)),
           with(commands(futex_cmp_requeue, futex_cmp_requeue_pi), in(unsigned_int, "val3")),
           with(commands(futex_wake_op), in(futex_wake_operation, "val3")),
           with(commands(futex_wait_bitset, futex_wake_bitset), in(value(futex_bitsets), "val3")), otherwise(in(hex_int, "val3")));

}  // namespace troupe::rows
