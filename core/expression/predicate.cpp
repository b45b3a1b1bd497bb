#include "troupe/core/predicate.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace troupe {

bool ArgumentPredicate::holds(std::uint64_t value) const {
    const std::uint64_t seen = value & mask;
    return std::ranges::any_of(any_of, [seen](const Bounds& bounds) { return bounds.low <= seen && seen <= bounds.high; });
}

bool Predicate::holds(const Arguments& args) const {
    return std::ranges::all_of(all_of, [&args](const ArgumentPredicate& one) { return one.holds(args[one.argument]); });
}

Predicate narrowed(Predicate predicate, Abi abi) {
    if (abi != Abi::i386) return predicate;
    constexpr std::uint64_t register_bits = std::numeric_limits<std::uint32_t>::max();
    for (ArgumentPredicate& one : predicate.all_of) {
        one.mask &= register_bits;
        for (Bounds& bounds : one.any_of) bounds = {bounds.low & register_bits, bounds.high & register_bits};
    }
    return predicate;
}

}  // namespace troupe
