#include "actors/child_waits.hpp"

#include <sys/wait.h>

#include <cstdint>
#include <string_view>

#include "troupe/core/filter.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {
namespace {

constexpr std::uint64_t lower_half = 0xffff'ffff;  // of an int, the kernel takes no more

struct Way {
    std::string_view name;
    std::uint8_t argument = 0;
    std::uint64_t mask = 0;
    std::uint64_t value = 0;
};
constexpr Way ways[] = {
    {"wait4", 2, WNOHANG, WNOHANG},
    {"waitpid", 2, WNOHANG, WNOHANG},
    {"waitid", 3, WNOHANG, WNOHANG},
    {"waitid", 0, lower_half, P_PIDFD},
};

Subscription make_calls() {
    Subscription calls;
    for (const Way& way : ways) {
        const Predicate asking{{{way.argument, way.mask, {{way.value, way.value}}}}};
        for (const SyscallId call : calls_named(way.name)) {
            calls.add(call, {.entry = true, .exit = false}, narrowed(asking, call.abi));
        }
    }
    return calls;
}

}  // namespace

const Subscription& calls_that_look_for_ends() {
    static const Subscription calls = make_calls();
    return calls;
}

bool looks_for_ends(SyscallId call, const Arguments& args) { return calls_that_look_for_ends().of(call, args).entry; }

}  // namespace troupe
