#pragma once

#include <cstdint>

#include "troupe/core/filter.hpp"

/// Filters that are not ours. Of all filters on a thread the kernel takes the most severe answer (man 2 seccomp: KILL_PROCESS, KILL_THREAD,
/// TRAP, ERRNO, USER_NOTIF, TRACE, LOG, ALLOW), so another one may answer a call before ours can stop it.
namespace troupe {

/// Numbers of calls as a filter is told them.
struct CallNumbers {
    std::uint32_t arch = 0;  ///< AUDIT_ARCH_
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

/// The most severe answer (a SECCOMP_RET_ value) that any program of seccomp's gives to a call with such a number, whatever its arguments
/// and its instruction pointer are. It may be too severe, and is never too mild: what is not known goes both ways at each comparison.
[[nodiscard]] std::uint32_t severest_answer(const FilterProgram& program, const CallNumbers& numbers);

/// Whether it may answer a call that is wanted (any lane but `none`, or tested for its arguments) before RET_TRACE does.
[[nodiscard]] bool may_answer_first(const FilterProgram& program, const Lanes& wanted);

}  // namespace troupe
