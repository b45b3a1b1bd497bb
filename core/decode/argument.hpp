#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/decode/decoder.hpp"

namespace troupe {

/// What a call was given, as if all of it were in registers, and how it is laid out.
struct Passed {
    Shown shown;
    const Signature* signature = nullptr;
};

/// The first select and mmap of i386 have their arguments behind a pointer (arch/x86/kernel/sys_ia32.c): where that cannot be read there
/// is no more than the pointer.
[[nodiscard]] Passed passed_to(const CallView& call, const SyscallRow& row);

/// One slot of a call, after what other arguments decide about it.
struct Slot {
    const Argument& argument;  ///< a row of the tables, but for its name
    std::string_view name;
    bool shown = false;  ///< false: nothing is written for it
    bool ends = false;   ///< with this command there is no argument here, nor after
};

/// The signature outlives the slot.
[[nodiscard]] Slot slot_of(const CallView& call, const Signature& signature, std::size_t index);

/// What the result of this call stands for, by its command.
[[nodiscard]] const Meaning* meaning_of(const CallView& call, const Signature& signature);

/// The value of a slot: two registers make one on i386.
[[nodiscard]] std::uint64_t slot_value(const CallView& call, const Argument& argument, std::size_t index);

/// An argument that is read in the half that is being written.
void write_argument(Decoder& decoder, const Argument& argument, std::uint64_t value);

/// What the entry half has to keep for the exit half of an argument that comes after one of the exit: itself, a length, or nothing.
void keep_argument(const CallView& call, const Argument& argument, std::uint64_t value, Tape& tape, Kept& kept);
/// The same argument in the exit half, with what was kept.
void write_kept_argument(Decoder& decoder, const Argument& argument, std::uint64_t value, const Tape& tape, const Kept& kept);

/// A value-result argument. What it was before is kept whichever half writes it, and the change stays open until `write_after`.
void write_before(Decoder& decoder, const Tape& tape, const Kept& kept);
void reopen_before(Decoder& decoder, const Kept& kept);
void write_after(Decoder& decoder, const Argument& argument, std::uint64_t value, const Tape& tape, const Kept& kept);

}  // namespace troupe
