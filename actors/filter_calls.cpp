#include "actors/filter_calls.hpp"

#include <sys/prctl.h>

#include <optional>
#include <string_view>

#include "troupe/core/filter.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

constexpr std::uint64_t lower_half = 0xffff'ffff;  // of an int, the kernel takes no more

struct Row {
    FilterCall what;
    std::string_view name;
    std::uint64_t operation;
    std::optional<std::uint64_t> mode{};  ///< the second argument
};

constexpr Row rows[] = {
    {FilterCall::install, "seccomp", SECCOMP_SET_MODE_FILTER},
    {FilterCall::install, "prctl", PR_SET_SECCOMP, SECCOMP_MODE_FILTER},
    {FilterCall::ask_mode, "prctl", PR_GET_SECCOMP},
    {FilterCall::ask_no_new_privs, "prctl", PR_GET_NO_NEW_PRIVS},
    {FilterCall::set_no_new_privs, "prctl", PR_SET_NO_NEW_PRIVS},
};

Predicate predicate_of(const Row& row) {
    Predicate asked{{{0, lower_half, {{row.operation, row.operation}}}}};
    if (row.mode) {
        asked.all_of.push_back({1, ~0ULL, {{*row.mode, *row.mode}}});
    }
    return asked;
}

}  // namespace

FilterCall filter_call_of(SyscallId raw, const Arguments& args) {
    const SyscallRow* call = row_of(raw);
    for (const Row& row : rows) {
        const bool is_it = call != nullptr && call->name == row.name && (args[0] & lower_half) == row.operation;
        if (is_it && (!row.mode || args[1] == *row.mode)) {
            return row.what;
        }
    }
    return FilterCall::none;
}

bool synchronises(SyscallId raw, const Arguments& args) {
    const SyscallRow* call = row_of(raw);
    return call != nullptr && call->name == "seccomp" && filter_call_of(raw, args) == FilterCall::install &&
           (args[1] & SECCOMP_FILTER_FLAG_TSYNC) != 0;
}

Subscription calls_about_filters() {
    Subscription calls;
    for (const Row& row : rows) {
        for (const SyscallId call : calls_named(row.name)) {
            calls.add(call, {.entry = true, .exit = true}, narrowed(predicate_of(row), call.abi));
        }
    }
    return calls;
}

}  // namespace troupe
