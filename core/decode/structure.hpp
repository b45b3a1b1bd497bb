#pragma once

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
    StructureBytes(const AbiLayout& layout, std::span<const std::byte> bytes) : layout_(layout), bytes_(bytes) {}

    /// A field's value, sign- or zero-extended by its width. The bytes must hold it.
    [[nodiscard]] std::uint64_t value(const PlacedField& placed, std::size_t index = 0) const;
    /// By name; 0 where this ABI's layout has no such field.
    [[nodiscard]] std::uint64_t value(std::string_view name) const;
    [[nodiscard]] const AbiLayout& layout() const { return layout_; }
    /// Whether all of a field was read.
    [[nodiscard]] bool holds(const PlacedField& placed) const;
    [[nodiscard]] std::span<const std::byte> field_bytes(const PlacedField& placed) const;

 private:
    const AbiLayout& layout_;
    std::span<const std::byte> bytes_;
};

/// Behind a pointer, as an argument is.
void write_structure(Decoder& decoder, const StructLayout& layout, std::uint64_t address);
/// As a value: `{a=1, b=2}`. `decoder` says whether fields are left out.
void write_structure_value(Decoder& decoder, const StructLayout& layout, const StructureBytes& bytes);
/// `name=value`
void write_field(Decoder& decoder, const PlacedField& placed, const StructureBytes& bytes);
/// The same by name; nothing where this ABI's layout has no such field.
void write_field_named(Decoder& decoder, std::string_view name, const StructureBytes& bytes);

// Structures that are not a plain list of fields.
void write_stat(Decoder& decoder, const StructureBytes& bytes);
void write_statx(Decoder& decoder, const StructureBytes& bytes);
void write_terminal(Decoder& decoder, const StructureBytes& bytes);
void write_clone_args(Decoder& decoder, const StructLayout& layout, std::uint64_t address);
/// What clone3 wrote behind the pointers that it was given; false, with nothing written, where there is nothing of that sort.
[[nodiscard]] bool has_clone_answer(Decoder& decoder, const StructLayout& layout, std::uint64_t address);
void write_clone_answer(Decoder& decoder, const StructLayout& layout, std::uint64_t address);
void write_open_how(Decoder& decoder, const StructLayout& layout, std::uint64_t address);
void write_directory_entries(Decoder& decoder, const StructLayout& layout, std::uint64_t address);

}  // namespace troupe
