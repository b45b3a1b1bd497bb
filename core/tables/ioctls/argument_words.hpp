#pragma once

#include "core/tables/field.hpp"
#include "core/tables/ioctls/arguments.hpp"
#include "core/tables/ioctls/own.hpp"
#include "core/tables/named_constant.hpp"
#include "core/tables/struct_layout.hpp"

/// Words and kinds that the rows of several families share.
namespace troupe::ioctls {

using enum Width;

inline constexpr Kind int_element = kind::signed_int, unsigned_element = kind::unsigned_int, hex_element = kind::hex_int,
                      u64_element = kind::unsigned_64, s64_element = kind::signed_64, long_element = kind::signed_long,
                      ulong_element = kind::unsigned_long, long_hex_element = kind::hex;

/// Two bytes, of which a number is seen.
inline constexpr std::array short_fields{Field{"", u16, kind::unsigned_64}};
inline constexpr StructLayout short_layout = bare_layout<short_fields>();
inline constexpr std::array u16_hex_fields{Field{"", u16, kind::hex}};
inline constexpr std::array u64_hex_fields{Field{"", u64, kind::hex}};
inline constexpr StructLayout u16_hex_layout = bare_layout<u16_hex_fields>(), u64_hex_layout = bare_layout<u64_hex_fields>();
inline constexpr Kind short_element = kind::structure(short_layout);

inline constexpr Kind pointed_int = kind::pointed(int_element), pointed_unsigned = kind::pointed(unsigned_element),
                      pointed_hex = kind::pointed(hex_element), pointed_u64 = kind::pointed(u64_element),
                      pointed_ulong = kind::pointed(ulong_element), pointed_short = kind::pointed(short_element),
                      pointed_s64 = kind::pointed(s64_element);

/// A name in a structure, and where a failure leaves nothing else to show.
constexpr Field name_of(std::string_view name, std::uint16_t size) { return Field{name, u8, kind::hex, size, Form::text}; }
constexpr Field padding(Width width, std::uint16_t count = 1) { return Field{"padding", width, kind::hex, count, Form::hidden}; }

}  // namespace troupe::ioctls
