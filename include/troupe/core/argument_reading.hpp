#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "troupe/core/abi.hpp"
#include "troupe/core/argument.hpp"
#include "troupe/core/constants.hpp"

namespace troupe {

/// How the register of an argument is read as a value for scripts. The numbers are those of `troupe_argument::reading` in lua/hook_abi.h.
enum class Reading : std::uint8_t {
    word = 0,         ///< the register, unsigned
    signed_32 = 1,    ///< its lower half; the kernel ignores the rest
    unsigned_32 = 2,  ///< likewise
    signed_word = 3,
    text = 4,            ///< what it points at, NUL-terminated
    flags = 5,           ///< bits with names
    low_high = 6,        ///< i386: with the next register as the upper half
    high_low = 7,        ///< i386: as the upper half of the next one
    signed_low_high = 8  ///< as low_high, signed
};

[[nodiscard]] Reading reading_of(const Argument& argument, Abi abi);

/// Whether the register says all that there is to say: a number, a descriptor, a name of a set, a word of bits, or the address of a string.
/// Of the others decoders know more: what stands behind a pointer, what another argument decides, what a number is made of.
[[nodiscard]] bool stands_for_itself(const Argument& argument);

/// Whether it is the address of something other than a string that the program passes.
[[nodiscard]] bool points_at_memory(const Argument& argument);

/// The set that an argument of bits is of; nullptr: it has none of its own.
[[nodiscard]] const FlagSet* flag_set_of(const Kind& kind);

/// A named constant: `value` in the bits of `mask`.
struct ConstantBits {
    std::uint64_t value = 0;
    std::uint64_t mask = 0;
};

/// What a name stands for in an argument of this kind: `O_CREAT` of open_flags, `F_DUPFD` of fcntl_commands, `SIGTERM` of a signal.
[[nodiscard]] std::optional<ConstantBits> constant_named(const Kind& kind, std::string_view name);

}  // namespace troupe
