#include "actors/calls_by_name.hpp"

#include "troupe/core/filter.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {

ArgumentPredicate equals(std::uint8_t argument, std::uint64_t value, std::uint64_t mask) { return {argument, mask, {{value, value}}}; }

void add_calls(Subscription& calls, std::string_view name, Interest interest, const Predicate& asking) {
    for (const SyscallId call : calls_named(name)) {
        calls.add(call, interest, narrowed(asking, call.abi));
    }
}

}  // namespace troupe
