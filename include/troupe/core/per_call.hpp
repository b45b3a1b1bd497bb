#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <type_traits>

#include "troupe/core/abi.hpp"

namespace troupe {

/// The numbers of all calls that tables know, ours for subcalls included, are below this on every ABI. Larger ones are rare: they live in
/// sets, or are treated alike.
inline constexpr std::uint32_t call_numbers = 1024;

/// Whether a `PerCall` has a place for this call.
[[nodiscard]] constexpr bool has_small_number(SyscallId call) { return call.number < call_numbers; }

/// A value for each call with a small number. Those of `bool` are bits.
template <typename T>
class PerCall {
 public:
    using Numbers = std::conditional_t<std::is_same_v<T, bool>, std::bitset<call_numbers>, std::array<T, call_numbers>>;

    [[nodiscard]] decltype(auto) operator[](SyscallId call) { return of(call.abi)[call.number]; }
    [[nodiscard]] decltype(auto) operator[](SyscallId call) const { return of(call.abi)[call.number]; }
    [[nodiscard]] Numbers& of(Abi abi) { return abis_[index_of(abi)]; }
    [[nodiscard]] const Numbers& of(Abi abi) const { return abis_[index_of(abi)]; }

    friend bool operator==(const PerCall&, const PerCall&) = default;

 private:
    std::array<Numbers, abi_count> abis_{};
};

}  // namespace troupe
