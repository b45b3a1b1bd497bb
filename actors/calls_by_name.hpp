#pragma once

#include <cstdint>
#include <string_view>

#include "troupe/core/subscription.hpp"

namespace troupe {

/// The bits of an argument that is an int to the kernel, which takes no more of the register.
inline constexpr std::uint64_t bits_of_int = 0xffff'ffff;

/// An argument, numbered from 0, is this value.
[[nodiscard]] ArgumentPredicate equals(std::uint8_t argument, std::uint64_t value, std::uint64_t mask = ~0ULL);

/// Adds the calls of that name, of every ABI that has one, to `calls`; with a predicate, only where it holds.
void add_calls(Subscription& calls, std::string_view name, Interest interest, const Predicate& asking = {});

}  // namespace troupe
