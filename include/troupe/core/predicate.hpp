#pragma once

#include <cstdint>
#include <vector>

#include "troupe/core/abi.hpp"
#include "troupe/core/event.hpp"

namespace troupe {

/// Numbers from `low` to `high`, both included; unsigned.
struct Bounds {
    std::uint64_t low = 0;
    std::uint64_t high = 0;

    friend constexpr bool operator==(const Bounds&, const Bounds&) = default;
};

/// What one argument of a call has to be: its bits in `mask`, as a number, lie within one of the bounds.
struct ArgumentPredicate {
    std::uint8_t argument = 0;  ///< from 0
    std::uint64_t mask = ~0ULL;
    std::vector<Bounds> any_of;

    friend bool operator==(const ArgumentPredicate&, const ArgumentPredicate&) = default;
    [[nodiscard]] bool holds(std::uint64_t value) const;
};

/// What the registers of a call have to hold: all of it. Nothing that it speaks of lies in memory, so a filter in the kernel can tell.
struct Predicate {
    std::vector<ArgumentPredicate> all_of;

    friend bool operator==(const Predicate&, const Predicate&) = default;
    [[nodiscard]] bool always() const { return all_of.empty(); }
    [[nodiscard]] bool holds(const Arguments& args) const;
};

/// The same for calls of `abi`, whose registers may be narrower: i386 has 32 bits of each.
[[nodiscard]] Predicate narrowed(Predicate predicate, Abi abi);

}  // namespace troupe
