#pragma once

#include "core/tables/structs/times.hpp"
#include "core/tables/syscalls/choices.hpp"
#include "core/tables/values/process_calls.hpp"

/// What futex's arguments are, by operation (futex(2), linux/futex.h).
namespace troupe::rows {

/// FUTEX_PRIVATE_FLAG and FUTEX_CLOCK_REALTIME go with the operation in one word.
template <typename... Operations>
consteval auto futex_commands(Operations... operations) {
    constexpr std::array<std::uint64_t, 4> modifiers{0, 128, 256, 128 | 256};
    std::array<std::uint64_t, sizeof...(operations) * modifiers.size()> words{};
    std::size_t next = 0;
    for (const std::uint64_t modifier : modifiers) {
        for (const int operation : {operations...}) {
            words[next++] = static_cast<std::uint64_t>(operation) | modifier;
        }
    }
    return words;
}

inline constexpr int futex_wait = 0, futex_wake = 1, futex_fd = 2, futex_requeue = 3, futex_cmp_requeue = 4, futex_wake_op = 5,
                     futex_lock_pi = 6, futex_unlock_pi = 7, futex_trylock_pi = 8, futex_wait_bitset = 9, futex_wake_bitset = 10,
                     futex_wait_requeue_pi = 11, futex_cmp_requeue_pi = 12, futex_lock_pi2 = 13;

inline constexpr auto futex_third =
    choose(ends_with(futex_commands(futex_unlock_pi, futex_trylock_pi)), with(futex_commands(futex_lock_pi, futex_lock_pi2), unseen),
           with(futex_commands(futex_wait, futex_wake, futex_fd, futex_requeue, futex_cmp_requeue, futex_wake_op, futex_wait_bitset,
                               futex_wake_bitset, futex_wait_requeue_pi, futex_cmp_requeue_pi),
                in(unsigned_int, "val")),
           otherwise(in(unsigned_int, "val")));

/// The fourth argument is a timeout or a second count.
consteval auto futex_fourth_with(const StructLayout& timeout) {
    return choose(ends_with(futex_commands(futex_wake, futex_fd)), with(futex_commands(futex_wake_bitset), unseen),
                  with(futex_commands(futex_wait, futex_lock_pi, futex_lock_pi2, futex_wait_bitset, futex_wait_requeue_pi),
                       in(structure(timeout), "timeout")),
                  with(futex_commands(futex_requeue, futex_cmp_requeue, futex_wake_op, futex_cmp_requeue_pi), in(unsigned_int, "val2")));
}
inline constexpr auto futex_fourth = futex_fourth_with(timespec_layout);
inline constexpr auto futex_fourth_of_32_bits = futex_fourth_with(timespec32_layout);

inline constexpr auto futex_fifth =
    choose(ends_with(futex_commands(futex_wait, futex_lock_pi, futex_lock_pi2)),
           with(futex_commands(futex_wait_bitset, futex_wake_bitset), unseen),
           with(futex_commands(futex_requeue, futex_cmp_requeue, futex_wake_op, futex_wait_requeue_pi, futex_cmp_requeue_pi),
                in(pointer, "uaddr2")));

inline constexpr auto futex_sixth =
    choose(ends_with(futex_commands(futex_requeue, futex_wait_requeue_pi)),
           with(futex_commands(futex_cmp_requeue, futex_cmp_requeue_pi), in(unsigned_int, "val3")),
           with(futex_commands(futex_wake_op), in(futex_wake_operation, "val3")),
           with(futex_commands(futex_wait_bitset, futex_wake_bitset), in(value(futex_bitsets), "val3")), otherwise(in(hex_int, "val3")));

}  // namespace troupe::rows
