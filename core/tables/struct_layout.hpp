#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "troupe/core/abi.hpp"
#include "troupe/core/kind.hpp"

/// Structures of the kernel's headers: fields with kinds once; where they lie follows from the rules of each ABI.
namespace troupe {

/// How many bytes a field has, in terms of the ABI.
enum class Width : std::uint8_t {
    u8,
    s8,
    u16,
    s16,
    u32,
    s32,
    u64,
    s64,
    ulong_,  ///< __kernel_ulong_t: 4 bytes on i386, else 8
    slong,
    pointer,  ///< also size_t of the compat structures: 4 bytes on i386 and x32
    nested,   ///< the structure of the kind's layout, in place
};

/// Forms of a value that no argument has.
enum class Form : std::uint8_t {
    plain,       ///< as the kind says
    hidden,      ///< padding: never shown
    text,        ///< `count` bytes with a NUL-terminated string
    numbers,     ///< [1, 2, 3], `count` of the kind
    characters,  ///< the control characters of a terminal
    answered,    ///< only in what the kernel has written
};

/// Which printer a structure has.
enum class StructShape : std::uint8_t {
    plain,       ///< {a=1, b=2}
    stat,        ///< in another order, st_size or st_rdev by the mode, dates behind the times
    statx,       ///< in another order, dates behind the times
    clone_args,  ///< the size is an argument; which fields are shown depends on the flags; what the kernel answers follows =>
    open_how,    ///< the size is an argument; the mode is shown only where a file may be made
    terminal,    ///< names for the flags
    dirents,     ///< a run of records whose length in bytes is the result
};

struct Field {
    std::string_view name;
    Width width = Width::s32;
    Kind kind{};
    std::uint16_t count = 1;
    Form form = Form::plain;
    bool verbose_only = false;  ///< abbreviated: left out, and the rest of the structure is `...`
};

struct PlacedField {
    Field field{};
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
            if (placed.field.name == name) {
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

    [[nodiscard]] constexpr const AbiLayout& on(Abi abi) const { return abis[index_of(abi)]; }
};

constexpr bool is_signed(Width width) {
    return width == Width::s8 || width == Width::s16 || width == Width::s32 || width == Width::s64 || width == Width::slong;
}

constexpr std::uint8_t bytes_of(Width width, Abi abi) {
    switch (width) {
        case Width::u8:
        case Width::s8:
            return 1;
        case Width::u16:
        case Width::s16:
            return 2;
        case Width::u32:
        case Width::s32:
            return 4;
        case Width::u64:
        case Width::s64:
            return 8;
        case Width::ulong_:
        case Width::slong:
            return static_cast<std::uint8_t>(facts_of(abi).klong_size);
        case Width::pointer:
            return static_cast<std::uint8_t>(facts_of(abi).word_size);
        case Width::nested:
            return 0;
    }
    return 0;
}

/// The value of the lower `bytes` of a word, zero- or sign-extended.
constexpr std::uint64_t extended(std::uint64_t raw, unsigned bytes, bool with_sign) {
    if (bytes >= sizeof(raw)) {
        return raw;
    }
    const unsigned unused = 64 - 8 * bytes;
    return with_sign ? static_cast<std::uint64_t>(static_cast<std::int64_t>(raw << unused) >> unused) : raw << unused >> unused;
}

template <std::size_t N>
struct PlacedFields {
    std::array<PlacedField, N> fields{};
    std::uint16_t size = 0;
    std::uint16_t alignment = 1;
};

/// Lays fields out as a C compiler does for `abi`: i386 aligns 64-bit members to 4 bytes. `packed`: without any gap.
template <std::size_t N>
consteval PlacedFields<N> place(const std::array<Field, N>& fields, Abi abi, bool packed = false) {
    PlacedFields<N> placed;
    std::uint16_t offset = 0;
    for (std::size_t i = 0; i < N; ++i) {
        const Field& field = fields[i];
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
        placed.fields[i] = {field, offset, bytes};
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
consteval StructLayout layout_of(std::string_view name, StructShape shape = StructShape::plain) {
    return {name,
            shape,
            {abi_layout<Fields, Abi::x86_64, packed>(), abi_layout<Fields, Abi::i386, packed>(), abi_layout<Fields, Abi::x32, packed>()}};
}

/// A structure that i386 has with other fields; x32 has those of x86-64.
template <const auto& Fields, const auto& I386Fields>
consteval StructLayout layout_of_two(std::string_view name, StructShape shape = StructShape::plain) {
    return {name, shape, {abi_layout<Fields, Abi::x86_64>(), abi_layout<I386Fields, Abi::i386>(), abi_layout<Fields, Abi::x32>()}};
}

}  // namespace troupe
