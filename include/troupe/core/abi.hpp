#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace troupe {

/// The three ways into the x86-64 kernel. The values are the personality numbers of the Lua API.
enum class Abi : std::uint8_t { x86_64 = 0, i386 = 1, x32 = 2 };

inline constexpr std::size_t abi_count = 3;
inline constexpr std::array<Abi, abi_count> all_abis{Abi::x86_64, Abi::i386, Abi::x32};

/// x32 calls carry this bit in the kernel's syscall number (asm/unistd.h: __X32_SYSCALL_BIT).
inline constexpr std::uint32_t x32_bit = 0x40000000;

inline constexpr std::size_t max_args = 6;

/// What depends on the ABI alone.
struct AbiFacts {
    std::string_view name;    ///< "64 bit", "32 bit", "x32"
    std::string_view suffix;  ///< as in `-e trace=open@64`: "64", "32", "x32"
    std::size_t word_size;    ///< bytes of a pointer
    std::size_t klong_size;   ///< bytes of the kernel's long
};

inline constexpr std::array<AbiFacts, abi_count> abi_facts{{
    {"64 bit", "64", 8, 8},
    {"32 bit", "32", 4, 4},
    {"x32", "x32", 4, 8},
}};

constexpr const AbiFacts& facts_of(Abi abi) { return abi_facts[static_cast<std::size_t>(abi)]; }
constexpr std::size_t index_of(Abi abi) { return static_cast<std::size_t>(abi); }

/// A syscall as the kernel knows it: its ABI, and its number there without the x32 bit.
struct SyscallId {
    Abi abi = Abi::x86_64;
    std::uint32_t number = 0;

    friend constexpr auto operator<=>(const SyscallId&, const SyscallId&) = default;
};

}  // namespace troupe
