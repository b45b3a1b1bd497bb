#include <algorithm>
#include <cstdio>

#include "core/tables/nearest_name.hpp"
#include "core/tables/syscalls/every_row.hpp"
#include "core/tables/syscalls/x32_signatures.hpp"

namespace troupe {

namespace {

std::span<const SyscallRow* const> table_of(Abi abi) {
    switch (abi) {
        case Abi::i386:
            return rows::by_number<Abi::i386>;
        case Abi::x32:
            return rows::by_number<Abi::x32>;
        case Abi::x86_64:
            break;
    }
    return rows::by_number<Abi::x86_64>;
}

const SyscallRow* named(std::string_view name) {
    const auto* found = std::lower_bound(rows::by_name.begin(), rows::by_name.end(), name,
                                         [](const SyscallRow* row, std::string_view wanted) { return row->name < wanted; });
    return found != rows::by_name.end() && (*found)->name == name ? *found : nullptr;
}

std::int16_t direct_number(const SyscallRow& row, Abi abi) { return row.numbers[index_of(abi)]; }

}  // namespace

const SyscallRow* row_of(SyscallId call) {
    const auto table = table_of(call.abi);
    return call.number < table.size() ? table[call.number] : nullptr;
}

const Signature& signature_of(const SyscallRow& row, Abi abi) {
    const Signature* own = abi == Abi::i386 ? row.i386 : abi == Abi::x32 ? rows::signature_on_x32(row) : nullptr;
    return own != nullptr ? *own : row.signature;
}

std::span<const SyscallRow* const> syscall_rows() { return rows::by_name; }

std::uint32_t syscall_limit(Abi abi) { return static_cast<std::uint32_t>(table_of(abi).size()); }

std::string name_of(SyscallId call) {
    if (const SyscallRow* row = row_of(call)) {
        return std::string{row->name};
    }
    std::array<char, 32> text{};
    const unsigned number = call.abi == Abi::x32 ? call.number | x32_bit : call.number;
    const int length = std::snprintf(text.data(), text.size(), "syscall_%#x", number);
    return {text.data(), static_cast<std::size_t>(length)};
}

std::vector<SyscallId> calls_named(std::string_view name) {
    std::vector<SyscallId> calls;
    const SyscallRow* row = named(name);
    if (row == nullptr) {
        return calls;
    }
    for (const Abi abi : all_abis) {
        if (const std::int16_t number = direct_number(*row, abi); number != absent) {
            calls.push_back({abi, static_cast<std::uint32_t>(number)});
        }
        if (abi == Abi::i386 && row->i386_subcall != absent) {
            calls.push_back({abi, static_cast<std::uint32_t>(row->i386_subcall)});
        }
    }
    return calls;
}

std::optional<std::uint32_t> number_of(std::string_view name, Abi abi) {
    const SyscallRow* row = named(name);
    if (row == nullptr) {
        return std::nullopt;
    }
    std::int16_t number = direct_number(*row, abi);
    if (number == absent && abi == Abi::i386) {
        number = row->i386_subcall;
    }
    return number == absent ? std::nullopt : std::optional{static_cast<std::uint32_t>(number)};
}

std::string_view nearest_syscall(std::string_view name) {
    NearestName nearest{name};
    for (const SyscallRow* row : rows::by_name) {
        nearest.offer(row->name);
    }
    return nearest.best();
}

}  // namespace troupe
