#pragma once

#include <cstdint>

#include "troupe/core/abi.hpp"

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

}  // namespace troupe
