#include "actors/strict_mode.hpp"

#include <sys/prctl.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "actors/calls_by_name.hpp"
#include "troupe/core/filter.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

Predicate asking_by(std::string_view name) {
    if (name == "prctl") {
        return {{equals(0, PR_SET_SECCOMP, bits_of_int), equals(1, SECCOMP_MODE_STRICT)}};
    }
    return {{equals(0, SECCOMP_SET_MODE_STRICT, bits_of_int), equals(1, 0, bits_of_int), equals(2, 0)}};
}

constexpr std::array<std::string_view, 2> calls_that_ask = {"prctl", "seccomp"};

}  // namespace

Subscription calls_for_strict_mode() {
    Subscription calls;
    for (const std::string_view name : calls_that_ask) {
        add_calls(calls, name, {.entry = true, .exit = false}, asking_by(name));
    }
    return calls;
}

bool asks_for_strict_mode(SyscallId raw, const Arguments& args) {
    static const Subscription calls = calls_for_strict_mode();
    return calls.of(raw, args).entry;
}

// kernel/seccomp.c: mode1_syscalls, and those of i386. Numbers of x32 are not among them.
bool is_allowed_in_strict_mode(SyscallId raw) {
    constexpr std::array<std::string_view, 3> allowed = {"read", "write", "exit"};
    const SyscallRow* row = row_of(raw);
    if (row == nullptr || raw.abi == Abi::x32) {
        return false;
    }
    return std::ranges::find(allowed, row->name) != allowed.end() || row->name == (raw.abi == Abi::i386 ? "sigreturn" : "rt_sigreturn");
}

}  // namespace troupe
