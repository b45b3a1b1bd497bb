#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/decode/printer.hpp"
#include "core/tables/struct_layout.hpp"

namespace troupe {

/// The largest structure that a layout describes, in bytes.
inline constexpr std::size_t largest_structure = 512;

/// The bytes of one structure of a tracee, with its layout.
class StructureBytes {
 public:
    StructureBytes(const AbiLayout& layout, std::span<const std::byte> bytes) : layout_(layout), bytes_(bytes) {}

    /// A field's value, sign- or zero-extended by its width.
    [[nodiscard]] std::uint64_t value(const PlacedField& placed, std::size_t index = 0) const;
    /// By name; 0 where this ABI's layout has no such field.
    [[nodiscard]] std::uint64_t value(std::string_view name) const;
    [[nodiscard]] const AbiLayout& layout() const { return layout_; }
    [[nodiscard]] std::span<const std::byte> field_bytes(const PlacedField& placed) const;

 private:
    const AbiLayout& layout_;
    std::span<const std::byte> bytes_;
};

/// Behind a pointer, as an argument is.
void print_structure(Printer& printer, const StructLayout& layout, std::uint64_t address);
/// As a value: `{a=1, b=2}`. `printer` says whether fields are left out.
void print_structure_value(Printer& printer, const StructLayout& layout, const StructureBytes& bytes);
/// `name=value`
void print_field(Printer& printer, const PlacedField& placed, const StructureBytes& bytes);

// Structures that are not a plain list of fields; `address` is not NULL and may be read.
void print_stat(Printer& printer, const StructureBytes& bytes);
void print_statx(Printer& printer, const StructureBytes& bytes);
void print_terminal(Printer& printer, const StructureBytes& bytes);
void print_clone_args(Printer& printer, const StructLayout& layout, std::uint64_t address);
void print_clone_answer(Printer& printer, const StructLayout& layout, std::uint64_t address);
void print_open_how(Printer& printer, const StructLayout& layout, std::uint64_t address);
void print_directory_entries(Printer& printer, const StructLayout& layout, std::uint64_t address);

}  // namespace troupe
