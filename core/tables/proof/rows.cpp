#include "core/tables/proof/syscall_numbers.hpp"

/// What must hold of the rows whatever the kernel's headers say.
namespace troupe::proof {

namespace {

using rows::by_name;

constexpr bool names_are_unique() {
    return std::adjacent_find(by_name.begin(), by_name.end(),
                              [](const SyscallRow* left, const SyscallRow* right) { return left->name == right->name; }) == by_name.end();
}
static_assert(names_are_unique(), "two rows have one name");

/// Every number that a row claims is entered in the table of its ABI, the last one wins: so the winner must be the row itself.
template <Abi abi>
constexpr bool numbers_are_unique() {
    const auto is_entered = [](std::int16_t number, const SyscallRow* row) {
        return number == absent || rows::by_number<abi>[static_cast<std::size_t>(number)] == row;
    };
    return std::all_of(by_name.begin(), by_name.end(), [&](const SyscallRow* row) {
        return is_entered(row->numbers[index_of(abi)], row) && (abi != Abi::i386 || is_entered(row->i386_subcall, row));
    });
}
static_assert(numbers_are_unique<Abi::x86_64>(), "two rows have one number on x86-64");
static_assert(numbers_are_unique<Abi::i386>(), "two rows have one number on i386");
static_assert(numbers_are_unique<Abi::x32>(), "two rows have one number on x32");

struct Gap {
    std::int64_t first, last;
};

/// Numbers that the kernel never gave to a call, or keeps free; everything between has a row.
template <std::size_t Count>
constexpr bool has_only_these_gaps(const auto& table, const std::array<Gap, Count>& gaps) {
    for (std::size_t number = 0; number < table.size(); ++number) {
        const auto contains = [wanted = static_cast<std::int64_t>(number)](const Gap& gap) {
            return gap.first <= wanted && wanted <= gap.last;
        };
        const bool is_gap = std::any_of(gaps.begin(), gaps.end(), contains);
        if (is_gap == (table[number] != nullptr)) {
            return false;
        }
    }
    return true;
}
static_assert(has_only_these_gaps(rows::by_number<Abi::x86_64>, std::to_array<Gap>({{337, 423}})), "x86-64 has a gap, or one less");
static_assert(
    has_only_these_gaps(
        rows::by_number<Abi::i386>,
        std::to_array<Gap>({{222, 223}, {251, 251}, {285, 285}, {387, 392}, {415, 415}, {472, 600}, {621, 640}, {645, 650}, {655, 660}})),
    "i386 has a gap, or one less");
static_assert(has_only_these_gaps(rows::by_number<Abi::x32>, std::to_array<Gap>({{335, 423}, {472, 511}})), "x32 has a gap, or one less");

constexpr std::uint32_t every_class = (syscall_class::pure << 1) - 1;
static_assert(std::all_of(by_name.begin(), by_name.end(), [](const SyscallRow* row) { return (row->classes & ~every_class) == 0; }),
              "a row has a class that there is not");

constexpr bool refers_to_its_own(const Signature& signature) {
    for (std::size_t i = 0; i < signature.count; ++i) {
        const Argument& argument = signature.arguments[i];
        const Length length = argument.kind.length;
        const bool by_argument = length.from == Length::From::argument || length.from == Length::From::behind_argument;
        if ((by_argument && length.value >= signature.count) || argument.kind.selector >= signature.count ||
            argument.condition.argument >= signature.count) {
            return false;
        }
    }
    return true;
}
static_assert(std::all_of(by_name.begin(), by_name.end(),
                          [](const SyscallRow* row) {
                              return refers_to_its_own(row->signature) && (row->i386 == nullptr || refers_to_its_own(*row->i386));
                          }),
              "a length, a condition or a selector is taken from an argument that there is not");

/// On i386 a 64-bit value takes two slots; the second is not shown.
constexpr bool wide_values_take_two_slots(const Signature& signature) {
    for (std::size_t i = 0; i < signature.count; ++i) {
        const Tag tag = signature.arguments[i].kind.tag;
        const bool wide = tag == Tag::signed_64 || tag == Tag::unsigned_64 || tag == Tag::halves_64;
        if (wide && (i + 1 >= signature.count || signature.arguments[i + 1].kind.tag != Tag::none)) {
            return false;
        }
    }
    return true;
}
static_assert(std::all_of(by_name.begin(), by_name.end(),
                          [](const SyscallRow* row) {
                              const bool there = row->numbers[index_of(Abi::i386)] != absent;
                              return !there || wide_values_take_two_slots(row->i386 != nullptr ? *row->i386 : row->signature);
                          }),
              "a 64-bit argument of i386 lacks its second slot");

}  // namespace

}  // namespace troupe::proof
