#pragma once

#include <algorithm>

#include "core/tables/syscalls/every_row.hpp"

/// What the generated proofs ask: one translation unit per ABI, because the kernel's headers define the same macros.
namespace troupe::proof {

/// The newest call that we know; numbers are the same on all ABIs since 5.1.
inline constexpr std::int64_t newest = 471;

/// x32 keeps the calls of its own in a range behind that (asm/unistd_x32.h).
inline constexpr std::int64_t first_of_x32 = 512;

constexpr std::int64_t number_in_rows(std::string_view name, Abi abi) {
    const auto* found = std::lower_bound(rows::by_name.begin(), rows::by_name.end(), name,
                                         [](const SyscallRow* row, std::string_view wanted) { return row->name < wanted; });
    const bool known = found != rows::by_name.end() && (*found)->name == name;
    return known ? (*found)->numbers[index_of(abi)] : absent;
}

/// A header that is newer than the table proves nothing about calls that the table cannot know.
constexpr bool agrees(std::string_view name, Abi abi, std::int64_t number) {
    const bool unknown_yet = number > newest && (abi != Abi::x32 || number < first_of_x32);
    return unknown_yet || number_in_rows(name, abi) == number;
}

}  // namespace troupe::proof
