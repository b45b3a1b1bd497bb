#pragma once

#include <cstdint>

#include "troupe/core/abi.hpp"
#include "troupe/core/subscription.hpp"

namespace troupe {

/// Calls that mean something to us, whether or not anything else wants to see them.
enum class CallRole : std::uint8_t {
    ordinary,
    execve,
    spawn,
    sched_getaffinity,
    sched_setaffinity,
    sched_policy,     ///< sets how a thread is scheduled
    seccomp,          ///< may ask for strict mode
    user_faults,      ///< may make a userfaultfd
    waits_for_child,  ///< or looks whether one has ended
    waits_for_signal,
    waits,  ///< may last for long, and keeps no CPU busy meanwhile
};

/// Of a call as the kernel numbers it.
[[nodiscard]] CallRole role_of(SyscallId raw);

/// Asks for the CPUs of a thread, or sets them.
[[nodiscard]] constexpr bool is_about_affinity(CallRole role) {
    return role == CallRole::sched_getaffinity || role == CallRole::sched_setaffinity;
}

/// May last for long, and keeps no CPU busy meanwhile.
[[nodiscard]] constexpr bool may_last(CallRole role) {
    return role == CallRole::waits || role == CallRole::waits_for_child || role == CallRole::waits_for_signal;
}

/// The calls that have to stop where tracees are kept on a CPU: they ask for the CPUs of a thread, set them, or depend on them.
[[nodiscard]] Subscription calls_about_affinity();

}  // namespace troupe
