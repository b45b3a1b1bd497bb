#pragma once

#include <charconv>
#include <cstdint>
#include <string>

namespace troupe {

inline void append_number(std::string& out, std::uint64_t value, int base) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof(digits), value, base).ptr;
    out.append(digits, end);
}

/// 0x1f, but 0 for 0, as printf's `%#x`.
inline void append_hex(std::string& out, std::uint64_t value) {
    if (value != 0) {
        out += "0x";
    }
    append_number(out, value, 16);
}

inline std::string hex_text(std::uint64_t value) {
    std::string text;
    append_hex(text, value);
    return text;
}

/// At least `characters`, 0x included: 0x000001, 00000000, as printf's `%#08x`.
inline void append_padded_hex(std::string& out, std::uint64_t value, std::size_t characters) {
    std::string digits;
    append_number(digits, value, 16);
    const std::size_t width = value == 0 ? characters : characters - 2;
    out += value == 0 ? "" : "0x";
    out.append(digits.size() < width ? width - digits.size() : 0, '0');
    out += digits;
}
inline void append_wide_hex(std::string& out, std::uint64_t value) { append_padded_hex(out, value, 8); }
inline void append_long_hex(std::string& out, std::uint64_t value) { append_padded_hex(out, value, 16); }

/// As a mode of files is written, at least three characters: 0644, 000, 022, 01777.
inline void append_permissions(std::string& out, std::uint64_t value) {
    out += '0';
    if (value < 8) {
        out += '0';
    }
    append_number(out, value, 8);
}

inline void append_unsigned(std::string& out, std::uint64_t value) { append_number(out, value, 10); }

inline void append_signed(std::string& out, std::int64_t value) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof(digits), value).ptr;
    out.append(digits, end);
}

enum class Side { left, right };

/// At least `width` characters, with blanks on the other side.
inline void append_at(Side side, std::string& out, std::int64_t value, std::size_t width) {
    const std::size_t start = out.size();
    append_signed(out, value);
    if (const std::size_t length = out.size() - start; length < width) {
        out.insert(side == Side::left ? out.size() : start, width - length, ' ');
    }
}

/// NULL or 0x7ffd….
inline void append_address(std::string& out, std::uint64_t value) {
    if (value == 0) {
        out += "NULL";
        return;
    }
    append_hex(out, value);
}

}  // namespace troupe
