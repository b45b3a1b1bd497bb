#include "actors/child_waits.hpp"

#include <sys/wait.h>

#include <cstdint>
#include <string_view>

#include "actors/calls_by_name.hpp"

namespace troupe {
namespace {

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
    {"waitid", 0, bits_of_int, P_PIDFD},
};

Subscription make_calls() {
    Subscription calls;
    for (const Way& way : ways) {
        add_calls(calls, way.name, {.entry = true, .exit = false}, {{equals(way.argument, way.value, way.mask)}});
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
