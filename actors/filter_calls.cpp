#include "actors/filter_calls.hpp"

#include <sys/prctl.h>

#include <optional>
#include <string_view>

#include "actors/calls_by_name.hpp"
#include "troupe/core/filter.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

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
    Predicate asked{{equals(0, row.operation, bits_of_int)}};
    if (row.mode) {
        asked.all_of.push_back(equals(1, *row.mode));
    }
    return asked;
}

}  // namespace

FilterCall filter_call_of(SyscallId raw, const Arguments& args) {
    const SyscallRow* call = row_of(raw);
    for (const Row& row : rows) {
        const bool is_it = call != nullptr && call->name == row.name && (args[0] & bits_of_int) == row.operation;
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
        add_calls(calls, row.name, {.entry = true, .exit = true}, predicate_of(row));
    }
    return calls;
}

}  // namespace troupe
