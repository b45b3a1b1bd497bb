#include "actors/strict_mode.hpp"

#include <sys/prctl.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "troupe/core/filter.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

constexpr std::uint64_t lower_half = 0xffff'ffff;  // of an int, the kernel takes no more

ArgumentPredicate is(std::uint8_t argument, std::uint64_t value, std::uint64_t mask) { return {argument, mask, {{value, value}}}; }

Predicate asking_by(std::string_view name) {
    if (name == "prctl") {
        return {{is(0, PR_SET_SECCOMP, lower_half), is(1, SECCOMP_MODE_STRICT, ~0ULL)}};
    }
    return {{is(0, SECCOMP_SET_MODE_STRICT, lower_half), is(1, 0, lower_half), is(2, 0, ~0ULL)}};
}

constexpr std::array<std::string_view, 2> ways = {"prctl", "seccomp"};

}  // namespace

Subscription calls_for_strict_mode() {
    Subscription calls;
    for (const std::string_view name : ways) {
        for (const SyscallId call : calls_named(name)) {
            calls.add(call, {.entry = true, .exit = false}, narrowed(asking_by(name), call.abi));
        }
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
