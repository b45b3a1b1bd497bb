#pragma once

#include <cstdint>
#include <string_view>

#include "troupe/core/constants.hpp"

namespace troupe {

/// Takes a word of flags apart, in the order in which it is written: the value that a part of it is, the bits that have names, what is
/// left, and a size in its upper bits. The visitor has `name(name)`, `unknown(bits, prefix)` (`prefix`: "O_???", empty where names stand
/// before), `size(exponent, shift_name)`, and `nothing(name)` for a word without bits (`name`: of 0, or empty).
template <typename Visitor>
void visit_flags(const FlagSet& set, std::uint64_t bits, Visitor&& visitor) {
    if (set.not_bits != 0 && bits == set.not_bits) {
        return visitor.unknown(bits, {});
    }
    bits &= set.long_as_number ? 0xffffffff : ~std::uint64_t{0};
    const std::uint64_t size = set.size != nullptr && (bits & set.size->if_bits) != 0 ? bits & set.size->mask : 0;
    bits &= ~size;
    bool any = false, has_value = false, has_bits = false;
    if (set.values != nullptr) {
        const std::uint64_t value = bits & set.value_mask;
        const std::string_view name = name_in(*set.values, value);
        any = !name.empty() || (value != 0 && !set.values->unknown.empty());
        if (!name.empty()) {
            visitor.name(name);
        } else if (any) {
            visitor.unknown(value, set.values->unknown);
        }
        bits &= any ? ~set.value_mask : ~std::uint64_t{0};
        has_value = any;
    }
    for (auto row = set.rows.begin(); row != set.rows.end() && bits != 0; ++row) {
        if (row->value != 0 && (bits & row->value) == row->value) {
            visitor.name(row->name);
            bits &= ~row->value;
            any = has_bits = true;
        }
    }
    if (bits != 0) {
        const bool stands_alone = !any || (has_value && !has_bits && set.value_apart_in_names);
        visitor.unknown(bits, stands_alone ? set.unknown : std::string_view{});
    } else if (!any && (size == 0 || !name_in(set.rows, 0).empty())) {
        visitor.nothing(name_in(set.rows, 0));
    }
    if (size != 0) {
        visitor.size(size >> set.size->shift, set.size->shift_name);
    }
}

}  // namespace troupe
