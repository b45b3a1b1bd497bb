#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/decode/numbers.hpp"
#include "core/tables/struct_layout.hpp"
#include "troupe/core/constants.hpp"
#include "troupe/core/decode.hpp"
#include "troupe/core/kind.hpp"
#include "troupe/core/syscalls.hpp"

namespace troupe {

/// What every decoder needs: the call, where the text goes, and which half is being written.
struct Printer {
    const CallView& call;
    std::string& out;
    bool at_exit = false;

    [[nodiscard]] Abi abi() const { return call.call.abi; }
    [[nodiscard]] std::size_t word_size() const { return facts_of(abi()).word_size; }
    [[nodiscard]] std::uint64_t argument(std::size_t index) const { return index < max_args ? call.shown.args[index] : 0; }
    [[nodiscard]] bool failed() const { return at_exit && call.shown.error != 0; }
    [[nodiscard]] bool abbreviates() const { return (call.shown.qualifiers & qualifier::abbrev) != 0; }
    [[nodiscard]] bool looks_behind() const { return (call.shown.qualifiers & qualifier::verbose) != 0; }
    [[nodiscard]] bool raw() const { return (call.shown.qualifiers & qualifier::raw) != 0; }
    [[nodiscard]] std::size_t string_limit() const { return call.style.string_limit; }
    /// Elements of an array that are shown.
    [[nodiscard]] std::uint64_t element_limit() const { return abbreviates() ? string_limit() : whole_array_limit; }
    [[nodiscard]] Memory& memory() const { return call.memory; }

    /// A bound for what a tracee calls the length of an array, where nothing is abbreviated.
    static constexpr std::uint64_t whole_array_limit = 65536;
};

/// Prints one value of a kind, as an argument would be.
void print_value(Printer& printer, const Kind& kind, std::uint64_t value);

/// The address alone, where nothing can or should be read behind it.
void print_address(Printer& printer, std::uint64_t address);

/// False, with the address printed, where `address` is NULL, the call failed, or only addresses are wanted.
[[nodiscard]] bool may_look_behind(Printer& printer, std::uint64_t address);

/// May be read and was: else the address is printed and the answer is false.
template <typename T>
[[nodiscard]] bool read_or_print_address(Printer& printer, std::uint64_t address, T& object) {
    if (!may_look_behind(printer, address)) {
        return false;
    }
    if (!printer.memory().read_object(address, object)) {
        print_address(printer, address);
        return false;
    }
    return true;
}

/// How many a `Length` says; `unknown` is 0.
[[nodiscard]] std::uint64_t length_of(Printer& printer, const Length& length);

}  // namespace troupe
