#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/tables/syscalls/x32_twins.hpp"

/// All rows together, and the table of each ABI that follows from them.
namespace troupe::rows {

inline constexpr auto by_name = [] {
    std::array<const SyscallRow*, named_by_headers.size() + x32_twins.size()> rows{};
    auto* next = std::copy(named_by_headers.begin(), named_by_headers.end(), rows.data());
    for (const SyscallRow& twin : x32_twins) {
        *next++ = &twin;
    }
    std::sort(rows.begin(), rows.end(), [](const SyscallRow* left, const SyscallRow* right) { return left->name < right->name; });
    return rows;
}();

constexpr std::size_t limit_of(Abi abi) {
    std::int16_t highest = absent;
    for (const SyscallRow* row : by_name) {
        highest = std::max(highest, row->numbers[index_of(abi)]);
        if (abi == Abi::i386) {
            highest = std::max(highest, row->i386_subcall);
        }
    }
    return static_cast<std::size_t>(highest + 1);
}

/// Rows by number; nullptr in the gaps.
template <Abi abi>
inline constexpr auto by_number = [] {
    std::array<const SyscallRow*, limit_of(abi)> rows{};
    const auto enter = [&rows](std::int16_t number, const SyscallRow* row) {
        if (number != absent) {
            rows[static_cast<std::size_t>(number)] = row;
        }
    };
    for (const SyscallRow* row : by_name) {
        enter(row->numbers[index_of(abi)], row);
        if (abi == Abi::i386) {
            enter(row->i386_subcall, row);
        }
    }
    return rows;
}();

}  // namespace troupe::rows
