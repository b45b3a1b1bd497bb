#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/decode/printer.hpp"

namespace troupe {

/// One slot of a call, after what other arguments decide about it.
struct Slot {
    Argument argument{};
    bool shown = false;  ///< false: nothing is printed for it
    bool ends = false;   ///< with this command there is no argument here, nor after
};

[[nodiscard]] Slot slot_of(const CallView& call, const Signature& signature, std::size_t index);

/// The value of a slot: two registers make one on i386.
[[nodiscard]] std::uint64_t slot_value(const CallView& call, const Argument& argument, std::size_t index);

/// An argument that is read in the half that is being written.
void print_argument(Printer& printer, const Signature& signature, std::size_t index, const Argument& argument);

/// What the entry half has to keep for the exit half of an argument that comes after one of the exit: its text, a length. False: nothing.
[[nodiscard]] bool leaves_text(const Argument& argument);
void keep_text(Printer& printer, const Signature& signature, std::size_t index, const Argument& argument);
void print_with_text(Printer& printer, const Signature& signature, std::size_t index, const Argument& argument, std::string_view text);

/// A value-result argument: its first half, without what closes it, and its second.
void print_before(Printer& printer, const Argument& argument, std::uint64_t value);
void print_after(Printer& printer, const Argument& argument, std::uint64_t value, std::string_view before);

}  // namespace troupe
