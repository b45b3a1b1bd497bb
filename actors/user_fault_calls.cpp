#include "actors/user_fault_calls.hpp"

#include <cstdint>

#include "actors/calls_by_name.hpp"

namespace troupe {
namespace {

constexpr std::uint64_t new_descriptor = 0xaa00;  // USERFAULTFD_IOC_NEW, linux/userfaultfd.h, since Linux 6.1

}  // namespace

Subscription calls_for_user_faults() {
    Subscription calls;
    add_calls(calls, "userfaultfd", {.entry = true, .exit = false});
    add_calls(calls, "ioctl", {.entry = true, .exit = false}, {{equals(1, new_descriptor, bits_of_int)}});
    return calls;
}

bool asks_for_user_faults(SyscallId raw, const Arguments& args) {
    static const Subscription calls = calls_for_user_faults();
    return calls.of(raw, args).entry;
}

}  // namespace troupe
