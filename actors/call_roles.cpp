#include "actors/call_roles.hpp"

#include <array>
#include <string_view>
#include <utility>

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
    {"sched_getaffinity", CallRole::sched_getaffinity},
    {"sched_setaffinity", CallRole::sched_setaffinity},
};

constexpr std::size_t numbers = 1024;
using Roles = std::array<std::array<CallRole, numbers>, abi_count>;

Roles make_roles() {
    Roles roles{};
    for (const auto& [name, role] : roles_by_name) {
        for (const SyscallId call : calls_named(name)) {
            roles[index_of(call.abi)][call.number] = role;
        }
    }
    return roles;
}

}  // namespace

Subscription calls_about_affinity() {
    Subscription calls;
    for (const auto& [name, role] : roles_by_name) {
        if (!is_about_affinity(role)) {
            continue;
        }
        for (const SyscallId call : calls_named(name)) {
            calls.add(call, {.entry = true, .exit = true});
        }
    }
    return calls;
}

CallRole role_of(SyscallId raw) {
    static const Roles roles = make_roles();
    return raw.number < numbers ? roles[index_of(raw.abi)][raw.number] : CallRole::ordinary;
}

}  // namespace troupe
