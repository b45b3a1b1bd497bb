#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/decode/decoder.hpp"
#include "core/tables/struct_layout.hpp"

namespace troupe {

/// Room for the bytes of a structure of any size: on the stack, but for large ones.
class StructureMemory {
 public:
    [[nodiscard]] std::span<std::byte> of(std::size_t size) {
        if (size <= small_.size()) {
            return std::span(small_).first(size);
        }
        large_.resize(size);
        return large_;
    }

 private:
    std::array<std::byte, 256> small_;
    std::vector<std::byte> large_{};
};

/// The bytes of one structure of a tracee, with its layout.
class StructureBytes {
 public:
    StructureBytes(const AbiLayout& layout, std::span<const std::byte> bytes) : StructureBytes(layout, bytes, bytes.size()) {}
    /// One that the tracee made shorter than we know it: the kernel takes what is missing for 0, and so do the bytes.
    StructureBytes(const AbiLayout& layout, std::span<const std::byte> bytes, std::size_t given)
        : layout_(layout), bytes_(bytes), given_(given) {}
    /// The same, and where it stands in the tracee: for what is behind its end. 0: it does not matter.
    StructureBytes(const AbiLayout& layout, std::span<const std::byte> bytes, std::size_t given, std::uint64_t address)
        : layout_(layout), bytes_(bytes), given_(given), address_(address) {}

    /// A field's value, sign- or zero-extended by its width. The bytes must hold it.
    [[nodiscard]] std::uint64_t value(const PlacedField& placed, std::size_t index = 0) const;
    /// By name, all elements or-ed together; 0 where this ABI's layout has no such field.
    [[nodiscard]] std::uint64_t value(std::string_view name) const;
    [[nodiscard]] const AbiLayout& layout() const { return layout_; }
    /// Whether the field is there for this one: it was given, and its siblings say so.
    [[nodiscard]] bool has(const PlacedField& placed) const;
    /// How many elements of a field there are.
    [[nodiscard]] std::uint64_t count_of(const PlacedField& placed) const;
    /// How many whole elements of a field were given.
    [[nodiscard]] std::uint64_t given_of(const PlacedField& placed) const { return (given_ - placed.offset) / placed.bytes; }
    /// How many bytes of it were.
    [[nodiscard]] std::size_t given_bytes_of(const PlacedField& placed) const {
        return std::min(given_ - placed.offset, std::size_t{placed.bytes} * placed.field->count);
    }
    [[nodiscard]] std::uint64_t address() const { return address_; }
    [[nodiscard]] std::span<const std::byte> field_bytes(const PlacedField& placed) const;

 private:
    [[nodiscard]] bool answers(const Question& question) const;

    const AbiLayout& layout_;
    std::span<const std::byte> bytes_;
    std::size_t given_;
    std::uint64_t address_ = 0;
};

/// Behind a pointer, as an argument is.
void write_structure(Decoder& decoder, const Kind& kind, std::uint64_t address);
/// As a value: `{a=1, b=2}`. `decoder` says whether fields are left out.
void write_structure_value(Decoder& decoder, const StructLayout& layout, const StructureBytes& bytes);
/// Whether its siblings let any field of it be shown.
[[nodiscard]] bool shows_any_field(const Decoder& decoder, const StructLayout& layout, const StructureBytes& bytes);
/// The same up to its end, which it answers.
[[nodiscard]] End write_open_structure(Decoder& decoder, const StructLayout& layout, const StructureBytes& bytes);
/// The kind of a field, which a sibling may decide.
[[nodiscard]] const Kind& kind_of(const PlacedField& placed, const StructureBytes& bytes);
/// `name=value`
void write_field(Decoder& decoder, const PlacedField& placed, const StructureBytes& bytes);
/// The value of a field in one of the forms that are longer than a number.
void write_long_form(Decoder& decoder, const PlacedField& placed, const StructureBytes& bytes);
/// `value`
void write_bare_field(Decoder& decoder, const PlacedField& placed, const StructureBytes& bytes);
/// The same by name; nothing where this ABI's layout has no such field.
void write_field_named(Decoder& decoder, std::string_view name, const StructureBytes& bytes);
/// htons(80), htonl(…), htobe64(…): two, four or eight bytes in the byte order of the network.
void write_in_network_order(Writer& out, std::span<const std::byte> number);
/// The same, also where numbers are wanted.
void write_converted_number(Writer& out, std::span<const std::byte> number);
/// The date of a time in seconds and a fraction of one, as a comment behind it.
void comment_time(Decoder& decoder, const StructureBytes& time);

/// Whether the kernel writes behind pointers of this structure.
[[nodiscard]] bool has_answers(const Kind& kind);
/// What it wrote there; false, with nothing written, where there is nothing of that sort.
[[nodiscard]] bool write_answers(Decoder& decoder, const Kind& kind, std::uint64_t address);

// A structure that is no list of fields.
void write_directory_entries(Decoder& decoder, const StructLayout& layout, std::uint64_t address);

}  // namespace troupe
