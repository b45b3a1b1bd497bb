#include "actors/user_fault_calls.hpp"

#include <cstdint>

#include "troupe/core/filter.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

constexpr std::uint64_t new_descriptor = 0xaa00;  // USERFAULTFD_IOC_NEW, linux/userfaultfd.h, since Linux 6.1
constexpr std::uint64_t lower_half = 0xffff'ffff;

}  // namespace

Subscription calls_for_user_faults() {
    Subscription calls;
    for (const SyscallId call : calls_named("userfaultfd")) {
        calls.add(call, {.entry = true, .exit = false});
    }
    for (const SyscallId call : calls_named("ioctl")) {
        const Predicate makes_one{{{1, lower_half, {{new_descriptor, new_descriptor}}}}};
        calls.add(call, {.entry = true, .exit = false}, narrowed(makes_one, call.abi));
    }
    return calls;
}

bool asks_for_user_faults(SyscallId raw, const Arguments& args) {
    static const Subscription calls = calls_for_user_faults();
    return calls.of(raw, args).entry;
}

}  // namespace troupe
