#pragma once

#include "core/tables/struct_layout.hpp"

namespace troupe::structs {

/// The field begins where the system's structure has it.
template <std::size_t N>
consteval bool lies_at(const PlacedFields<N>& placed, std::string_view name, std::size_t offset) {
    for (const PlacedField& field : placed.fields) {
        if (field.field->name == name) {
            return field.offset == offset;
        }
    }
    return false;
}

}  // namespace troupe::structs

/// A field of `fields` against a member of a structure of the system's headers, of the same name or another.
#define TROUPE_PROVE_FIELD(fields, abi, system, name, member) \
    static_assert(lies_at(placed_fields<fields, abi>, name, offsetof(system, member)), #system "." #member)
#define TROUPE_PROVE_SIZE(fields, abi, system) static_assert(placed_fields<fields, abi>.size == sizeof(system), "size of " #system)
