#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/tables/struct_layout.hpp"
#include "troupe/core/argument.hpp"
#include "troupe/core/constants.hpp"
#include "troupe/core/decode.hpp"
#include "troupe/core/syscalls.hpp"
#include "troupe/core/writer.hpp"

namespace troupe {

class StructureBytes;

/// What every decoder needs: the call, where values go, and which half is being written.
struct Decoder {
    const CallView& call;
    Writer& out;
    bool at_exit = false;
    const StructureBytes* structure = nullptr;     ///< whose fields are being written, for those that depend on others
    bool looks_after_failure = false;              ///< what the call was given is worth showing all the same
    std::optional<std::uint64_t> length_before{};  ///< at the entry, of a length that the kernel changes
    std::optional<std::uint64_t> received{};       ///< bytes in the vectors of one message of many; else the result says it
    std::uint64_t* inner_elements_left = nullptr;  ///< of all lists in the elements of the outermost one, while that is written

    [[nodiscard]] Abi abi() const { return call.call.abi; }
    [[nodiscard]] std::size_t word_size() const { return facts_of(abi()).word_size; }
    [[nodiscard]] std::uint64_t argument(std::size_t index) const { return index < max_args ? call.shown.args[index] : 0; }
    /// The same in the width that the kernel takes it in, for a count that has no sign.
    [[nodiscard]] std::uint64_t count_in_argument(std::size_t index) const;
    [[nodiscard]] bool failed() const { return at_exit && call.shown.error != 0; }
    [[nodiscard]] bool abbreviates() const { return (call.shown.qualifiers & qualifier::abbrev) != 0; }
    [[nodiscard]] bool looks_behind() const { return (call.shown.qualifiers & qualifier::verbose) != 0; }
    [[nodiscard]] std::size_t string_limit() const { return call.style.string_limit; }
    /// Elements of an array that are shown.
    [[nodiscard]] std::uint64_t element_limit() const { return abbreviates() ? string_limit() : whole_array_limit; }
    [[nodiscard]] Memory& memory() const { return call.memory; }
    /// An address that no pointer of the ABI can hold: nothing is there, not even no byte.
    [[nodiscard]] bool is_beyond_reach(std::uint64_t address) const { return abi() == Abi::x32 && address >> 32 != 0; }
    /// What the call returned, where that is a count; 0 for a failure.
    [[nodiscard]] std::uint64_t count_returned() const { return call.shown.result > 0 ? static_cast<std::uint64_t>(call.shown.result) : 0; }

    void signed_number(std::int64_t value) const { out.number(static_cast<std::uint64_t>(value), NumberForm::decimal); }
    void unsigned_number(std::uint64_t value) const { out.number(value, NumberForm::unsigned_decimal); }
    void hex_number(std::uint64_t value) const { out.number(value, NumberForm::hex); }
    /// A pointer that is no more than that.
    void pointer(std::uint64_t value) const { out.address(value, Why::value); }

    /// A bound for what a tracee calls the length of an array, where nothing is abbreviated.
    static constexpr std::uint64_t whole_array_limit = std::uint64_t{1} << 24;
    /// The same for lists in elements of a list, together: a page full of pointers to another one would be a line of gigabytes.
    static constexpr std::uint64_t inner_elements_limit = std::uint64_t{1} << 17;
};

/// Writes one value of a kind, as an argument would be.
void write_value(Decoder& decoder, const Kind& kind, std::uint64_t value);

/// The address alone, where what stands there could not be read.
void write_unreadable(Decoder& decoder, std::uint64_t address);
/// The address alone, which is not looked behind; NULL as such.
void write_unread(Decoder& decoder, std::uint64_t address);

/// False, with the address written, where `address` is NULL, the call failed, or only addresses are wanted.
[[nodiscard]] bool may_look_behind(Decoder& decoder, std::uint64_t address);

/// May be read and was: else the address is written and the answer is false.
template <typename T>
[[nodiscard]] bool read_or_write_address(Decoder& decoder, std::uint64_t address, T& object) {
    if (!may_look_behind(decoder, address)) {
        return false;
    }
    if (!decoder.memory().read_object(address, object)) {
        write_unreadable(decoder, address);
        return false;
    }
    return true;
}

/// How many a `Length` says; `unknown` is 0.
[[nodiscard]] std::uint64_t length_of(Decoder& decoder, const Length& length);

}  // namespace troupe
