#pragma once

#include <cstdint>

#include "troupe/core/event.hpp"
#include "troupe/core/subscription.hpp"

/// What programs ask and change about seccomp's filters: a launched tracee has ours, and it is to matter to neither side.
namespace troupe {

enum class FilterCall : std::uint8_t {
    none,              ///< no such call
    install,           ///< puts a filter on
    ask_mode,          ///< PR_GET_SECCOMP
    ask_no_new_privs,  ///< PR_GET_NO_NEW_PRIVS
    set_no_new_privs,  ///< PR_SET_NO_NEW_PRIVS
};

/// Of a call as the kernel numbers it.
[[nodiscard]] FilterCall filter_call_of(SyscallId raw, const Arguments& args);

/// It puts the filters of its caller on all threads of the process (SECCOMP_FILTER_FLAG_TSYNC).
[[nodiscard]] bool synchronises(SyscallId raw, const Arguments& args);

/// The calls that have to stop, at their entry and their exit, where tracees are launched under a filter.
[[nodiscard]] Subscription calls_about_filters();

}  // namespace troupe
