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
    about_cpus,       ///< asks for those of a thread, sets them, or sets how it is scheduled, which depends on them
    seccomp,          ///< may ask for strict mode
    user_faults,      ///< may make a userfaultfd
    waits_for_child,  ///< or looks whether one has ended
    waits_for_signal,
    waits,  ///< may last for long, and keeps no CPU busy meanwhile
};

/// Of a call as the kernel numbers it.
[[nodiscard]] CallRole role_of(SyscallId raw);

/// May last for long, and keeps no CPU busy meanwhile.
[[nodiscard]] constexpr bool may_last(CallRole role) {
    return role == CallRole::waits || role == CallRole::waits_for_child || role == CallRole::waits_for_signal;
}

/// The calls that have to stop where tracees are kept on a CPU: they are about the CPUs of a thread.
[[nodiscard]] Subscription calls_about_affinity();

}  // namespace troupe
