#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "troupe/core/abi.hpp"

namespace troupe {

/// A constant of the kernel's headers.
struct NamedConstant {
    std::uint64_t value = 0;
    std::string_view name{};
};

/// Names for single values. Unknown ones print as `0x7 /* PREFIX_??? */`.
struct ValueSet {
    std::string_view name;     ///< "fcntl_commands"
    std::string_view unknown;  ///< "F_???"
    std::span<const NamedConstant> rows;
    /// As an argument: unsigned to the kernel. Most are ints, and so are the numbers that scripts see.
    bool is_unsigned = false;
    /// As an argument, the whole register counts: a long to the kernel.
    bool is_long = false;
    /// Shown as a number with the name behind it, also where names are wanted: 0x12 /* XFEATURE_XTILE_DATA */.
    bool as_number = false;
};

/// The name of a value, or empty.
[[nodiscard]] constexpr std::string_view name_in(std::span<const NamedConstant> rows, std::uint64_t value) {
    for (const NamedConstant& row : rows) {
        if (row.value == value) {
            return row.name;
        }
    }
    return {};
}
[[nodiscard]] constexpr std::string_view name_in(const ValueSet& set, std::uint64_t value) { return name_in(set.rows, value); }

/// A size in the upper bits of a word of flags, as a power of two: 21<<MAP_HUGE_SHIFT (linux/mman.h, linux/memfd.h, linux/shm.h).
struct ShiftedSize {
    std::uint64_t if_bits;  ///< one of these makes the upper bits a size
    std::uint64_t mask;
    unsigned shift;
    std::string_view shift_name;
};

/// Names for bits, or groups of bits, that are or-ed together. Rows with more bits come before their parts; bits that no row
/// knows print as hex, and where no bit at all is known the whole prints as `0x800 /* O_??? */`.
struct FlagSet {
    std::string_view name;
    std::string_view unknown;
    std::span<const NamedConstant> rows;
    /// A field of the word that is a value, not bits (O_ACCMODE): printed first. Mask 0: none.
    std::uint64_t value_mask = 0;
    const ValueSet* values = nullptr;
    const ShiftedSize* size = nullptr;
    /// A word that is no bits: personality(0xffffffff) asks, and sets nothing. 0: there is none.
    std::uint64_t not_bits = 0;
    /// Where they are shown as numbers, the value and the bits are numbers of their own: 0x1|0x80000.
    bool values_apart = false;
    /// Bits that no row knows are said to be unknown also behind a value that is known: SOCK_STREAM|0x10 /* SOCK_??? */.
    bool value_apart_in_names = false;
    /// As an argument, the whole register counts: a long to the kernel. Most are ints, whatever the upper half of the register holds.
    bool is_long = false;
    /// Shown as a number with the names behind it, also where names are wanted.
    bool as_number = false;
    /// As an argument, the whole register is the number, but only bits of its lower half have names.
    bool long_as_number = false;
};

/// Some bits of a word that is written in parts: a value, flags, or a number.
struct WordPart {
    std::uint64_t mask = 0;
    const ValueSet* values = nullptr;
    const FlagSet* flags = nullptr;
    bool if_set = false;            ///< left out where it is 0
    unsigned shift = 0;             ///< of a number
    std::string_view shift_name{};  ///< 0x1f<<PR_MTE_TAG_SHIFT
    bool decimal = false;           ///< of a number
};

/// A word that is written as its parts, one behind the other: PR_TAGGED_ADDR_ENABLE|PR_MTE_TCF_SYNC.
struct WordParts {
    std::span<const WordPart> parts;
    bool plain_zero = false;  ///< what is no more than the last part, as 0, is a number
    bool apart = false;       ///< as numbers, too, they are parts
};

/// errno: name and text of strerror in the C locale.
struct ErrnoRow {
    std::uint32_t number;
    std::string_view name;
    std::string_view text;
};

/// Every errno, the kernel's own from 512 on included, in order of numbers.
[[nodiscard]] std::span<const ErrnoRow> errno_rows();
/// nullptr where there is none.
[[nodiscard]] const ErrnoRow* errno_of(std::uint32_t number);
/// By name, `EAGAIN` and also `EWOULDBLOCK`, `EDEADLOCK`, `ENOTSUP`.
[[nodiscard]] const ErrnoRow* errno_named(std::string_view name);
/// For error messages: the known name that looks most like `name`.
[[nodiscard]] std::string_view nearest_errno(std::string_view name);

/// `SIGINT`; 32 is `SIGRTMIN`, 33 `SIGRT_1`, 64 `SIGRT_32`; empty for 0 and above 64.
[[nodiscard]] std::string_view signal_name(int signal);
/// Full names only (`SIGINT`, `SIGRT_3`, `SIGRTMIN`), case as it is; 0: unknown. Aliases `SIGIOT SIGPOLL SIGCLD` are known.
[[nodiscard]] int signal_named(std::string_view name);
[[nodiscard]] std::string_view nearest_signal(std::string_view name);
inline constexpr int last_signal = 64;

/// An ioctl request: the name of a macro of the kernel's headers and its code.
struct IoctlRow {
    std::string_view symbol;
    std::uint32_t code;
};

/// Sorted by code, then by symbol.
[[nodiscard]] std::span<const IoctlRow> ioctl_rows(Abi abi);
/// All rows with this code: different devices share codes.
[[nodiscard]] std::span<const IoctlRow> ioctls_of(std::uint32_t code, Abi abi);
[[nodiscard]] const IoctlRow* ioctl_named(std::string_view symbol, Abi abi);

}  // namespace troupe
