#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "core/tables/field.hpp"
#include "core/tables/width.hpp"
#include "troupe/core/abi.hpp"

/// Structures of the kernel's headers: fields with kinds once; where they lie follows from the rules of each ABI.
namespace troupe {

/// Which printer a structure has.
enum class StructShape : std::uint8_t {
    plain,    ///< {a=1, b=2}
    bare,     ///< the value of its one field
    dirents,  ///< a run of records whose length in bytes is the result
};

/// Which fields are shown and in what order, where that is another than that of the memory.
struct View {
    std::span<const std::string_view> whole{};
    std::span<const std::string_view> brief{};   ///< abbreviated; `...` follows, and may stand among them
    std::span<const std::string_view> failed{};  ///< after a failure, where something is worth showing
    bool brief_is_whole = false;                 ///< nothing follows when abbreviated
    bool even_unread = false;                    ///< also where structures are not to be looked at (-e verbose=none)
};

/// What stands behind the last field that we know, in a structure that says how long it is: shown where it is not all 0, for then the
/// kernel would refuse it if it did not know more fields either.
enum class Tail : std::uint8_t {
    bytes,          ///< /* bytes 88..95 */ "\x01…"
    dots,           ///< ..., also where it cannot be read
    readable_dots,  ///< ...; where it cannot be read, all of the structure is an address
    unread,         ///< ... whatever it is: it is not looked at
};

/// How long a structure may be that says it itself.
struct Sizes {
    std::uint16_t least = 1;  ///< of its first version: what is shorter is an address
    Tail tail = Tail::bytes;
    std::uint16_t first = 0;  ///< where it says its length itself: that of its first version
};

struct PlacedField {
    const Field* field = nullptr;
    std::uint16_t offset = 0;
    std::uint16_t bytes = 0;  ///< of one element
};

/// The fields of a structure as one ABI lays them out, in the order of the memory.
struct AbiLayout {
    std::span<const PlacedField> fields{};
    std::uint16_t size = 0;
    std::uint16_t alignment = 1;

    [[nodiscard]] constexpr const PlacedField* find(std::string_view name) const {
        for (const PlacedField& placed : fields) {
            if (placed.field->name == name) {
                return &placed;
            }
        }
        return nullptr;
    }
};

struct StructLayout {
    std::string_view name;
    StructShape shape = StructShape::plain;
    std::array<AbiLayout, abi_count> abis{};
    View view{};
    Sizes sizes{};
    const StructLayout* answer = nullptr;  ///< what of it the kernel has written: {fd=3} => {size=1}
    std::uint16_t answering_error = 0;     ///< with which the kernel changes it

    [[nodiscard]] constexpr const AbiLayout& on(Abi abi) const { return abis[index_of(abi)]; }
};

template <std::size_t N>
struct PlacedFields {
    std::array<PlacedField, N> fields{};
    std::uint16_t size = 0;
    std::uint16_t alignment = 1;
};

template <std::size_t N>
constexpr bool has_field(const std::array<Field, N>& fields, std::string_view name) {
    for (const Field& field : fields) {
        if (field.name == name) {
            return true;
        }
    }
    return name.empty();
}

/// Every sibling that a field speaks of is there.
template <std::size_t N>
constexpr bool has_siblings(const std::array<Field, N>& fields) {
    for (const Field& field : fields) {
        if (!has_field(fields, field.when.one.sibling) || !has_field(fields, field.when.other.sibling)) {
            return false;
        }
        if (!has_field(fields, field.choices.sibling) || !has_field(fields, field.fraction) ||
            !has_field(fields, field.kind.length.sibling) || !has_field(fields, field.counter)) {
            return false;
        }
    }
    return true;
}

/// Defined nowhere, and no constant: a layout that comes here does not compile.
void a_field_depends_on_one_that_is_not_in_its_structure();

/// Lays fields out as a C compiler does for `abi`: i386 aligns 64-bit members to 4 bytes. `packed`: without any gap.
template <std::size_t N>
consteval PlacedFields<N> place(const std::array<Field, N>& fields, Abi abi, bool packed = false) {
    if (!has_siblings(fields)) {
        a_field_depends_on_one_that_is_not_in_its_structure();
    }
    PlacedFields<N> placed;
    std::uint16_t offset = 0;
    for (std::size_t i = 0; i < N; ++i) {
        const Field& field = fields[i];
        if (field.form == Form::behind) {
            placed.fields[i] = {&field, offset, 0};
            continue;
        }
        std::uint16_t bytes = bytes_of(field.width, abi);
        std::uint16_t alignment = bytes;
        if (field.width == Width::nested) {
            const AbiLayout& inner = field.kind.layout->on(abi);
            bytes = inner.size;
            alignment = inner.alignment;
        } else if (abi == Abi::i386 && alignment == 8) {
            alignment = 4;
        }
        if (packed) {
            alignment = 1;
        }
        offset = static_cast<std::uint16_t>((offset + alignment - 1) / alignment * alignment);
        if (field.united) {
            placed.fields[i] = {&field, placed.fields[i - 1].offset, bytes};
            continue;
        }
        placed.fields[i] = {&field, offset, bytes};
        offset = static_cast<std::uint16_t>(offset + bytes * field.count);
        placed.alignment = alignment > placed.alignment ? alignment : placed.alignment;
    }
    placed.size = static_cast<std::uint16_t>((offset + placed.alignment - 1) / placed.alignment * placed.alignment);
    return placed;
}

/// One set of fields on one ABI, with static storage.
template <const auto& Fields, Abi abi, bool packed = false>
inline constexpr auto placed_fields = place(Fields, abi, packed);

template <const auto& Fields, Abi abi, bool packed = false>
consteval AbiLayout abi_layout() {
    const auto& placed = placed_fields<Fields, abi, packed>;
    return {placed.fields, placed.size, placed.alignment};
}

/// A structure with the same fields on every ABI.
template <const auto& Fields, bool packed = false>
consteval StructLayout layout_of(std::string_view name, StructShape shape = StructShape::plain, View view = {}, Sizes sizes = {}) {
    return {name,
            shape,
            {abi_layout<Fields, Abi::x86_64, packed>(), abi_layout<Fields, Abi::i386, packed>(), abi_layout<Fields, Abi::x32, packed>()},
            view,
            sizes};
}

/// One that the kernel changes, with what is shown of it then. `error`: with which the call fails then; 0: with none.
consteval StructLayout answered_by(const StructLayout& answer, StructLayout layout, std::uint16_t error = 0) {
    layout.answer = &answer;
    layout.answering_error = error;
    return layout;
}
/// A value of a width or form that no kind has: a structure with one field, shown without braces.
template <const auto& Fields>
consteval StructLayout bare_layout() {
    return layout_of<Fields>("", StructShape::bare);
}

/// A structure that i386 has with other fields; x32 has those of x86-64.
template <const auto& Fields, const auto& I386Fields>
consteval StructLayout layout_of_two(std::string_view name, View view = {}) {
    return {name,
            StructShape::plain,
            {abi_layout<Fields, Abi::x86_64>(), abi_layout<I386Fields, Abi::i386>(), abi_layout<Fields, Abi::x32>()},
            view,
            {}};
}

}  // namespace troupe
