#include "actors/call_roles.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "actors/calls_by_name.hpp"
#include "troupe/core/per_call.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

constexpr std::pair<std::string_view, CallRole> roles_by_name[] = {
    {"execve", CallRole::execve},
    {"execveat", CallRole::execve},
    {"fork", CallRole::spawn},
    {"vfork", CallRole::spawn},
    {"clone", CallRole::spawn},
    {"clone3", CallRole::spawn},
    {"prctl", CallRole::seccomp},
    {"seccomp", CallRole::seccomp},
    {"userfaultfd", CallRole::user_faults},
    {"ioctl", CallRole::user_faults},
    {"sched_getaffinity", CallRole::about_cpus},
    {"sched_setaffinity", CallRole::about_cpus},
    {"wait4", CallRole::waits_for_child},
    {"waitpid", CallRole::waits_for_child},
    {"waitid", CallRole::waits_for_child},
    {"rt_sigtimedwait", CallRole::waits_for_signal},
    {"rt_sigtimedwait_time64", CallRole::waits_for_signal},
    {"sched_setscheduler", CallRole::about_cpus},
    {"sched_setattr", CallRole::about_cpus},
};

constexpr std::string_view waiting[] = {
    "futex",
    "futex_time64",
    "futex_wait",
    "futex_waitv",
    "poll",
    "ppoll",
    "ppoll_time64",
    "select",
    "_newselect",
    "pselect6",
    "pselect6_time64",
    "epoll_wait",
    "epoll_pwait",
    "epoll_pwait2",
    "nanosleep",
    "clock_nanosleep",
    "clock_nanosleep_time64",
    "pause",
    "rt_sigsuspend",
    "sigsuspend",
    "accept",
    "accept4",
    "io_getevents",
    "msgrcv",
};

using Roles = PerCall<CallRole>;

Roles make_roles() {
    Roles roles{};
    const auto give = [&roles](std::string_view name, CallRole role) {
        for (const SyscallId call : calls_named(name)) {
            roles[call] = role;
        }
    };
    for (const auto& [name, role] : roles_by_name) {
        give(name, role);
    }
    for (const std::string_view name : waiting) {
        give(name, CallRole::waits);
    }
    return roles;
}

}  // namespace

Subscription calls_about_affinity() {
    Subscription calls;
    for (const auto& [name, role] : roles_by_name) {
        if (role == CallRole::about_cpus) {
            add_calls(calls, name, {.entry = true, .exit = true});
        }
    }
    return calls;
}

CallRole role_of(SyscallId raw) {
    static const Roles roles = make_roles();
    return has_small_number(raw) ? roles[raw] : CallRole::ordinary;
}

}  // namespace troupe
